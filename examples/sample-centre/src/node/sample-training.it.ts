import { assessmentPermissions } from '@earshot/assessment/lib/common/assessment-contract';
import { FormEditing } from '@earshot/assessment/lib/node/form/form-editing';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import { builtInKinds } from '@earshot/forms';
import { trainingPermissions } from '@earshot/training/lib/common/training-permissions';
import { CertificateService } from '@earshot/training/lib/node/certificate/certificate-service';
import { CertificationService } from '@earshot/training/lib/node/certification/certification-service';
import { DiagramService } from '@earshot/training/lib/node/diagram/diagram-service';
import { DocumentEditing } from '@earshot/training/lib/node/document/document-editing';
import { DocumentReader } from '@earshot/training/lib/node/document/document-reader';
import { VersionWorkflow } from '@earshot/training/lib/node/document/version-workflow';
import { RequestComments } from '@earshot/training/lib/node/document/request-comments';
import { RequestService } from '@earshot/training/lib/node/document/request-service';
import { ReviewService } from '@earshot/training/lib/node/document/review-service';
import { VersionComments } from '@earshot/training/lib/node/document/version-comments';
import { MarkingService } from '@earshot/training/lib/node/attempt/marking-service';
import { SittingReader } from '@earshot/training/lib/node/attempt/sitting-reader';
import { AssignmentService } from '@earshot/training/lib/node/exam/assignment-service';
import { ExamReader } from '@earshot/training/lib/node/exam/exam-reader';
import { ExamService } from '@earshot/training/lib/node/exam/exam-service';
import { CourseService } from '@earshot/training/lib/node/session/course-service';
import { SessionFeedbackService } from '@earshot/training/lib/node/session/feedback-service';
import { SessionPeople } from '@earshot/training/lib/node/session/session-people';
import { SessionPlanning } from '@earshot/training/lib/node/session/session-planning';
import { SessionReader } from '@earshot/training/lib/node/session/session-reader';
import { ItemAnalysisReader } from '@earshot/training/lib/node/item-analysis/item-analysis-reader';
import { ItemFindings } from '@earshot/training/lib/node/item-analysis/item-findings';
import { QuestionBank } from '@earshot/training/lib/node/question/question-bank';
import { QuestionGate } from '@earshot/training/lib/node/question/question-checks';
import { QuestionReader } from '@earshot/training/lib/node/question/question-reader';
import type { TrainingTables } from '@earshot/training/lib/node/training-tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../packages/core/src/node/people/test-house';
import { candidates, yearlyExam, yearlySitters } from '../common/history/past-sittings';
import { sampleListeningQuestion } from '../common/sample-marked-questions';
import { sampleExams } from '../common/sample-exams';
import { questionsInReview, questionToCheck } from '../common/sample-questions';
import { SampleCare } from './sample-care';
import { SampleAttempts } from './sample-attempts';
import { SampleCertificates } from './sample-certificates';
import { SampleDocuments } from './sample-documents';
import { SampleExams } from './sample-exams';
import { SampleSessions } from './sample-sessions';
import { SampleQuestions } from './sample-questions';
import { addStaff } from './sample-staff';

let house: TestHouse;
let people: ReadonlyMap<string, string>;
let exams: readonly string[];
const bank = new QuestionBank();
const as = async (login: string) => (await house.sessions.principalOfPerson(people.get(login)!, 'session'))!;

beforeAll(async () => {
    house = await openTestHouse([...corePermissions, ...assessmentPermissions, ...trainingPermissions]);
    const { database, sessions } = house;
    people = await addStaff(database, 'a password for nobody');
    const gates = { getContributions: () => [new QuestionGate()] };
    await new SampleDocuments(database, sessions, new DocumentEditing(database), new DocumentReader(database, gates), new VersionWorkflow(database, gates), new DiagramService(database)).add(people);
    await new SampleCare(database, sessions, new RequestService(database), new ReviewService(database), new RequestComments(database), new VersionComments(database)).add(people);
    const questions = await new SampleQuestions(database, sessions).add(people, { recording: linkTo('quality', 'interactions', newId()), form: { formId: newId(), version: 1 } });
    exams = await new SampleExams(database, sessions, new ExamService(database, bank), new CertificationService(database)).add(people, questions);
    await new SampleAttempts(database, bank, new ItemFindings(database)).add(people, exams, questions);
    await new SampleCertificates(database, sessions).add(people);
    const feedback = new SessionFeedbackService(database, new SessionReader(database), builtInKinds);
    await new SampleSessions(database, sessions, new FormEditing(database, builtInKinds), new CourseService(database), new SessionPlanning(database), new SessionPeople(database), feedback).add(people);
});
afterAll(() => house.close());

describe('the training of the sample centre', () => {
    it('has wishes about clauses, answered and not, and minutes whose actions are done, open and none of them late', async () => {
        const requests = await new RequestService(house.database).list(await as('petra'), { limit: 50 });
        expect(requests.rows.map(each => each.state).sort()).toEqual(['accepted', 'declined', 'open', 'open']);
        expect(requests.rows.filter(each => each.clause === null)).toEqual([]);
        expect(requests.rows.filter(each => each.comments > 0).map(each => [each.state, each.comments])).toEqual([['open', 3]]);
        const { rows } = await new ReviewService(house.database).list(await as('petra'), { limit: 50 });
        expect(rows.map(each => each.documentTitle)).toEqual(['Quality monitoring', null]);
        const actions = rows.flatMap(each => each.actions);
        expect(actions.filter(each => each.doneAt === null).every(each => Date.parse(each.dueOn) > Date.now())).toBe(true);
        expect(actions.filter(each => each.doneAt !== null)).toHaveLength(2);
    });

    it('has a bank that somebody else than the author has approved, but for a few', async () => {
        const { rows } = await new QuestionReader(house.database).list(await as('tina'), { limit: 500 });
        const named = (state: string): readonly string[] => rows.filter(each => each.state === state).map(each => each.name).sort();
        expect(rows.length).toBeGreaterThan(100);
        expect(named('in-review')).toEqual([...questionsInReview].sort());
        expect(named('approved').length).toBe(rows.length - questionsInReview.length);
        expect(rows.filter(each => each.toCheck > 0).map(each => each.name)).toEqual([questionToCheck]);
        const versions = await house.database.read<TrainingTables>().selectFrom('training.question_version').select(['author_id', 'approved_by']).where('state', '=', 'approved').execute();
        expect(versions.filter(each => each.approved_by === null || each.approved_by === each.author_id)).toEqual([]);
    });

    it('binds every question to a clause in effect, and offers it to reviewers and authors as any other', async () => {
        const reader = new QuestionReader(house.database);
        const { rows } = await reader.list(await as('tina'), { limit: 500 });
        const bound = await house.database.read<TrainingTables>().selectFrom('training.question_clause as bound').innerJoin('training.clause as clause', join => join.onRef('clause.document_id', '=', 'bound.document_id').onRef('clause.anchor', '=', 'bound.clause_id')).select('bound.question_id').where('clause.current', '=', true).execute();
        expect(new Set(bound.map(each => each.question_id)).size).toBe(rows.length);
        const waiting = rows.find(each => each.name === questionsInReview[0])!;
        expect((await reader.get(await as('petra'), waiting.id)).may).toEqual(expect.arrayContaining(['approve', 'return']));
        expect((await reader.get(await as('tina'), rows.find(each => each.name === questionToCheck)!.id)).may).toContain('confirm');
        expect((await bank.entries(house.database.read<TrainingTables>())).length).toBe(rows.length - questionsInReview.length - 2); // nor is what nobody can hear yet
    });

    it('has exams that can be sat, and tells nobody of them', async () => {
        const tables = house.database.read<TrainingTables>();
        expect((await tables.selectFrom('training.exam').select('title').where('state', '=', 'published').execute()).map(each => each.title).sort()).toEqual(sampleExams.map(each => each.title).sort());
        expect(await tables.selectFrom('core.notification').select('kind').execute()).toEqual([]);
    });

    it('has an exam that everybody sat, of which one question discriminates negatively and one is right for all', async () => {
        const analysis = await new ItemAnalysisReader(house.database).get(await as('tina'), { id: exams[2]! });
        expect(analysis).toMatchObject({ hidden: null, people: yearlySitters.length });
        expect(analysis.items.flatMap(each => each.concern ? [[each.name, each.concern]] : []).sort()).toEqual([[yearlyExam.misread, 'negative'], [yearlyExam.known, 'everybody']].sort());
        expect(analysis.test!.alpha.value).toBeGreaterThan(0.5);
        const heard = analysis.items.at(-1)!;
        expect([heard.name, heard.kind, heard.n]).toEqual([sampleListeningQuestion.name, 'listening', yearlySitters.length]);
        expect(heard.difficulty.value).toBeGreaterThan(0.5);
        expect(heard.difficulty.value).toBeLessThan(1);
        expect(analysis.items.every(each => each.times?.n === yearlySitters.length)).toBe(true);
        expect(heard.times!.median).toBeGreaterThan(Math.max(...analysis.items.slice(0, -1).map(each => each.times!.median)));
        expect(analysis.items.reduce((sum, each) => sum + each.times!.rapid!.people, 0)).toBeGreaterThan(0);
        const found = (await new QuestionReader(house.database).list(await as('tina'), { standsOut: true, limit: 50 })).rows.map(each => [each.name, each.concern]);
        expect(found.sort()).toEqual([[yearlyExam.misread, 'negative'], [yearlyExam.known, 'everybody']].sort());
        const { passed, failed } = (await new ExamReader(house.database).get(await as('tina'), exams[2]!));
        expect(passed).toBeGreaterThan(10);
        expect([passed + failed, failed > 0]).toEqual([yearlySitters.length, true]);
    });

    it('has a round in progress: passed and not, to be told, to be marked, still to be sat', async () => {
        const trainer = await as('tina');
        const { rows } = await new AssignmentService(house.database).list(trainer, { examId: exams[0]!, limit: 50 });
        const states = new Map(rows.map(each => [each.personId, each.state]));
        expect(candidates.map(({ login }) => [login, states.get(people.get(login)!)])).toEqual([
            ['agent1042', 'passed'], ['agent1032', 'passed'], ['agent1024', 'failed'], ['agent1025', 'marking'], ['agent1044', 'marking'], ['agent1022', 'open'], ['agent1034', 'open']
        ]);
        expect((await new MarkingService(house.database).queue(trainer, { limit: 50 })).rows.map(each => [each.state, each.waiting])).toEqual([['graded', 0], ['submitted', 1]]);
        const marks = await house.database.read<TrainingTables>().selectFrom('training.attempt_mark').select(['share', 'ratings']).execute();
        expect(marks.map(each => each.share).sort()).toEqual([0.375, 0.875, 0.875, 1]);
        expect(marks.every(each => Object.keys(each.ratings ?? {}).length === 4)).toBe(true);
        expect((await new SittingReader(house.database).mine(await as('agent1022'))).map(each => each.beginning.may)).toEqual(expect.arrayContaining([true]));
    });

    it('shows who may take calls and who may not, for several reasons', async () => {
        const { rows } = await new CertificationService(house.database).board(await as('tina'), { limit: 100 });
        const ruled = rows.filter(each => each.ruled);
        expect(ruled).toHaveLength(16);
        expect(ruled.filter(each => each.may).length).toBeGreaterThan(6);
        const kinds = new Set(ruled.flatMap(each => each.standings.filter(one => one.state === 'missing' || one.state === 'expired').map(one => one.requirement.kind)));
        expect([...kinds]).toEqual(expect.arrayContaining(['exam', 'sign-off', 'supervised-calls']));
    });

    it('has certificates that hold, some that have ended, and one that was revoked', async () => {
        const { rows } = await new CertificateService(house.database).list(await as('tina'), { limit: 100 });
        const states = (state: string): number => rows.filter(each => each.state === state).length;
        expect([states('valid') > 2, states('ended') > 0, states('revoked')]).toEqual([true, true, 1]);
        const { rows: issued } = await new CertificationService(house.database).board(await as('tina'), { limit: 100, ruled: true });
        const complete = issued.filter(each => each.standings.every(one => one.state === 'valid')).map(each => each.personId);
        expect(complete.filter(each => !rows.some(one => one.personId === each && one.state !== 'ended'))).toEqual([]);
        expect(rows.filter(each => each.content.houseName === null || each.content.requirements.some(one => one.at === null || one.at > each.issuedAt))).toEqual([]);
    });

    it('has trainings that were held, with what was thought of them, others to come, and one that was cancelled', async () => {
        const reader = new SessionReader(house.database);
        const { rows } = await reader.list(await as('tina'), { period: 'all', limit: 50 });
        expect(rows.map(each => each.state).sort()).toEqual(['cancelled', 'held', 'held', 'held', 'planned', 'planned']);
        const feedback = new SessionFeedbackService(house.database, reader, builtInKinds);
        const summaries = await Promise.all(rows.filter(each => each.state === 'held').map(async each => feedback.summary(await as('tina'), each.id)));
        expect(summaries.map(each => [each.given, each.shown])).toEqual([[2, false], [3, false], [6, true]]);
        expect(summaries.filter(each => each.questions.some(one => one.questionId === 'training.use' && one.mean !== null))).toHaveLength(1);
        const own = await feedback.mine(await as('agent1042'));
        expect(own.map(each => [each.feedback.state, each.feedback.given])).toEqual([['open', true], ['over', false]]);
        expect((await reader.missing(await as('tina'), rows.find(each => each.courseTitle.includes('等待'))!.id)).map(each => each.name)).toEqual(['Tom Becker', '王若溪']);
    });
});
