import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import { publishedFormFor } from '@earshot/assessment/lib/node/form/published-form';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, notFound, orNotFound } from '@earshot/core/lib/node/api/failure';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Answers } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { ArticleEvaluation, ArticleEvaluationRow } from '../../common/evaluation/evaluation-contract';
import { liveStates } from '../../common/workflow/article-workflow';
import { articleChanged, type ArticleTransaction, changeArticles, holdArticle } from '../article/article-change';
import { reachOf } from '../article/reach';
import type { KnowledgeTables } from '../knowledge-tables';
import { evaluationsWithin, showEvaluationRow } from './evaluation-query';

type Evaluator = Principal & { readonly personId: string };
interface Draft { readonly id: string; readonly version: number; readonly answers: Answers }

const liveRevision = (transaction: ArticleTransaction, articleId: string) =>
    transaction.selectFrom('knowledge.revision').select(['id', 'contributors']).where('article_id', '=', articleId).where('state', 'in', [...liveStates]).executeTakeFirst();

/** Articles rated on forms: are they right, are they of today, are they found? What is rated is what readers see; nobody rates what they wrote. */
@injectable()
export class ArticleEvaluationService {
    constructor(@inject(Database) private readonly database: Database, @inject(FilledFormService) private readonly forms: FilledFormService) { }

    /** @throws NOT_FOUND */
    async list(principal: Principal, articleId: string): Promise<{ mayBegin: boolean; rows: ArticleEvaluationRow[] }> {
        const tables = this.database.read<KnowledgeTables>();
        const reach = await reachOf(tables, principal);
        const article = orNotFound(await tables.selectFrom('knowledge.article as article').select('article.owner_id').where('article.id', '=', articleId).where(reach.article).executeTakeFirst());
        const live = await tables.selectFrom('knowledge.revision').select('contributors').where('article_id', '=', articleId).where('state', 'in', [...liveStates]).executeTakeFirst();
        const rows = await evaluationsWithin(tables, principal, reach).where('evaluation.article_id', '=', articleId).orderBy('evaluation.id', 'desc').execute();
        return { mayBegin: principal.permissions.has('article:evaluate') && live !== undefined && !isOwn(principal, article.owner_id, live.contributors), rows: rows.map(showEvaluationRow) };
    }

    /** @throws NOT_FOUND */
    async get(principal: Principal, id: string): Promise<ArticleEvaluation> {
        const tables = this.database.read<KnowledgeTables>();
        const row = orNotFound(await evaluationsWithin(tables, principal, await reachOf(tables, principal)).select(['revision.content', 'form_version.definition', 'form_version.number as form_number', 'filled.answers', 'filled.score']).where('evaluation.id', '=', id).executeTakeFirst());
        const { content } = row;
        return {
            ...showEvaluationRow(row), articleTitle: content.title, content: { ...content, tags: [...content.tags], audience: [...content.audience], parts: { ...content.parts } }, form: { ...row.definition }, formNumber: row.form_number,
            answers: { ...row.answers }, score: { ...row.score }, version: row.version, mayEdit: row.state === 'draft' && row.evaluator_id === principal.personId
        };
    }

    /** Begins, or finds again, the caller's draft. @throws NOT_FOUND; CONFLICT 'own-article', 'nothing-published', 'form-rates-otherwise' */
    async begin(principal: Evaluator, articleId: string, formId: string): Promise<ArticleEvaluation> {
        const id = await changeArticles(this.database, principal, async (transaction, log) => {
            const { article } = await holdArticle(transaction, principal, articleId);
            const draft = await transaction.selectFrom('knowledge.article_evaluation').select('id').where('article_id', '=', articleId).where('form_id', '=', formId).where('evaluator_id', '=', principal.personId).where('state', '=', 'draft').executeTakeFirst();
            const live = await liveRevision(transaction, articleId);
            if (!live) {
                throw conflict('nothing-published');
            }
            if (isOwn(principal, article.owner_id, live.contributors)) {
                throw conflict('own-article');
            }
            const formVersionId = orNotFound(await publishedFormFor(transaction, formId, 'article'));
            const id = draft?.id ?? newId();
            log.audit('article-evaluation.begun', 'article-evaluations', id, { article: articleId });
            if (!draft) {
                const filled = await this.forms.open(transaction, { formVersionId, rates: 'article', subject: linkTo('knowledge', 'articles', articleId), authorId: principal.personId });
                await transaction.insertInto('knowledge.article_evaluation').values({ id, article_id: articleId, revision_id: live.id, filled_form_id: filled.id, form_id: formId, evaluator_id: principal.personId, created_at: new Date() }).execute();
            }
            return id;
        });
        return this.get(principal, id);
    }

    /** @throws NOT_FOUND, INVALID, CONFLICT as the form does */
    async save(principal: Evaluator, { id, version, answers }: Draft): Promise<ArticleEvaluation> {
        await this.change(principal, id, 'article-evaluation.saved', (transaction, filledId) => this.forms.save(transaction, filledId, version, { answers, evidence: [] }));
        return this.get(principal, id);
    }

    /** Doing it twice with the same answers changes nothing. @throws NOT_FOUND, INVALID, CONFLICT as the form does */
    async submit(principal: Evaluator, { id, version, answers }: Draft): Promise<ArticleEvaluation> {
        await this.change(principal, id, 'article-evaluation.submitted', async (transaction, filledId) => {
            await this.forms.submit(transaction, filledId, version, { answers, evidence: [] });
            await transaction.updateTable('knowledge.article_evaluation').set({ state: 'submitted' }).where('id', '=', id).execute();
        });
        return this.get(principal, id);
    }

    /** @throws NOT_FOUND; CONFLICT 'already-submitted' */
    async discard(principal: Evaluator, id: string): Promise<void> {
        await this.change(principal, id, 'article-evaluation.discarded', async (transaction, filledId) => {
            const { state } = orNotFound(await transaction.selectFrom('knowledge.article_evaluation').select('state').where('id', '=', id).forUpdate().executeTakeFirst());
            if (state === 'submitted') {
                throw conflict('already-submitted');
            }
            await transaction.deleteFrom('knowledge.article_evaluation').where('id', '=', id).execute();
            await this.forms.discard(transaction, filledId);
        });
    }

    /** What only its author may do. @throws NOT_FOUND for an evaluation of somebody else, too */
    private async change(principal: Evaluator, id: string, action: string, change: (transaction: ArticleTransaction, filledId: string) => Promise<unknown>): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log: ChangeLog) => {
            const row = orNotFound(await evaluationsWithin(transaction, principal, await reachOf(transaction, principal)).select(['article.audience', 'article.owner_id']).where('evaluation.id', '=', id).executeTakeFirst());
            if (row.evaluator_id !== principal.personId) {
                throw notFound();
            }
            await change(transaction, row.filled_form_id);
            log.audit(action, 'article-evaluations', id, { article: row.article_id });
            if (action !== 'article-evaluation.saved') {
                articleChanged(log, { id: row.article_id, audience: row.audience, ownerId: row.owner_id }, [principal.personId]);
            }
        });
    }
}

/** What somebody wrote at, or answers for, others rate. */
const isOwn = (principal: Principal, ownerId: string | null, contributors: readonly string[]): boolean => principal.personId !== null && (ownerId === principal.personId || contributors.includes(principal.personId));
