import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { feedbackDays } from '../../common/session/session-feedback';
import type { TrainingTables } from '../training-tables';
import { ownLink, sessionDetail, tellOfSession } from './session-change';

const house = systemPrincipal('training-sessions');
const dayMs = 86_400_000;
/** Sessions that one run looks at; what is left waits for the next. */
const batch = 100;

/** What happens to sessions by the clock: people are reminded on the day before, and names are taken off what was said when that cannot be changed any more. */
@injectable()
export class SessionReminders implements ScheduleContribution {
    readonly name = 'training-sessions';
    readonly when = { everySeconds: 600 };

    constructor(@inject(Database) private readonly database: Database) { }

    async run(now = new Date()): Promise<void> {
        await this.remind(now);
        await this.takeNamesOff(now);
    }

    /** Once each, and only those who were invited earlier than a day before: the others have just been told. */
    private async remind(now: Date): Promise<void> {
        const database = this.database.read<TrainingTables>();
        const soon = await database.selectFrom('training.course_session as session').innerJoin('training.course as course', 'course.id', 'session.course_id')
            .select(['session.id', 'course.title', 'session.trainer_id', 'session.starts_at', 'session.place', 'session.online_link'])
            .where('session.state', '=', 'planned').where('session.starts_at', '>', now).where('session.starts_at', '<=', new Date(now.getTime() + dayMs))
            .where(sql<boolean>`exists (select from training.session_participant waiting where waiting.session_id = session.id and waiting.reminded_at is null and waiting.invited_at < session.starts_at - interval '1 day')`).orderBy('session.starts_at').limit(batch).execute();
        for (const session of soon) {
            await this.database.write<void, TrainingTables>(house, async (transaction, log) => {
                // two back ends may look at the same moment: whoever writes it down tells it
                const reminded = await transaction.updateTable('training.session_participant').set({ reminded_at: now }).where('session_id', '=', session.id).where('reminded_at', 'is', null).where('invited_at', '<', new Date(session.starts_at.getTime() - dayMs)).returning('person_id').execute();
                reminded.forEach(each => log.notify(each.person_id, 'training-session.tomorrow', sessionDetail(session), ownLink(session.id)));
                log.audit('training-session.reminded', 'sessions', session.id, { people: reminded.length });
            });
        }
    }

    private async takeNamesOff(now: Date): Promise<void> {
        const over = new Date(now.getTime() - feedbackDays * dayMs);
        const sessions = await this.database.read<TrainingTables>().selectFrom('training.session_feedback as feedback').innerJoin('training.course_session as session', 'session.id', 'feedback.session_id').select(['session.id', 'session.trainer_id'])
            .where('feedback.person_id', 'is not', null).where('session.held_at', '<=', over).distinct().limit(batch).execute();
        for (const session of sessions) {
            await this.database.write<void, TrainingTables>(house, async (transaction, log) => {
                const { numUpdatedRows } = await transaction.updateTable('training.session_feedback').set({ person_id: null, version: 1 }).where('session_id', '=', session.id).where('person_id', 'is not', null).executeTakeFirstOrThrow();
                log.audit('training-session.names-taken-off', 'sessions', session.id, { forms: Number(numUpdatedRows) });
                tellOfSession(log, session);
            });
        }
    }
}
