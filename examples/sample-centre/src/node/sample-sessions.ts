import { FormEditing } from '@earshot/assessment/lib/node/form/form-editing';
import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { trainingFeedbackForm } from '@earshot/forms';
import { CourseService } from '@earshot/training/lib/node/session/course-service';
import { SessionFeedbackService } from '@earshot/training/lib/node/session/feedback-service';
import { SessionPeople } from '@earshot/training/lib/node/session/session-people';
import { SessionPlanning } from '@earshot/training/lib/node/session/session-planning';
import { SessionReminders } from '@earshot/training/lib/node/session/session-reminders';
import type { TrainingTables } from '@earshot/training/lib/node/training-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { answersOf, sampleCourses, type SampleSession } from '../common/sample-sessions';
import { quieten } from './quieten';
import { signedIn, type Staff } from './signed-in';

const [hourMs, dayMs] = [3_600_000, 86_400_000];
/** People are invited so long before. */
const invitedDaysBefore = 14;
const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);

/** Trainings: held, with who came and what they thought; to come; and one that does not take place. Made through the services, as of their days. */
@injectable()
export class SampleSessions {
    constructor(
        @inject(Database) private readonly database: Database, @inject(SessionService) private readonly signIns: SessionService, @inject(FormEditing) private readonly forms: FormEditing, @inject(CourseService) private readonly courses: CourseService,
        @inject(SessionPlanning) private readonly planning: SessionPlanning, @inject(SessionPeople) private readonly attendance: SessionPeople, @inject(SessionFeedbackService) private readonly feedback: SessionFeedbackService
    ) { }

    /** @param people ids by sign-in name; the documents are there already */
    async add(people: ReadonlyMap<string, string>, now = new Date()): Promise<void> {
        const as = signedIn(this.signIns, people);
        const planner = await as('tina');
        const feedbackFormId = await this.publish(await as('lena'));
        const documents = new Map((await this.database.read<TrainingTables>().selectFrom('training.document').select(['id', 'title']).execute()).map(each => [each.title, each.id]));
        for (const { title, aim, trainer, covers, sessions } of sampleCourses) {
            const courseId = await this.courses.add(planner, { title, aim, covers: covers.map(each => linkTo('training', 'documents', documents.get(each)!)), feedbackFormId });
            for (const session of sessions) {
                await this.hold(session, courseId, planner, await as(trainer), people, now);
            }
        }
        await new SessionReminders(this.database).run(now);
        await quieten(this.database, 'training-session');
    }

    private async hold(session: SampleSession, courseId: string, planner: Staff, trainer: Staff, people: ReadonlyMap<string, string>, now: Date): Promise<void> {
        const startsAt = later(now, session.inDays * dayMs);
        startsAt.setHours(session.hour, 0, 0, 0);
        const endsAt = later(startsAt, session.hours * hourMs);
        const id = await this.planning.plan(planner, {
            courseId, trainerId: trainer.personId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place: session.place, onlineLink: session.onlineLink ?? '', seats: session.seats,
            personIds: Object.keys(session.people).map(each => people.get(each)!), teamIds: [], positionIds: []
        });
        await this.dateBack(id, later(startsAt < now ? startsAt : now, -invitedDaysBefore * dayMs));
        if (session.cancelled) {
            await this.planning.act(planner, { id, version: 1, action: 'cancel', reason: session.cancelled });
        } else if (session.inDays < 0) {
            await this.attendance.note(trainer, { id, marks: Object.entries(session.people).map(([login, mark]) => ({ personId: people.get(login)!, mark })) }, endsAt);
            await this.planning.act(trainer, { id, version: 1, action: 'hold', reason: '' }, endsAt);
            for (const opinion of session.opinions ?? []) {
                await this.feedback.give((await this.signIns.principalOfPerson(people.get(opinion.by)!, 'session'))!, { id, version: 0, answers: answersOf(opinion) }, later(endsAt, hourMs));
            }
        }
    }

    private async dateBack(id: string, invitedAt: Date): Promise<void> {
        await this.database.write<void, TrainingTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            await transaction.updateTable('training.session_participant').set({ invited_at: invitedAt }).where('session_id', '=', id).execute();
            log.audit('sample.dated', 'sessions', id);
        });
    }

    private async publish(lead: Staff): Promise<string> {
        const draft = await this.forms.create(lead, { key: 'training-feedback', subject: 'training', definition: trainingFeedbackForm });
        const review = await this.forms.act(lead, { id: draft.id, version: draft.version, action: 'submit' });
        return (await this.forms.act(lead, { id: draft.id, version: review.version, action: 'publish' })).formId;
    }
}
