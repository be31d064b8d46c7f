import { createHash } from 'node:crypto';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { type Kysely, type Selectable, sql } from 'kysely';
import { type ArticleContent, canonicalContent } from '../../common/article/article-content';
import type { Revision, RevisionRow } from '../../common/article/article-contract';
import { type SecondApproval, secondApproval } from '../../common/category/category-rules';
import { type Actor, type Approval, possibleSteps, takersOf } from '../../common/workflow/article-workflow';
import { allCategories } from '../category/category-rows';
import type { RevisionTable, Tables } from '../knowledge-tables';

/** SHA-256 of the canonical text, hexadecimal: what was approved is recognised by it. */
export const hashOfContent = (content: ArticleContent): string => createHash('sha256').update(canonicalContent(content)).digest('hex');

/** What a person may do in the workflow, apart from what they are to a single revision. @param writes whether they may write this article */
export const actorOf = (principal: Principal, writes: boolean, second: SecondApproval | undefined): Actor => ({
    personId: principal.personId ?? '', writes, approves: principal.permissions.has('article:approve'),
    approvesSecond: second !== undefined && principal.permissions.has(`article:approve-${second}`)
});

export interface ApprovalFound extends Approval { readonly personName: string; readonly step: 'first' | SecondApproval; readonly at: Date }

/** The approvals of several revisions, by their ids. */
export async function approvalsOf(database: Kysely<Tables>, revisionIds: readonly string[]): Promise<ReadonlyMap<string, readonly ApprovalFound[]>> {
    const rows = revisionIds.length === 0 ? [] : await database.selectFrom('knowledge.approval as approval').innerJoin('core.person as person', 'person.id', 'approval.person_id')
        .select(['approval.revision_id', 'approval.person_id', 'person.name', 'approval.step', 'approval.hash', 'approval.at', 'approval.voided_at']).where('approval.revision_id', 'in', [...revisionIds]).orderBy('approval.id').execute();
    const show = (each: typeof rows[number]): ApprovalFound => ({ personId: each.person_id, personName: each.name, step: each.step, hash: each.hash, at: each.at, voided: each.voided_at !== null });
    return new Map(revisionIds.map(id => [id, rows.filter(each => each.revision_id === id).map(show)]));
}

/** Everything that a decision about a revision rests on. */
export interface RevisionFacts {
    readonly row: Selectable<RevisionTable>;
    readonly approvals: readonly ApprovalFound[];
    readonly second: SecondApproval | undefined;
    readonly writes: boolean;
}

export async function factsOf(database: Kysely<Tables>, row: Selectable<RevisionTable>, writes: boolean): Promise<RevisionFacts> {
    const [approvals, categories] = [await approvalsOf(database, [row.id]), await allCategories(database)];
    return { row, approvals: approvals.get(row.id)!, second: secondApproval(categories, row.content.categoryId), writes };
}

const moment = (value: Date | null): string | null => value?.toISOString() ?? null;

export function showRevision(principal: Principal, { row, approvals, second, writes }: RevisionFacts, authorName: string | null): Revision {
    const takers = takersOf(actorOf(principal, writes, second), { contributors: row.contributors, approvals });
    return {
        id: row.id, articleId: row.article_id, number: row.number, state: row.state, content: { ...row.content, tags: [...row.content.tags], audience: [...row.content.audience], parts: { ...row.content.parts } }, hash: row.hash,
        authorId: row.author_id, authorName, note: row.note, publishAt: moment(row.publish_at), changedAt: row.changed_at.toISOString(), publishedAt: moment(row.published_at), version: row.version, secondApproval: second ?? null,
        approvals: approvals.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })), may: [...possibleSteps(row.state, takers, second !== undefined)]
    };
}

/** Revisions of an article for the history; the caller adds which. */
export const revisionRows = (database: Kysely<Tables>) => database.selectFrom('knowledge.revision as revision')
    .innerJoin('knowledge.article as article', 'article.id', 'revision.article_id').leftJoin('core.person as author', 'author.id', 'revision.author_id')
    .select(['revision.id', 'revision.article_id', 'revision.number', 'revision.state', 'revision.hash', 'revision.author_id', 'author.name as author_name', 'revision.note', 'revision.publish_at', 'revision.changed_at', 'revision.published_at', 'revision.version'])
    .select(sql<string>`revision.content ->> 'title'`.as('title'));

export type RevisionRowFound = Awaited<ReturnType<ReturnType<typeof revisionRows>['executeTakeFirstOrThrow']>>;

export const showRevisionRow = (row: RevisionRowFound): RevisionRow => ({
    id: row.id, articleId: row.article_id, number: row.number, state: row.state, hash: row.hash, authorId: row.author_id, authorName: row.author_name, note: row.note, publishAt: moment(row.publish_at),
    changedAt: row.changed_at.toISOString(), publishedAt: moment(row.published_at), version: row.version, title: row.title
});
