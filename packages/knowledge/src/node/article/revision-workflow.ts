import { type Principal, systemPrincipal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, invalid } from '@earshot/core/lib/node/api/failure';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Mentions } from '@earshot/core/lib/node/linking/mentions';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Selectable } from 'kysely';
import { articleProblems } from '../../common/article/check-article';
import { reviewDays, reviewDueAt } from '../../common/category/category-rules';
import { isApproved, liveStates, type RevisionAction, type RevisionStep, revisionStep, takersOf } from '../../common/workflow/article-workflow';
import { allCategories } from '../category/category-rows';
import type { ArticleTable, Confirming, KnowledgeTables, RevisionTable } from '../knowledge-tables';
import { type ArticleTransaction, articleChanged, changeArticles, holdRevision, keepLinks, listedColumns, requireVersion } from './article-change';
import { actorOf, factsOf, hashOfContent, type RevisionFacts } from './revision-rows';

export interface StepInput { readonly id: string; readonly version: number; readonly action: RevisionAction; readonly publishAt?: string; readonly reason?: string }

/** How many things still refer to what is retired: whoever retires it was told, and the audit trail keeps it. */
interface LeftBehind { readonly mentionedLive: number; readonly mentionedInDrafts: number }

interface Taking { readonly transaction: ArticleTransaction; readonly log: ChangeLog; readonly principal: Principal; readonly facts: RevisionFacts; readonly article: Selectable<ArticleTable>; readonly step: RevisionStep; readonly input: StepInput; readonly now: Date }

/** Takes revisions through their life, as the table of steps has it. */
@injectable()
export class RevisionWorkflow {
    constructor(@inject(Database) private readonly database: Database, @inject(Mentions) private readonly mentions: Mentions) { }

    /**
     * @throws NOT_FOUND; FORBIDDEN for a step that is somebody else's; INVALID when parts are missing; CONFLICT 'not-possible-now', 'changed-meanwhile',
     *         'own-revision' (nobody approves what they wrote), 'second-approver-needed', 'approval-void', 'publish-time-passed'.
     */
    async act(principal: Principal, input: StepInput): Promise<void> {
        const left = await this.leftBehind([input]);
        await changeArticles(this.database, principal, (transaction, log) => this.take(transaction, log, principal, input, left));
    }

    /** Several steps in one go: all of them or none. @throws as `act` does, of the first that cannot be taken */
    async actTogether(principal: Principal, inputs: readonly StepInput[]): Promise<void> {
        const left = await this.leftBehind(inputs);
        await changeArticles(this.database, principal, async (transaction, log) => {
            for (const each of inputs) {
                await this.take(transaction, log, principal, each, left);
            }
        });
    }

    /** Publishes what is scheduled for now, and marks what has not been looked at for too long. @returns how many of both. */
    async followCalendar(now: Date): Promise<{ published: number; due: number }> {
        const scheduled = await this.database.read<KnowledgeTables>().selectFrom('knowledge.revision').select(['id', 'version']).where('state', '=', 'scheduled').where('publish_at', '<=', now).execute();
        const due = await this.database.read<KnowledgeTables>().selectFrom('knowledge.revision as revision').innerJoin('knowledge.article as article', 'article.id', 'revision.article_id').select(['revision.id', 'revision.version'])
            .where('revision.state', '=', 'published').where('article.review_due_at', '<=', now).execute();
        const published = await this.takeEach(scheduled, 'publish');
        return { published, due: await this.takeEach(due, 'fall-due') };
    }

    /** Each on its own: one that fails does not hold up the others, and waits for the approval that it lacks. Another back end may have been quicker. */
    private async takeEach(rows: readonly { readonly id: string; readonly version: number }[], action: RevisionAction): Promise<number> {
        let taken = 0;
        for (const { id, version } of rows) {
            try {
                await this.act(systemPrincipal('calendar'), { id, version, action });
                taken++;
            } catch (error) {
                const { code, data } = error as { readonly code?: string; readonly data?: { readonly reason?: string } };
                if (data?.reason === 'approval-void') {
                    await this.takeEach([{ id, version }], 'hold-up');
                } else if (code !== 'CONFLICT') {
                    console.error(`Revision ${id} of an article could not take the step '${action}':`, error);
                }
            }
        }
        return taken;
    }

    /** Of each revision that is to be retired, how many links will lead nowhere. Looked up before anything is held. */
    private async leftBehind(inputs: readonly StepInput[]): Promise<ReadonlyMap<string, LeftBehind>> {
        const ids = inputs.filter(each => each.action === 'retire').map(each => each.id);
        const rows = ids.length ? await this.database.read<KnowledgeTables>().selectFrom('knowledge.revision').select(['id', 'article_id']).where('id', 'in', ids).execute() : [];
        return new Map(await Promise.all(rows.map(async each => {
            const mentions = await this.mentions.all(linkTo('knowledge', 'articles', each.article_id));
            return [each.id, { mentionedLive: mentions.filter(({ live }) => live).length, mentionedInDrafts: mentions.filter(({ live }) => !live).length }] as const;
        })));
    }

    private async take(transaction: ArticleTransaction, log: ChangeLog, principal: Principal, input: StepInput, left: ReadonlyMap<string, LeftBehind>): Promise<void> {
        const { row, article, writable } = await holdRevision(transaction, principal, input.id);
        const facts = await factsOf(transaction, row, writable);
        const step = revisionStep(row.state, input.action, facts.second !== undefined);
        if (!step || input.action === 'edit' || input.action === 'discard') {
            throw conflict('not-possible-now', { state: row.state, action: input.action });
        }
        requireTaker(principal, facts, step);
        requireVersion(row, input.version);
        const taking: Taking = { transaction, log, principal, facts, article, step, input, now: new Date() };
        await this.before(taking);
        await transaction.updateTable('knowledge.revision').set({
            state: step.next!, version: row.version + 1, publish_at: step.next === 'scheduled' ? new Date(input.publishAt!) : null, changed_at: taking.now,
            ...step.action === 'submit' ? { submitted_at: taking.now } : {}, ...step.action === 'publish' ? { published_at: taking.now } : {}
        }).where('id', '=', row.id).execute();
        await this.after(taking);
        log.audit(`article.${step.action}`, 'articles', article.id, { revision: row.id, number: row.number, hash: row.hash, next: step.next, ...left.get(input.id) });
        articleChanged(log, { id: article.id, audience: step.action === 'publish' ? row.content.audience : article.audience, ownerId: article.owner_id }, row.contributors);
    }

    private async before({ transaction, log, principal, facts: { row, approvals, second }, step, input, now, article }: Taking): Promise<void> {
        if (step.action === 'submit') {
            const problems = articleProblems(row.content);
            if (problems.length) {
                throw invalid(problems.map(each => ({ path: `content.${each.path}`, code: each.code })));
            }
        }
        if (step.action === 'approve') {
            await transaction.insertInto('knowledge.approval').values({ id: newId(), revision_id: row.id, step: row.state === 'second-review' ? second! : 'first', person_id: principal.personId!, hash: row.hash, at: now }).execute();
        }
        if (step.voids) {
            await transaction.updateTable('knowledge.approval').set({ voided_at: now }).where('revision_id', '=', row.id).where('voided_at', 'is', null).execute();
        }
        if (step.action === 'return') {
            await this.giveReason(transaction, principal, row, input.reason);
            row.contributors.filter(each => each !== principal.personId).forEach(each => log.notify(each, 'article.returned', { title: row.content.title }, linkTo('knowledge', 'articles', article.id)));
        }
        if (step.action === 'schedule' && (!input.publishAt || Date.parse(input.publishAt) <= now.getTime())) {
            throw conflict('publish-time-passed', {});
        }
        // The hash is computed anew: what is stored must be what was approved, to the letter.
        if ((step.action === 'schedule' || step.action === 'publish') && !isApproved(hashOfContent(row.content), approvals, row.contributors, second !== undefined)) {
            throw conflict('approval-void', {});
        }
        if (step.action === 'publish') {
            await transaction.updateTable('knowledge.revision').set({ state: 'superseded' }).where('article_id', '=', article.id).where('state', 'in', [...liveStates]).execute();
        }
    }

    private async after({ transaction, log, principal, facts: { row }, step, now, article }: Taking): Promise<void> {
        const nextReview = async (): Promise<Date> => reviewDueAt(now, reviewDays(await allCategories(transaction), row.content.categoryId));
        switch (step.action) {
            case 'publish':
                await transaction.updateTable('knowledge.article').set({ ...listedColumns(row.content), state: 'published', published_number: row.number, published_at: now, verified_at: now, review_due_at: await nextReview(), changed_at: now }).where('id', '=', article.id).execute();
                await keepLinks(transaction, article.id);
                break;
            case 'verify':
                await transaction.updateTable('knowledge.article').set({ state: 'published', verified_at: now, review_due_at: await nextReview(), changed_at: now, before_confirming: confirming(principal, row, article, now) }).where('id', '=', article.id).execute();
                break;
            case 'fall-due':
                await transaction.updateTable('knowledge.article').set({ state: 'due-for-review', changed_at: now }).where('id', '=', article.id).execute();
                if (article.owner_id) {
                    log.notify(article.owner_id, 'article.due', { title: article.title }, linkTo('knowledge', 'articles', article.id));
                }
                break;
            case 'hold-up':
                await transaction.updateTable('knowledge.article').set({ changed_at: now }).where('id', '=', article.id).execute();
                for (const each of new Set([row.author_id, article.owner_id])) {
                    if (each) {
                        log.notify(each, 'article.held-up', { title: row.content.title }, linkTo('knowledge', 'articles', article.id));
                    }
                }
                break;
            case 'retire':
                await transaction.updateTable('knowledge.article').set({ state: 'retired', review_due_at: null, changed_at: now }).where('id', '=', article.id).execute();
                await keepLinks(transaction, article.id);
                break;
            default:
                await transaction.updateTable('knowledge.article').set({ changed_at: now }).where('id', '=', article.id).execute();
        }
    }

    /** @throws INVALID without a reason: whoever gets it back must know what to change. */
    private async giveReason(transaction: ArticleTransaction, principal: Principal, row: Selectable<RevisionTable>, reason: string | undefined): Promise<void> {
        if (!reason) {
            throw invalid([{ path: 'reason', code: 'too_small' }]);
        }
        await transaction.insertInto('knowledge.comment').values({ id: newId(), revision_id: row.id, article_id: row.article_id, parent_id: null, passage: null, text: reason, author_id: principal.personId!, created_at: new Date() }).execute();
    }
}

/** How the article stood, for as long as its confirmation can be taken back. */
const confirming = (principal: Principal, row: Selectable<RevisionTable>, article: Selectable<ArticleTable>, now: Date): string | null => {
    const before: Confirming | undefined = principal.personId === null ? undefined : {
        revisionId: row.id, version: row.version + 1, by: principal.personId, at: now.toISOString(), state: row.state === 'due-for-review' ? 'due-for-review' : 'published',
        verifiedAt: article.verified_at?.toISOString() ?? null, reviewDueAt: article.review_due_at?.toISOString() ?? null
    };
    return before ? JSON.stringify(before) : null;
};

/** @throws CONFLICT where it is one's own revision or one's own first approval that stands in the way; FORBIDDEN otherwise */
function requireTaker(principal: Principal, { row, approvals, second, writes }: RevisionFacts, step: RevisionStep): void {
    if (principal.via === 'system' && step.who.includes('house')) {
        return;
    }
    const actor = actorOf(principal, writes, second);
    const takers = takersOf(actor, { contributors: row.contributors, approvals });
    if (step.who.some(each => takers.has(each))) {
        return;
    }
    if (step.who.includes('approver') && actor.approves || step.who.includes('second-approver') && actor.approvesSecond) {
        throw conflict(row.contributors.includes(actor.personId) ? 'own-revision' : 'second-approver-needed', {});
    }
    throw forbidden(step.who.includes('second-approver') ? `article:approve-${second}` : step.who.includes('approver') ? 'article:approve' : 'article:write');
}
