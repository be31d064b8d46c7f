import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificationRule } from '../../common/certification/may-take-calls';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';
import type { TrainingTables } from '../training-tables';
import { CertificationService } from './certification-service';

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

const ruled = (...requirements: CertificationRule['requirements']): CertificationRule => ({ requirements, validity: { kind: 'completion', months: 12 }, graceDays: 0 });

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
        await certifications.setRule(house.trainer, { id: positionId, version: 1, rule: ruled() });
        expect(await certifications.of(house.trainer, house.colleague.personId)).toMatchObject({ may: true, ruled: false, standings: [] });
    });
});
