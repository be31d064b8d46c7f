import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Reading, Writing } from '@earshot/core/lib/node/storage/database';
import { invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { MinutesAction, NewAction, NewMinutes } from '../../common/minutes/minutes-contract';
import { isToCome } from '../../common/minutes/days';
import type { MinutesTables, ReviewActionTable } from './minutes-tables';

type StoredAction = Omit<ReviewActionTable, 'done_at'> & { readonly done_at: Date | null };

/** The actions of minutes, in the table `review_action` of a package's schema. The caller decides who may, and writes the audit entry. */
export class MinutesActions {
    constructor(private readonly schema: string) { }

    async keep<T>(transaction: Writing<T>, reviewId: string, actions: readonly NewAction[]): Promise<void> {
        for (const { text, ownerId, dueOn } of actions) {
            await this.tables(transaction).insertInto('review_action').values({ id: newId(), review_id: reviewId, text, owner_id: ownerId, due_on: dueOn, done_by: null }).execute();
        }
    }

    /** An action, held until the transaction ends. @throws NOT_FOUND */
    async hold<T>(transaction: Writing<T>, id: string): Promise<StoredAction> {
        return orNotFound(await this.tables(transaction).selectFrom('review_action').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
    }

    /** Doing it twice changes nothing. */
    async complete<T>(transaction: Writing<T>, id: string, personId: string, at: Date): Promise<void> {
        await this.tables(transaction).updateTable('review_action').set({ done_at: at, done_by: personId }).where('id', '=', id).where('done_at', 'is', null).execute();
    }

    /** By review, in the order in which they were written. @param maySettleAll says of a review whether the caller may say of any of its actions that it is done; of their own everybody may */
    async of<T>(database: Reading<T>, reviewIds: readonly string[], personId: string | null, maySettleAll: (reviewId: string) => boolean): Promise<ReadonlyMap<string, MinutesAction[]>> {
        const rows = reviewIds.length === 0 ? [] : await this.tables(database).selectFrom('review_action as action').innerJoin('core.person as owner', 'owner.id', 'action.owner_id')
            .selectAll('action').select('owner.name as owner_name').where('action.review_id', 'in', [...reviewIds]).orderBy('action.id').execute();
        return new Map(reviewIds.map(id => [id, rows.filter(each => each.review_id === id).map(each => ({
            id: each.id, text: each.text, ownerId: each.owner_id, ownerName: each.owner_name, dueOn: each.due_on, doneAt: each.done_at?.toISOString() ?? null,
            maySettle: each.done_at === null && (each.owner_id === personId || maySettleAll(id))
        }))]));
    }

    private tables<T>(database: Reading<T>): Reading<MinutesTables> {
        return (database as unknown as Reading<MinutesTables>).withSchema(this.schema);
    }
}

/** @throws INVALID 'review-to-come' for what was not held yet, 'unknown-person' for who is not there or has left */
export async function requireSoundMinutes<T>(transaction: Writing<T>, { heldOn, participantIds, actions }: Pick<NewMinutes, 'heldOn' | 'participantIds' | 'actions'>, now: Date, others: readonly string[] = []): Promise<void> {
    if (isToCome(heldOn, now.getTime())) {
        throw invalid([{ path: 'heldOn', code: 'review-to-come' }]);
    }
    const people = [...new Set([...participantIds, ...actions.map(each => each.ownerId), ...others])];
    const found = people.length ? await (transaction as unknown as Writing).selectFrom('core.person').select('id').where('id', 'in', people).where('status', '=', 'active').execute() : [];
    if (found.length < people.length) {
        throw invalid([{ path: 'participantIds', code: 'unknown-person' }]);
    }
}

/** What people are called, by id. */
export async function namesOfPeople<T>(database: Reading<T>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const once = [...new Set(ids)];
    const rows = once.length ? await (database as unknown as Reading).selectFrom('core.person').select(['id', 'name']).where('id', 'in', once).execute() : [];
    return new Map(rows.map(each => [each.id, each.name]));
}
