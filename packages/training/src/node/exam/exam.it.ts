import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBlueprint, testRule } from '../../common/exam/exam-fixture';
import { CertificationService } from '../certification/certification-service';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';
import { mixedBank, reason, singles } from '../testing/sit-exam';

let house: TestExamHouse;
beforeAll(async () => { house = await openTestExamHouse(mixedBank); });
afterAll(() => house.close());

describe('an exam', () => {
    it('is approved by somebody else, and sat as it was approved', async () => {
        const id = await house.exams.add(house.trainer, 'Own');
        await house.exams.change(house.trainer, { id, version: 1, title: 'Own', blueprint: testBlueprint([testRule('any', 12)]) });
        await expect(house.exams.requestReview(house.trainer, { id, version: 2 })).rejects.toMatchObject({ data: { problems: [{ path: 'blueprint.sections.0.rules.0', code: 'too-few', detail: { found: 11, wanted: 12 } }] } });
        await house.exams.change(house.trainer, { id, version: 2, title: 'Own', blueprint: testBlueprint([testRule('any', 3)]) });
        await house.exams.requestReview(house.trainer, { id, version: 3 });
        await expect(house.exams.publish(house.trainer, { id, version: 4 })).rejects.toMatchObject(reason('own-exam'));
        await house.exams.publish(house.approver, { id, version: 4 });
        await house.exams.change(house.trainer, { id, version: 5, title: 'Own', blueprint: testBlueprint([testRule('any', 9)]) });
        expect(await house.reader.get(house.trainer, id)).toMatchObject({ state: 'draft', number: 1, questions: 9 });
        const attempt = await house.attempts.begin(house.agent, await house.given(id, house.agent));
        expect((await house.sittings.sit(house.agent, attempt)).items).toHaveLength(3);
        await expect(house.exams.change(house.trainer, { id, version: 5, title: 'Own', blueprint: testBlueprint([]) })).rejects.toMatchObject(reason('changed-meanwhile'));
    });
    it('is approved by nobody who has changed it since it was approved last, however many did after them', async () => {
        const other = await house.person(newId(), { roles: ['trainer', 'approver'] });
        const blueprint = testBlueprint([testRule('any', 3)]);
        const id = await house.exams.add(house.trainer, 'Ours');
        await house.exams.change(other, { id, version: 1, title: 'Ours', blueprint });
        await house.exams.change(house.trainer, { id, version: 2, title: 'Ours', blueprint });
        await house.exams.requestReview(house.trainer, { id, version: 3 });
        expect((await house.reader.get(other, id)).may).not.toContain('publish');
        await expect(house.exams.publish(other, { id, version: 4 })).rejects.toMatchObject(reason('own-exam'));
        await house.exams.publish(house.approver, { id, version: 4 });
        await house.exams.change(house.trainer, { id, version: 5, title: 'Ours', blueprint });
        await house.exams.requestReview(house.trainer, { id, version: 6 });
        expect((await house.reader.get(other, id)).may).toContain('publish');
        await house.exams.publish(other, { id, version: 7 });
    });
    it('is not retired while a position asks for it', async () => {
        const [id, positionId] = [await house.published(), newId()];
        await house.database.read().insertInto('core.position').values({ id: positionId, code: positionId, name: 'Representative' }).execute();
        const certifications = new CertificationService(house.database);
        const rule = { validity: { kind: 'completion' as const, months: 12 }, graceDays: 0, introductionDays: 0 };
        await certifications.setRule(house.trainer, { id: positionId, version: 0, rule: { ...rule, requirements: [{ kind: 'exam', id: 'e', examId: id }] } });
        await expect(house.exams.retire(house.trainer, { id, version: 4 })).rejects.toMatchObject({ data: { reason: 'asked-by-positions', detail: { positions: ['Representative'] } } });
        await certifications.setRule(house.trainer, { id: positionId, version: 1, rule: { ...rule, requirements: [] } });
        await house.exams.retire(house.trainer, { id, version: 4 });
    });
    it('is not sat by whoever may see keys, and nobody gives themselves more time', async () => {
        const id = await house.published();
        const round = { id, personIds: [house.trainer.personId, house.approver.personId, house.leader.personId], teamIds: [], positionIds: [], opensAt: null, closesAt: null };
        expect(await house.assignments.assign(house.trainer, round)).toEqual({ assigned: 1, leftOut: ['approver', 'trainer'] });
        const person = await house.person(newId(), { roles: ['agent'] });
        const assignment = await house.given(id, person);
        await expect(house.assignments.extend(person, { id: assignment, version: 1, extraMinutes: 60, extraAttempts: 0, closesAt: null })).rejects.toMatchObject(reason('own-assignment'));
        expect((await house.sittings.mine(person))[0].beginning).toMatchObject({ may: true });
        await house.database.read().insertInto('core.person_role').columns(['person_id', 'role_id']).expression(eb => eb.selectFrom('core.role').select(({ val }) => [val(person.personId).as('person_id'), 'id']).where('code', '=', 'auditor')).execute();
        expect((await house.sittings.mine(person))[0].beginning).toMatchObject({ may: false, why: 'knows-the-keys' });
        await expect(house.attempts.begin(person, assignment)).rejects.toMatchObject(reason('knows-the-keys'));
    });
    it('is given to people, teams and positions, to each once while it is open', async () => {
        const id = await house.published();
        const north = house.agent.teamIds[0];
        const round = { id, personIds: [house.colleague.personId], teamIds: [north], positionIds: [], opensAt: null, closesAt: null };
        expect(await house.assignments.assign(house.trainer, round)).toEqual({ assigned: 3, leftOut: [] });
        expect(await house.assignments.assign(house.trainer, round)).toEqual({ assigned: 0, leftOut: [] });
        await expect(house.assignments.assign(house.trainer, { ...round, closesAt: '2020-01-01T00:00:00.000Z' })).rejects.toMatchObject({ data: { problems: [{ code: 'round-over' }] } });
    });
});

describe('what somebody has to sit', () => {
    it('names the mark of their own position', async () => {
        const [senior, junior] = [await house.person(newId(), { roles: ['agent'] }), await house.person(newId(), { roles: ['agent'] })];
        const position = newId();
        await house.database.read().insertInto('core.position').values({ id: position, code: 'SENIOR', name: 'Senior' }).execute();
        await house.database.read().updateTable('core.person').set({ position_id: position }).where('id', '=', senior.personId).execute();
        const exam = await house.published({ ...singles, passPercent: 70, passByPosition: { [position]: 90 } });
        for (const person of [senior, junior]) {
            await house.given(exam, person);
        }
        expect((await house.sittings.mine(senior)).map(each => each.passPercent)).toEqual([90]);
        expect((await house.sittings.mine(junior)).map(each => each.passPercent)).toEqual([70]);
    });
});

describe('results', () => {
    it('are seen by team leaders of their teams', async () => {
        const exam = await house.published(singles);
        const [own, other] = [await house.given(exam, house.agent), await house.given(exam, house.colleague)];
        await house.attempts.begin(house.agent, own);
        await house.attempts.begin(house.colleague, other);
        expect((await house.marking.list(house.leader, { examId: exam, limit: 10 })).rows.map(each => each.personName)).toEqual(['agent']);
        expect((await house.assignments.list(house.leader, { examId: exam, limit: 10 })).rows.map(each => [each.personName, each.state])).toEqual([['agent', 'running']]);
        expect((await house.marking.list(house.trainer, { examId: exam, limit: 10 })).rows).toHaveLength(2);
        expect((await house.reader.list({ limit: 50 })).rows.find(each => each.id === exam)).toMatchObject({ assigned: 2, running: 2, passed: 0 });
    });
    it('are counted when they are let go, not before', async () => {
        const exam = await house.published({ ...singles, passPercent: 0, release: 'by-hand' });
        const id = await house.attempts.begin(house.agent, await house.given(exam, house.agent));
        await house.attempts.submit(house.agent, id);
        const counted = async () => house.reader.get(house.approver, exam);
        expect(await counted()).toMatchObject({ assigned: 1, passed: 0, failed: 0 });
        await house.marking.release(house.trainer, id);
        expect(await counted()).toMatchObject({ assigned: 1, passed: 1, failed: 0 });
    });
});
