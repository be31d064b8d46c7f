import type { Principal } from '@earshot/core/lib/node/api/context';
import { type Kysely, sql } from 'kysely';
import type { ArticleEvaluationRow } from '../../common/evaluation/evaluation-contract';
import { liveStates } from '../../common/workflow/article-workflow';
import type { Reach } from '../article/reach';
import type { Tables } from '../knowledge-tables';

/**
 * The evaluations of articles within reach: what is submitted for those who evaluate, audit or write the article, a draft for its author alone.
 * On `article`, `evaluation`, `filled` and `revision`.
 */
export const evaluationsWithin = (database: Kysely<Tables>, principal: Principal, reach: Reach) => {
    const seesAll = principal.permissions.has('article:evaluate') || principal.permissions.has('article:read-all');
    return database.selectFrom('knowledge.article_evaluation as evaluation').innerJoin('knowledge.article as article', 'article.id', 'evaluation.article_id').innerJoin('knowledge.revision as revision', 'revision.id', 'evaluation.revision_id')
        .innerJoin('assessment.filled_form as filled', 'filled.id', 'evaluation.filled_form_id').innerJoin('assessment.form_version as form_version', 'form_version.id', 'filled.form_version_id').innerJoin('core.person as evaluator', 'evaluator.id', 'evaluation.evaluator_id')
        .where(reach.article).where(sql<boolean>`(evaluation.evaluator_id = ${principal.personId}::uuid or evaluation.state = 'submitted' and ${seesAll ? sql`true` : reach.writable})`)
        .select(['evaluation.id', 'evaluation.article_id', 'evaluation.evaluator_id', 'evaluator.name as evaluator_name', 'evaluation.state', 'evaluation.filled_form_id', 'filled.submitted_at', 'filled.changed_at', 'filled.percent', 'filled.version',
            'form_version.title as form_title', 'revision.number'])
        .select([sql<boolean | null>`(filled.score ->> 'passed')::boolean`.as('passed'), sql<boolean>`revision.state in (${sql.join([...liveStates])})`.as('current')]);
};

export type EvaluationFound = Awaited<ReturnType<ReturnType<typeof evaluationsWithin>['executeTakeFirstOrThrow']>>;

export const showEvaluationRow = (row: EvaluationFound): ArticleEvaluationRow => ({
    id: row.id, articleId: row.article_id, formTitle: { ...row.form_title } as Record<string, string>, evaluatorId: row.evaluator_id, evaluatorName: row.evaluator_name, state: row.state, submittedAt: row.submitted_at?.toISOString() ?? null, changedAt: row.changed_at.toISOString(),
    percent: row.percent, passed: row.passed, number: row.number, current: row.current
});

/** On `article`: what evaluators found of what readers see now, as a mean from 0 to 100, and how many they were. */
export const quality = sql<{ percent: number; evaluations: number } | null>`(select jsonb_build_object('percent', avg(filled.percent), 'evaluations', count(*)) from knowledge.article_evaluation rated
    join knowledge.revision now_live on now_live.id = rated.revision_id and now_live.state in (${sql.join([...liveStates])}) join assessment.filled_form filled on filled.id = rated.filled_form_id
    where rated.article_id = article.id and rated.state = 'submitted' and filled.percent is not null having count(*) > 0)`;
