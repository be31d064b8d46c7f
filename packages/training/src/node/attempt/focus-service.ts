import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import { type AwayTime, awayTimes, type FocusChange } from '../../common/attempt/away-times';
import type { Tables, TrainingTables } from '../training-tables';
import { tellOfAttempt } from './grading';

type Caller = Principal & { readonly personId: string };
export interface FocusReport { readonly id: string; readonly client: string; readonly sequence: number; readonly kind: FocusChange['kind'] }

/** Changes that are kept of one attempt: more say nothing more. */
const mostChanges = 2000;

/** How often somebody has left. @param attempt the column (trusted, from code) with the id of the attempt */
export const timesLeft = (attempt: string) => sql<number>`(select count(*)::int from training.attempt_focus focus where focus.attempt_id = ${sql.ref(attempt)} and focus.kind = 'left')`;

export async function awayTimesOf(database: Kysely<Tables>, attemptId: string): Promise<readonly AwayTime[]> {
    const changes = await database.selectFrom('training.attempt_focus').select(['client_id as client', 'kind', 'at']).where('attempt_id', '=', attemptId).orderBy('at').orderBy('client_id').orderBy('sequence').execute();
    return awayTimes(changes);
}

/** Supervised exams: whether their window had somebody's attention, by the server's clock. */
@injectable()
export class FocusService {
    constructor(@inject(Database) private readonly database: Database) { }

    /**
     * Writes down that somebody left a window, or returned to it. What arrives twice counts once.
     * @returns how often they have left by now
     * @throws NOT_FOUND for what is not the caller's; CONFLICT `not-proctored`, `attempt-over`
     */
    async report(principal: Caller, { id, client, sequence, kind }: FocusReport, now = new Date()): Promise<number> {
        return this.database.write<number, TrainingTables>(principal, async (transaction, log) => {
            const attempt = orNotFound(await transaction.selectFrom('training.attempt as attempt').innerJoin('training.exam_version as exam', 'exam.id', 'attempt.exam_version_id').innerJoin('core.person as person', 'person.id', 'attempt.person_id')
                .select(['attempt.id', 'attempt.state', 'attempt.person_id', 'person.team_id', 'exam.blueprint']).where('attempt.id', '=', id).where('attempt.person_id', '=', principal.personId).forUpdate('attempt').executeTakeFirst());
            if (!attempt.blueprint.proctored) {
                throw conflict('not-proctored');
            }
            if (attempt.state !== 'running') {
                throw conflict('attempt-over');
            }
            const { kept } = await transaction.selectFrom('training.attempt_focus').select(({ fn }) => fn.countAll<number>().as('kept')).where('attempt_id', '=', id).executeTakeFirstOrThrow();
            if (kept < mostChanges) {
                await transaction.insertInto('training.attempt_focus').values({ attempt_id: id, client_id: client, sequence, kind, at: now }).onConflict(already => already.doNothing()).execute();
            }
            log.audit('attempt.focus-changed', 'attempts', id, { kind });
            tellOfAttempt(log, attempt);
            const { times } = await transaction.selectFrom('training.attempt').select(timesLeft('training.attempt.id').as('times')).where('id', '=', id).executeTakeFirstOrThrow();
            return times;
        });
    }
}
