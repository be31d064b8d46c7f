import { invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { Reading, Writing } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Comment, NewComment } from '../../common/comment/comment-contract';
import type { CommentTables } from './comment-table';

/** A comment with what it is about. */
export interface CommentFound extends Comment { readonly subjectId: string }

/** Nobody reads more of one thing, and no screen shows it. */
const mostComments = 1000;

/** Comments in a table of a package. The caller decides who may say and read them, and writes the audit entry. */
export class Comments {
    /**
     * @param table with its schema, `knowledge.comment`
     * @param subject the column of what is commented on
     * @param within the column within which answers stay
     */
    constructor(private readonly table: string, private readonly subject: string, private readonly within = subject) { }

    /** As they were said. */
    async of<T>(database: Reading<T>, subjectIds: readonly string[]): Promise<CommentFound[]> {
        return subjectIds.length === 0 ? [] : (await this.rows(database).where(this.about, 'in', [...subjectIds]).orderBy('comment.id').limit(mostComments).execute()).map(show);
    }

    /** @throws NOT_FOUND */
    async one<T>(database: Reading<T>, id: string): Promise<CommentFound> {
        return show(orNotFound(await this.rows(database).where('comment.id', '=', id).executeTakeFirst()));
    }

    /**
     * @param about the values of the columns that say what it is about
     * @returns its id, and who said what it answers
     * @throws INVALID 'unknown-comment' for an answer to what stands elsewhere
     */
    async add<T>(transaction: Writing<T>, { text, passage, parentId }: NewComment, about: Readonly<Record<string, string>>, authorId: string, now: Date): Promise<{ readonly id: string; readonly answered: string | null }> {
        const parent = parentId === null ? undefined : await this.tables(transaction).selectFrom(this.named).select(['comment.id', 'comment.parent_id', 'comment.author_id'])
            .where('comment.id', '=', parentId).where(`comment.${this.within}` as 'comment.id', '=', about[this.within]!).executeTakeFirst();
        if (parentId !== null && !parent) {
            throw invalid([{ path: 'parentId', code: 'unknown-comment' }]);
        }
        const id = newId();
        await this.tables(transaction).insertInto(this.name).values({ ...about, id, parent_id: parent?.parent_id ?? parent?.id ?? null, passage: passage ? JSON.stringify(passage) : null, text, author_id: authorId, created_at: now, resolved_by: null }).execute();
        return { id, answered: parent?.author_id ?? null };
    }

    /** Doing it twice changes nothing but who did it last. */
    async resolve<T>(transaction: Writing<T>, id: string, personId: string | null, at: Date): Promise<void> {
        await this.tables(transaction).updateTable(this.name).set({ resolved_at: personId === null ? null : at, resolved_by: personId }).where('id', '=', id).execute();
    }

    // Kysely knows tables and columns by names that are types; all of these tables have the same columns, and what they are about is an id.
    private get about() {
        return `comment.${this.subject}` as 'comment.id';
    }

    private get name() {
        return this.table as 'comment';
    }

    private get named() {
        return `${this.table} as comment` as 'comment as comment';
    }

    private tables<T>(database: Reading<T>): Reading<CommentTables> {
        return database as unknown as Reading<CommentTables>;
    }

    private rows<T>(database: Reading<T>) {
        return this.tables(database).selectFrom(this.named).innerJoin('core.person as author', 'author.id', 'comment.author_id').leftJoin('core.person as resolver', 'resolver.id', 'comment.resolved_by')
            .selectAll('comment').select(['author.name as author_name', 'resolver.name as resolver_name']).select(`${this.about} as subject_id`);
    }
}

type Row = Awaited<ReturnType<ReturnType<Comments['rows']>['executeTakeFirstOrThrow']>>;

const show = (row: Row): CommentFound => ({
    id: row.id, subjectId: row.subject_id, parentId: row.parent_id, passage: row.passage, text: row.text, authorId: row.author_id, authorName: row.author_name, createdAt: row.created_at.toISOString(),
    resolvedAt: row.resolved_at?.toISOString() ?? null, resolvedByName: row.resolver_name
});
