import { FormEditing } from '@earshot/assessment/lib/node/form/form-editing';
import { assessmentPermissions } from '@earshot/assessment/lib/common/assessment-contract';
import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import type { PeopleMeasure } from '@earshot/core/lib/node/measure/people-measure';
import { type Answers, builtInKinds, trainingFeedbackForm } from '@earshot/forms';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../core/src/node/people/test-house';
import { trainingPermissions } from '../../common/training-permissions';
import { CourseService } from '../session/course-service';
import { SessionFeedbackService } from '../session/feedback-service';
import { SessionEffects } from '../session/session-effects';
import { SessionPeople } from '../session/session-people';
import { SessionPlanning } from '../session/session-planning';
import { SessionReader } from '../session/session-reader';
import { SessionReminders } from '../session/session-reminders';
import { SessionWork } from '../session/session-work';

const hourMs = 3_600_000;

/** For integration tests: a house in which is taught, with a course, its form, a team of six and its leader. */
export interface TestSessionHouse extends TestHouse {
    readonly courses: CourseService; readonly reader: SessionReader; readonly planning: SessionPlanning; readonly people: SessionPeople; readonly feedback: SessionFeedbackService; readonly effects: SessionEffects; readonly reminders: SessionReminders; readonly work: SessionWork;
    readonly trainer: TestPerson; readonly leader: TestPerson; readonly stranger: TestPerson; readonly auditor: TestPerson; readonly teamId: string; readonly agents: readonly TestPerson[];
    readonly courseId: string;
    /** Complete answers with this rating of everything. */
    answers(rating: number): Answers;
    /** A session of two hours for these people, which begins so many hours from now. @returns its id */
    planned(inHours: number, people?: readonly TestPerson[], about?: { readonly seats?: number | null; readonly courseId?: string; readonly by?: TestPerson }): Promise<string>;
    /** One that was closed: the first so many were there, the others absent. */
    held(present: number, inHours?: number): Promise<string>;
    act(person: TestPerson, id: string, action: 'cancel' | 'reinstate' | 'hold' | 'reopen', now?: Date): Promise<void>;
    /** Kinds of what somebody was told, in order. */
    toldOf(person: TestPerson): Promise<readonly string[]>;
}

/** @param measures what is known of people; nothing without it */
export async function openTestSessionHouse(measures: readonly PeopleMeasure[] = []): Promise<TestSessionHouse> {
    const house = await openTestHouse([...corePermissions, ...assessmentPermissions, ...trainingPermissions]);
    const { database } = house;
    const [courses, reader, planning, people] = [new CourseService(database), new SessionReader(database), new SessionPlanning(database), new SessionPeople(database)];
    const feedback = new SessionFeedbackService(database, reader, builtInKinds);
    const trainer = await house.person('trainer', { roles: ['trainer'] });
    const lead = await house.person('leader', { roles: ['team-leader'] });
    const team = await house.team('North', { leaderId: lead.personId });
    const agents = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(each => house.person(`agent-${each}`, { roles: ['agent'], teamId: team })));
    const editor = await house.person('lead', { roles: ['qa-lead'] });
    const forms = new FormEditing(database, builtInKinds);
    const draft = await forms.create(editor, { key: 'training-feedback', subject: 'training', definition: trainingFeedbackForm });
    const { version } = await forms.act(editor, { id: draft.id, version: draft.version, action: 'submit' });
    const { formId } = await forms.act(editor, { id: draft.id, version, action: 'publish' });
    const courseId = await courses.add(trainer, { title: 'Identity', aim: 'Everybody checks three marks.', covers: [], feedbackFormId: formId });

    const at = (hours: number): string => new Date(Date.now() + hours * hourMs).toISOString();
    const act: TestSessionHouse['act'] = async (person, id, action, now) => planning.act(person, { id, version: (await reader.get(trainer, id)).version, action, reason: '' }, now);
    const planned: TestSessionHouse['planned'] = async (inHours, whom = agents, { seats = null, courseId: course = courseId, by = trainer } = {}) => planning.plan(trainer, {
        courseId: course, trainerId: by.personId, startsAt: at(inHours), endsAt: at(inHours + 2), place: 'Room 1', onlineLink: '', seats, personIds: whom.map(each => each.personId), teamIds: [], positionIds: []
    });
    return {
        ...house, courses, reader, planning, people, feedback, effects: new SessionEffects(database, reader, courses, { getContributions: () => [...measures] }), reminders: new SessionReminders(database), work: new SessionWork(database, feedback),
        trainer, leader: await house.again(lead), teamId: team, stranger: await house.person('stranger', { roles: ['agent'] }), auditor: await house.person('auditor', { roles: ['auditor'] }), agents, courseId,
        answers: rating => ({ 'training.use': { value: rating }, 'training.content': { value: rating }, 'training.pace': { value: 'right' }, 'trainer.clear': { value: rating }, 'trainer.questions': { value: rating } }),
        planned, act,
        held: async (present, inHours = -3) => {
            const id = await planned(inHours);
            await people.note(trainer, { id, marks: agents.map((each, place) => ({ personId: each.personId, mark: place < present ? 'present' : 'absent' })) });
            await act(trainer, id, 'hold');
            return id;
        },
        toldOf: async person => (await database.read().selectFrom('core.notification').select('kind').where('person_id', '=', person.personId).orderBy('id').execute()).map(each => each.kind)
    };
}
