import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { fromCursor } from '@earshot/core/lib/node/storage/cursor';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { LocalizedText } from '@earshot/forms';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { EvaluationPurpose, EvaluationRow, EvaluationState } from '../../common/evaluation/evaluation-contract';
import type { Occasion } from '../../common/interaction/channel';
import type { QualityTables } from '../quality-tables';
import { teamsBelow } from '../teams-below';

type Tables = Kysely<CoreTables & QualityTables>;

export interface EvaluationFilter {
    readonly after?: string; readonly limit: number; readonly interactionId?: string; readonly agentId?: string; readonly teamId?: string; readonly queue?: string; readonly evaluatorId?: string; readonly formId?: string; readonly lostOn?: string;
    readonly state?: EvaluationState; readonly purpose?: EvaluationPurpose; readonly occasion?: Occasion; readonly from?: string; readonly to?: string;
}

/** An agent's result is not there for them until it is released. */
export const released = (principal: Principal) => sql<boolean>`(evaluation.agent_id is distinct from ${principal.personId} or evaluation.released_at is not null)`;

/**
 * Who has still to score something themselves does not see what others made of it: a second scoring is worth something only if it is blind, also that of
 * people who otherwise see everything. Who scores what they have scored before does not see what they gave then, either, only what they write now.
 */
const notBlinded = (principal: Principal) => principal.personId === null ? sql<boolean>`true` : sql<boolean>`(evaluation.agent_id = ${principal.personId}
    or not exists (select from quality.sampling_item item join quality.sampling_draw draw on draw.id = item.draw_id where item.evaluator_id = ${principal.personId} and item.scored_at is null and item.replaced_by is null
        and item.interaction_id = evaluation.interaction_id and draw.form_id = evaluation.form_id
        and (evaluation.evaluator_id <> ${principal.personId} or item.kind = 'intra' and not (evaluation.purpose = 'agreement' and evaluation.state = 'draft'))))`;

/**
 * Evaluations that the caller may see. Drafts and pending corrections are their author's and the approvers'. A blind evaluation is
 * its author's alone until the session has closed, and afterwards the panel's and the leads'; it never reaches the agent. Nor does a
 * second scoring, which is its author's and those who see how calls are sampled; while one's own is open, one sees nobody else's.
 */
export const visibleEvaluations = (database: Tables, principal: Principal, permission = 'evaluation:read') => database
    .selectFrom('quality.evaluation as evaluation')
    .leftJoin('quality.calibration as session', 'session.id', 'evaluation.session_id')
    .where(sql<boolean>`(${withinScope(principal, permission, { owners: ['evaluation.evaluator_id', 'evaluation.agent_id'], team: 'evaluation.team_id' })} and (evaluation.evaluator_id = ${principal.personId}
            or evaluation.purpose = 'monitoring' and ${released(principal)} and (evaluation.state in ('submitted', 'superseded') or evaluation.state = 'revision-pending' and ${principal.permissions.has('evaluation:approve')}))
        or evaluation.purpose = 'agreement' and evaluation.state = 'submitted' and evaluation.agent_id is distinct from ${principal.personId} and ${principal.permissions.get('evaluation:read') === 'all' && principal.permissions.has('sampling:read')}
        or evaluation.purpose = 'calibration' and evaluation.state = 'submitted' and session.state in ('closed', 'settled') and evaluation.agent_id is distinct from ${principal.personId}
            and (${principal.permissions.get('calibration:read') === 'all'} or exists (select from quality.calibration_rater rater where rater.session_id = session.id and rater.person_id = ${principal.personId})))`)
    .where(notBlinded(principal))
    // Names are looked up for the rows that come out: joined, eight tables would be put in order for each of a hundred thousand.
    .select([
        'evaluation.id', 'evaluation.interaction_id', 'evaluation.agent_id', 'evaluation.evaluator_id', 'evaluation.form_id', 'evaluation.form_version_id', 'evaluation.state', 'evaluation.purpose', 'evaluation.session_id',
        'evaluation.revision', 'evaluation.percent', 'evaluation.auto_fail', 'evaluation.critical_errors', 'evaluation.changed_at', 'evaluation.submitted_at', 'evaluation.filled_form_id', 'evaluation.listened',
        'evaluation.listened_share', 'evaluation.reason', 'evaluation.revises', 'evaluation.team_id', 'evaluation.returned_reason', 'session.state as session_state',
        sql<string>`(select call_id from quality.interaction where id = evaluation.interaction_id)`.as('call_id'),
        sql<Date>`(select started_at from quality.interaction where id = evaluation.interaction_id)`.as('started_at'),
        sql<string | null>`(select name from core.person where id = evaluation.agent_id)`.as('agent_name'),
        sql<string | null>`(select name from core.team where id = evaluation.team_id)`.as('team_name'),
        sql<string>`(select name from core.person where id = evaluation.evaluator_id)`.as('evaluator_name'),
        sql<LocalizedText>`(select title from assessment.form_version where id = evaluation.form_version_id)`.as('form_title'),
        sql<number>`(select number from assessment.form_version where id = evaluation.form_version_id)`.as('form_number'),
        sql<number>`(select version from assessment.filled_form where id = evaluation.filled_form_id)`.as('version')
    ]);

/** @param lost what `lostOn` made of the filter's question, where it has one */
export function filteredEvaluations(query: ReturnType<typeof visibleEvaluations>, filter: EvaluationFilter, lost?: RawBuilder<boolean>) {
    let select = query.orderBy('evaluation.changed_at', 'desc').orderBy('evaluation.id', 'desc').limit(filter.limit + 1);
    if (filter.interactionId) { select = select.where('evaluation.interaction_id', '=', filter.interactionId); }
    if (filter.agentId) { select = select.where('evaluation.agent_id', '=', filter.agentId); }
    if (filter.teamId) { select = select.where(sql<boolean>`evaluation.team_id in ${teamsBelow(filter.teamId)}`); }
    if (filter.queue) { select = select.where(sql<boolean>`exists (select from quality.interaction where id = evaluation.interaction_id and queue = ${filter.queue})`); }
    if (filter.evaluatorId) { select = select.where('evaluation.evaluator_id', '=', filter.evaluatorId); }
    if (filter.formId) { select = select.where('evaluation.form_id', '=', filter.formId); }
    select = filter.state ? select.where('evaluation.state', '=', filter.state) : select.where('evaluation.state', '<>', 'superseded');
    if (lost) { select = select.where(lost); }
    if (filter.purpose) { select = select.where('evaluation.purpose', '=', filter.purpose); }
    if (filter.occasion) { select = select.where('evaluation.occasion', '=', filter.occasion); }
    // Losses, and what is submitted, are those of a report, which goes by when a result was submitted, whatever was corrected in it since.
    const at = lost || filter.state === 'submitted' ? 'evaluation.submitted_at' : 'evaluation.changed_at';
    if (filter.from) { select = select.where(at, '>=', new Date(filter.from)); }
    if (filter.to) { select = select.where(at, '<', new Date(filter.to)); }
    if (filter.after) {
        const [changedAt, id] = fromCursor(filter.after, 2);
        select = select.where(sql<boolean>`(evaluation.changed_at, evaluation.id) < (${changedAt}::timestamptz, ${id}::uuid)`);
    }
    return select;
}

export type EvaluationFound = Awaited<ReturnType<ReturnType<typeof visibleEvaluations>['executeTakeFirstOrThrow']>>;

export const showEvaluationRow = (row: EvaluationFound): EvaluationRow => ({
    id: row.id, interactionId: row.interaction_id, callId: row.call_id, startedAt: row.started_at.toISOString(), agentId: row.agent_id, agentName: row.agent_name, teamName: row.team_name,
    evaluatorId: row.evaluator_id, evaluatorName: row.evaluator_name, formId: row.form_id, formVersionId: row.form_version_id, formTitle: row.form_title, formNumber: row.form_number,
    state: row.state, purpose: row.purpose, sessionId: row.session_id, revision: row.revision, percent: row.percent, autoFail: row.auto_fail, criticalErrors: row.critical_errors,
    changedAt: row.changed_at.toISOString(), submittedAt: row.submitted_at?.toISOString() ?? null, version: row.version
});
