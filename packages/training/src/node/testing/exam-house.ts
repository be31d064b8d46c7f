import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../core/src/node/people/test-house';
import type { Blueprint } from '../../common/exam/blueprint';
import { testBlueprint, testRule } from '../../common/exam/exam-fixture';
import type { Question } from '../../common/question/question';
import { trainingPermissions } from '../../common/training-permissions';
import { AttemptService } from '../attempt/attempt-service';
import { ExamClock } from '../attempt/exam-clock';
import { MarkingService } from '../attempt/marking-service';
import { ReviewReader } from '../attempt/review-reader';
import { SittingReader } from '../attempt/sitting-reader';
import { AssignmentService } from '../exam/assignment-service';
import { ExamReader } from '../exam/exam-reader';
import { ExamService } from '../exam/exam-service';
import type { QuestionSource } from '../exam/question-source';

/** Texts that must not reach a trainee before they may, in every place of a question that can hold some. */
export const secrets = ['KEY-right', 'KEY-feedback', 'KEY-general', 'KEY-accepted', 'KEY-otherwise', 'KEY-hint', 'KEY-criterion', 'KEY-level'] as const;

export const single = (number: number): Question => ({
    kind: 'single', prompt: `Single ${number}`, points: 1, shuffle: true, feedback: 'KEY-general',
    choices: [{ id: 'KEY-right', text: `Right ${number}`, share: 1, feedback: 'KEY-feedback' }, { id: 'b', text: `Wrong ${number}`, share: 0, feedback: 'KEY-feedback' }, { id: 'c', text: `Half ${number}`, share: 0.5 }]
});
export const short = (number: number): Question => ({ kind: 'short', prompt: `Short ${number}`, points: 1, caseSensitive: false, accepted: [{ id: 'a', text: 'KEY-accepted', share: 1, feedback: 'KEY-feedback' }], otherwise: 'KEY-otherwise' });
export const essay = (number: number): Question => ({ kind: 'essay', prompt: `Essay ${number}`, points: 2, hints: 'KEY-hint', feedback: 'KEY-general' });

/** An essay that is marked by two criteria; the second is critical. Its levels earn 0, half and all. */
export const rubricEssay = (number: number): Question => ({
    kind: 'essay', prompt: `Report ${number}`, points: 4,
    criteria: ['tone', 'facts'].map((id, place) => ({ id, text: `KEY-criterion ${id}`, weight: place + 1, critical: place === 1, levels: [0, 1, 2].map(points => ({ id: `l${points}`, points, text: `KEY-level ${id} ${points}` })) }))
});

/** For integration tests: a house with a bank of its own making, and everybody who has to do with exams. */
export interface TestExamHouse extends TestHouse {
    readonly exams: ExamService; readonly reader: ExamReader; readonly assignments: AssignmentService; readonly attempts: AttemptService; readonly sittings: SittingReader; readonly reviews: ReviewReader; readonly marking: MarkingService; readonly clock: ExamClock;
    readonly bank: Map<string, Question>;
    readonly trainer: TestPerson; readonly approver: TestPerson; readonly agent: TestPerson; readonly colleague: TestPerson; readonly leader: TestPerson;
    /** An exam that is sat. */
    published(about?: Partial<Blueprint>): Promise<string>;
    /** Given to somebody. @returns the id of the assignment */
    given(examId: string, person: TestPerson, closesAt?: string | null): Promise<string>;
}

/**
 * @param questions what the bank has; ten single choices without it
 * @param within a house with more than exams in it
 */
export async function openTestExamHouse(questions: readonly Question[] = Array.from({ length: 10 }, (_, place) => single(place)), within?: TestHouse): Promise<TestExamHouse> {
    const house = within ?? await openTestHouse([...corePermissions, ...trainingPermissions]);
    const { database } = house;
    const bank = new Map(questions.map(each => [newId(), each]));
    const source: QuestionSource = {
        entries: () => Promise.resolve([...bank].map(([id, { points, kind }]) => ({ id, points, clauses: [], skills: [], difficulty: null, tags: [kind] }))),
        contents: (_, ids) => Promise.resolve(new Map(ids.map(id => [id, { versionId: id, question: bank.get(id)! }]))),
        listed: (_, { ids }) => Promise.resolve([...bank].filter(([id]) => ids?.includes(id) ?? true).map(([id, { prompt, kind, points }]) => ({ id, name: prompt, prompt, kind, points }))),
        choices: () => Promise.resolve({ questions: bank.size, clauses: [], skills: [], difficulties: [], tags: [] })
    };
    const [exams, reader, assignments, attempts] = [new ExamService(database, source), new ExamReader(database), new AssignmentService(database), new AttemptService(database, source)];
    const team = await house.team('North');
    const trainer = await house.person('trainer', { roles: ['trainer'] });
    const approver = await house.person('approver', { roles: ['approver'] });
    const leader = await house.person('leader', { roles: ['team-leader'], teamId: team });
    return {
        ...house, exams, reader, assignments, attempts, bank, trainer, approver, leader: await house.again(leader), sittings: new SittingReader(database), reviews: new ReviewReader(database), marking: new MarkingService(database), clock: new ExamClock(database, attempts),
        agent: await house.person('agent', { roles: ['agent'], teamId: team }), colleague: await house.person('colleague', { roles: ['agent'] }),
        published: async (about = {}) => {
            const id = await exams.add(trainer, 'Exam');
            const blueprint = testBlueprint([testRule('any', 4)], { attempts: null, waitHours: 0, ...about });
            await exams.change(trainer, { id, version: 1, title: 'Exam', blueprint });
            await exams.requestReview(trainer, { id, version: 2 });
            await exams.publish(approver, { id, version: 3 });
            return id;
        },
        given: async (examId, person, closesAt = null) => {
            await assignments.assign(trainer, { id: examId, personIds: [person.personId], teamIds: [], positionIds: [], opensAt: null, closesAt });
            const { id } = await database.read<{ 'training.exam_assignment': { id: string; exam_id: string; person_id: string } }>().selectFrom('training.exam_assignment').select('id').where('exam_id', '=', examId).where('person_id', '=', person.personId).orderBy('id', 'desc').executeTakeFirstOrThrow();
            return id;
        }
    };
}
