import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificationRule } from '../../common/certification/may-take-calls';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';
import type { TrainingTables } from '../training-tables';
import { CertificateIssuing } from '../certificate/certificate-issuing';
import { CertificationReminders } from './certification-reminders';
import { CertificationService } from './certification-service';
import { CertificationWork } from './certification-work';
import { ExamsByRule } from './exams-by-rule';

let house: TestExamHouse;
let certifications: CertificationService;
const positionId = newId();
beforeAll(async () => {
    house = await openTestExamHouse();
    certifications = new CertificationService(house.database);
    await house.database.read().insertInto('core.position').values({ id: positionId, code: 'CSR10', name: 'Representative' }).execute();
    await house.database.read().updateTable('core.person').set({ position_id: positionId }).where('id', 'in', [house.agent, house.colleague].map(each => each.personId)).execute();
});
afterAll(() => house.close());

const ruled = (...requirements: CertificationRule['requirements']): CertificationRule => ({ requirements, validity: { kind: 'completion', months: 12 }, graceDays: 0, introductionDays: 0 });

describe('certification', () => {
    it('is the exam that was passed and let go, the calls that were good, and a trainer’s word', async () => {
        const examId = await house.published({ passPercent: 0, release: 'by-hand' });
        await certifications.setRule(house.trainer, { id: positionId, version: 0, rule: ruled({ kind: 'exam', id: 'e', examId }, { kind: 'supervised-calls', id: 's', calls: 1, percent: 80 }, { kind: 'sign-off', id: 'o' }) });
        const states = async () => (await certifications.of(house.trainer, house.agent.personId)).standings.map(each => each.state);
        expect(await certifications.of(house.agent, house.agent.personId)).toMatchObject({ may: false, ruled: true, standings: [{ state: 'missing', title: 'Exam' }, { state: 'missing', done: 0, of: 1 }, { state: 'missing' }] });
        const attempt = await house.attempts.begin(house.agent, await house.given(examId, house.agent));
        await house.attempts.submit(house.agent, attempt);
        expect(await states()).toEqual(['missing', 'missing', 'missing']);
        await house.marking.release(house.trainer, attempt);
        await certifications.addSupervisedCall(house.trainer, { id: house.agent.personId, callId: newId(), percent: 79, link: null });
        expect(await states()).toEqual(['valid', 'missing', 'missing']);
        await certifications.addSupervisedCall(house.trainer, { id: house.agent.personId, callId: newId(), percent: 80, link: null });
        await certifications.signOff(house.trainer, house.agent.personId);
        expect(await certifications.of(house.trainer, house.agent.personId)).toMatchObject({ may: true });
        const later = new Date(Date.now() + 400 * 86_400_000);
        expect(await certifications.of(house.trainer, house.agent.personId, later)).toMatchObject({ may: false, standings: [{ state: 'expired' }, { state: 'expired' }, { state: 'expired' }] });
    });
    it('counts a call once, however often its record is sent', async () => {
        const call = { id: house.colleague.personId, callId: newId(), percent: 90, link: null };
        await Promise.all([certifications.addSupervisedCall(house.trainer, call), certifications.addSupervisedCall(house.trainer, call)]);
        await certifications.addSupervisedCall(house.trainer, { ...call, percent: 80 });
        expect(await house.database.read<TrainingTables>().selectFrom('training.supervised_call').select(['id', 'percent']).where('person_id', '=', house.colleague.personId).execute()).toEqual([{ id: call.callId, percent: 90 }]);
        await expect(certifications.addSupervisedCall(house.trainer, { ...call, id: house.agent.personId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('is seen by each for themselves, by leaders for their teams, and by trainers', async () => {
        const names = async (person: typeof house.agent) => (await certifications.board(person, { limit: 50 })).rows.map(each => each.personName);
        expect(await names(house.agent)).toEqual(['agent']);
        expect(await names(house.leader)).toEqual(['agent']);
        expect(await names(house.trainer)).toEqual(['agent', 'colleague']);
        await expect(certifications.of(house.agent, house.colleague.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('is ruled by who saw the present rule, with exams that are there; nobody signs for themselves', async () => {
        await expect(certifications.setRule(house.trainer, { id: positionId, version: 0, rule: ruled() })).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        await expect(certifications.setRule(house.trainer, { id: positionId, version: 1, rule: ruled({ kind: 'sign-off', id: 'o' }, { kind: 'exam', id: 'e', examId: newId() }) })).rejects.toMatchObject({ data: { problems: [{ path: 'rule.requirements.1.examId', code: 'unknown-exam' }] } });
        await expect(certifications.signOff(house.trainer, house.trainer.personId)).rejects.toMatchObject({ data: { reason: 'own-certification' } });
        const asked = async () => (await certifications.board(house.trainer, { limit: 50, ruled: true })).rows.map(each => each.personName);
        expect(await asked()).toEqual(['agent', 'colleague']);
        await certifications.setRule(house.trainer, { id: positionId, version: 1, rule: ruled() });
        expect(await asked()).toEqual([]); // nothing is asked of anybody any more
        expect(await certifications.of(house.trainer, house.colleague.personId)).toMatchObject({ may: true, ruled: false, standings: [] });
    });
});

describe('another position', () => {
    const post = async (rule: CertificationRule) => {
        const id = newId();
        await house.database.read().insertInto('core.position').values({ id, code: id, name: 'Post' }).execute();
        await certifications.setRule(house.trainer, { id, version: 0, rule });
        return id;
    };
    const moveTo = (person: typeof house.agent, position: string) => house.database.read().updateTable('core.person').set({ position_id: position }).where('id', '=', person.personId).execute();
    const states = async (person: typeof house.agent) => (await certifications.of(house.trainer, person.personId)).standings.map(each => each.state);

    it('asks for a word and for calls of its own; those given before count again where somebody returns', async () => {
        const asks = ruled({ kind: 'supervised-calls', id: 's', calls: 1, percent: 80 }, { kind: 'sign-off', id: 'o' });
        const [first, second] = [await post(asks), await post(asks)];
        const person = await house.person(newId(), { roles: ['agent'] });
        await moveTo(person, first);
        await certifications.addSupervisedCall(house.trainer, { id: person.personId, callId: newId(), percent: 90, link: null });
        await certifications.signOff(house.trainer, person.personId, first);
        expect(await states(person)).toEqual(['valid', 'valid']);
        await moveTo(person, second);
        expect(await states(person)).toEqual(['missing', 'missing']);
        await expect(certifications.signOff(house.trainer, person.personId, first)).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        await new CertificateIssuing(house.database).run();
        expect(await house.database.read<TrainingTables>().selectFrom('training.certificate').select('position_id').where('person_id', '=', person.personId).execute()).toEqual([{ position_id: first }]);
        await certifications.signOff(house.trainer, person.personId, second);
        expect(await states(person)).toEqual(['missing', 'valid']);
        await moveTo(person, first);
        expect(await states(person)).toEqual(['valid', 'valid']);
    });
    it('has its own mark for an exam that was passed by a lower one', async () => {
        const [low, high] = [await post(ruled()), await post(ruled())];
        const examId = await house.published({ passPercent: 0, passByPosition: { [high]: 85 } });
        for (const id of [low, high]) {
            await certifications.setRule(house.trainer, { id, version: 1, rule: ruled({ kind: 'exam', id: 'e', examId }) });
        }
        const person = await house.person(newId(), { roles: ['agent'] });
        await moveTo(person, low);
        const attempt = await house.attempts.begin(person, await house.given(examId, person));
        await house.attempts.submit(person, attempt);
        expect(await states(person)).toEqual(['valid']);
        await moveTo(person, high);
        expect(await states(person)).toEqual(['missing']);
    });
});

describe('what is new, and what ends', () => {
    const dayMs = 86_400_000;
    const later = (days: number): Date => new Date(Date.now() + days * dayMs);
    const told = (person: typeof house.agent) => house.database.read().selectFrom('core.notification').select(['kind', 'detail']).where('person_id', '=', person.personId).where('kind', 'like', 'certification.%').orderBy('created_at').execute();
    /** A position of its own, and somebody who has it from the beginning. */
    const post = async (rule: CertificationRule, teamId: string | null = null) => {
        const id = newId();
        await house.database.read().insertInto('core.position').values({ id, code: id, name: 'Post' }).execute();
        await certifications.setRule(house.trainer, { id, version: 0, rule });
        const person = await house.person(newId(), { roles: ['agent'], ...teamId ? { teamId } : {} });
        return { id, person };
    };
    const moveTo = (person: typeof house.agent, position: string) => house.database.read().updateTable('core.person').set({ position_id: position }).where('id', '=', person.personId).execute();
    const signed: CertificationRule = { ...ruled({ kind: 'sign-off', id: 'o' }), introductionDays: 10 };

    it('gives people from another position their days, and none to who is new in the house', async () => {
        const { id, person } = await post(signed);
        await moveTo(person, id);
        expect(await certifications.of(house.trainer, person.personId, later(1))).toMatchObject({ may: false, standings: [{ state: 'missing', graceUntil: null }] });
        const next = await post(signed);
        await moveTo(person, next.id);
        expect(await certifications.of(house.trainer, person.personId, later(9))).toMatchObject({ may: true, standings: [{ state: 'grace', until: null }] });
        expect(await certifications.of(house.trainer, person.personId, later(11))).toMatchObject({ may: false, standings: [{ state: 'missing' }] });
    });
    it('gives everybody at work their days when a position asks for more, and not again for what it asked before', async () => {
        const { id, person } = await post(ruled());
        await moveTo(person, id);
        await house.database.read<TrainingTables>().updateTable('training.position_change').set({ at: later(-100) }).where('person_id', '=', person.personId).execute();
        await certifications.setRule(house.trainer, { id, version: 1, rule: signed }, later(-5));
        expect(await certifications.of(house.trainer, person.personId)).toMatchObject({ may: true, standings: [{ state: 'grace' }] });
        await certifications.setRule(house.trainer, { id, version: 2, rule: { ...signed, graceDays: 3 } });
        expect(await certifications.of(house.trainer, person.personId, later(6))).toMatchObject({ may: false });
    });
    it('tells each and the leader of their team once of each end, and stands on Home until it is renewed', async () => {
        const reminders = new CertificationReminders(house.database);
        const work = new CertificationWork(house.database);
        const team = await house.team('South');
        const leader = await house.person('south-leader', { roles: ['team-leader'], teamId: team });
        await house.database.read().updateTable('core.team').set({ leader_id: leader.personId }).where('id', '=', team).execute();
        const { id, person } = await post(ruled({ kind: 'sign-off', id: 'o' }), team);
        await moveTo(person, id);
        await certifications.signOff(house.trainer, person.personId);
        await reminders.run(later(300));
        expect(await told(person)).toEqual([]);
        const soon = later(345);
        await Promise.all([reminders.run(soon), reminders.run(soon)]);
        await reminders.run(later(350));
        expect(await told(person)).toMatchObject([{ kind: 'certification.ending', detail: { requirement: 'sign-off', title: null } }]);
        expect(await told(leader)).toMatchObject([{ kind: 'certification.ending-in-team', detail: { person: person.name, requirement: 'sign-off' } }]);
        expect(await work.items(person, soon)).toMatchObject([{ kind: 'certification.renew', detail: { requirement: 'sign-off' } }]);
        expect(await work.items(await house.again(leader), soon)).toMatchObject([{ kind: 'certification.team', detail: { people: 1 } }]);
        expect(await work.items(house.colleague, soon)).toEqual([]);
        const ended = later(500);
        expect(await work.items(person, ended)).toMatchObject([{ kind: 'certification.keeps', detail: { requirement: 'sign-off', endedAt: expect.any(String) as string } }]);
        expect(await work.items(await house.again(leader), ended)).toMatchObject([{ kind: 'certification.kept', detail: { people: 1, group: 'South' }, link: `/training/certification?team=${team}` }]);
        expect((await work.items(house.trainer, ended)).filter(each => each.link.endsWith(id))).toMatchObject([{ kind: 'certification.kept', detail: { people: 1, group: 'Post' } }, { kind: 'certification.to-sign', detail: { people: 1 } }]);
        await certifications.signOff(house.trainer, person.personId);
        await house.database.read<TrainingTables>().updateTable('training.sign_off').set({ at: later(340) }).where('person_id', '=', person.personId).execute();
        expect(await work.items(person, soon)).toEqual([]);
        await reminders.run(later(690)); // a new end
        expect(await told(person)).toHaveLength(2);
    });
    it('gives people the exams that their position asks for, once, and takes back what nobody asks for any more', async () => {
        const byRule = new ExamsByRule(house.database);
        const examId = await house.published({ passPercent: 0, waitHours: 48 });
        const wanted = ruled({ kind: 'exam', id: 'e', examId });
        const { id, person } = await post(wanted);
        const given = async () => (await house.sittings.mine(person)).map(each => ({ exam: each.examId, byRule: each.byRule, state: each.state, may: each.beginning.may }));
        await byRule.run();
        expect(await given()).toEqual([]);
        await moveTo(person, id);
        await Promise.all([byRule.run(), byRule.run()]);
        await byRule.run();
        expect(await given()).toEqual([{ exam: examId, byRule: true, state: 'open', may: true }]);
        expect(await house.database.read().selectFrom('core.notification').select('kind').where('person_id', '=', person.personId).where('kind', '=', 'exam.assigned').execute()).toHaveLength(1);
        const [assignment] = await house.sittings.mine(person);
        // taken back by hand: it is not given once more
        await house.assignments.withdraw(house.trainer, assignment!.id);
        await byRule.run();
        expect(await given()).toEqual([]);
        // nor kept when the position asks for something else
        const next = await post(wanted);
        await moveTo(person, next.id);
        await byRule.run();
        expect(await given()).toMatchObject([{ byRule: true, state: 'open' }]);
        await certifications.setRule(house.trainer, { id: next.id, version: 1, rule: ruled() });
        await Promise.all([byRule.run(), byRule.run()]);
        expect(await given()).toEqual([]);
    });
    it('gives an exam anew for the mark of another position after the time that it makes people wait, and when its end is near', async () => {
        const byRule = new ExamsByRule(house.database);
        const [low, high] = [await post(ruled()), await post(ruled())];
        const examId = await house.published({ passPercent: 0, passByPosition: { [high.id]: 85 }, waitHours: 48 });
        for (const each of [low, high]) {
            await certifications.setRule(house.trainer, { id: each.id, version: 1, rule: ruled({ kind: 'exam', id: 'e', examId }) });
        }
        const { person } = low;
        await moveTo(person, low.id);
        const attempt = await house.attempts.begin(person, await house.given(examId, person));
        await house.attempts.submit(person, attempt);
        await byRule.run();
        const open = async (now = new Date()) => (await house.sittings.mine(person, now)).filter(each => each.byRule);
        expect(await open()).toEqual([]);
        await moveTo(person, high.id);
        await byRule.run();
        expect(await open()).toMatchObject([{ state: 'open', beginning: { may: false, why: 'not-open' } }]);
        expect(await open(later(3))).toMatchObject([{ beginning: { may: true } }]);
        await moveTo(person, low.id);
        await byRule.run();
        expect(await open()).toEqual([]);
        await byRule.run(later(340));
        expect(await open(later(340))).toMatchObject([{ state: 'open', dueAt: expect.any(String) as string, beginning: { may: true } }]);
    });
    it('tells people once what only a trainer can give them', async () => {
        const reminders = new CertificationReminders(house.database);
        const { id, person } = await post(signed);
        await moveTo(person, id);
        await reminders.run();
        await reminders.run(later(1));
        expect(await told(person)).toMatchObject([{ kind: 'certification.missing', detail: { requirement: 'sign-off' } }]);
    });
});
