import { sql } from 'kysely';
import { boundedTimes, type WindowTimes } from '../../common/attempt/view-times';
import type { TrainingTransaction } from '../training-tables';

interface Running { readonly id: string; readonly startedAt: Date; readonly questions: number }

/** Keeps how long a window has shown each question. Times only grow: what arrives late in the row takes nothing back. */
export async function keepViewTimes(transaction: TrainingTransaction, { id, startedAt, questions }: Running, { client, times }: WindowTimes, now: Date): Promise<void> {
    const longest = new Map(boundedTimes(times, now.getTime() - startedAt.getTime()).filter(each => each.place < questions).sort((one, other) => one.ms - other.ms).map(each => [each.place, each.ms]));
    if (longest.size) {
        await transaction.insertInto('training.attempt_view').values([...longest].map(([place, ms]) => ({ attempt_id: id, client_id: client, place, ms })))
            .onConflict(already => already.columns(['attempt_id', 'place', 'client_id']).doUpdateSet({ ms: sql`greatest(attempt_view.ms, excluded.ms)` })).execute();
    }
}
