import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificationRule } from '../../common/certification/may-take-calls';
import { CertificationService } from '../certification/certification-service';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';
import type { TrainingTables } from '../training-tables';
import { CertificateIssuing } from './certificate-issuing';
import { CertificateService } from './certificate-service';
import { hashOf } from './issue-certificate';

let house: TestExamHouse;
let certifications: CertificationService;
let certificates: CertificateService;
let issuing: CertificateIssuing;
beforeAll(async () => {
    house = await openTestExamHouse();
    [certifications, certificates, issuing] = [new CertificationService(house.database), new CertificateService(house.database), new CertificateIssuing(house.database)];
});
afterAll(() => house.close());

const dayMs = 86_400_000;
const later = (days: number): Date => new Date(Date.now() + days * dayMs);
const ruled = (...requirements: CertificationRule['requirements']): CertificationRule => ({ requirements, validity: { kind: 'completion', months: 12 }, graceDays: 0, introductionDays: 0 });
const signed = ruled({ kind: 'sign-off', id: 'o' });

/** Somebody in a position of their own. */
const somebody = async (rule: CertificationRule, teamId?: string) => {
    const positionId = newId();
    await house.database.read().insertInto('core.position').values({ id: positionId, code: positionId, name: 'Representative' }).execute();
    await certifications.setRule(house.trainer, { id: positionId, version: 0, rule });
    const person = await house.person(newId(), { roles: ['agent'], ...teamId ? { teamId } : {} });
    await house.database.read().updateTable('core.person').set({ position_id: positionId }).where('id', '=', person.personId).execute();
    return { person, positionId };
};
const of = async (personId: string, now = new Date()) => (await certificates.list(house.trainer, { personId, limit: 10 }, now)).rows;

describe('a certificate', () => {
    it('is issued when the last of what is asked is met, and says what was met', async () => {
        await certificates.nameHouse(house.trainer, 'The house');
        const examId = await house.published({ passPercent: 0 });
        const { person } = await somebody(ruled({ kind: 'exam', id: 'e', examId }, { kind: 'supervised-calls', id: 's', calls: 2, percent: 80 }, { kind: 'sign-off', id: 'o' }));
        const attempt = await house.attempts.begin(person, await house.given(examId, person));
        await house.attempts.submit(person, attempt);
        await certifications.signOff(house.trainer, person.personId);
        for (const percent of [95, 81]) {
            expect(await of(person.personId)).toEqual([]);
            await certifications.addSupervisedCall(house.trainer, { id: person.personId, callId: newId(), percent, link: null });
        }
        const [certificate] = await of(person.personId);
        expect(certificate).toMatchObject({ state: 'valid', heldUntil: null, content: {
            houseName: 'The house', personName: person.name, positionName: 'Representative', issuedByName: null, ruleVersion: 1,
            requirements: [{ kind: 'exam', title: 'Exam', number: 1, percent: 0 }, { kind: 'supervised-calls', calls: 2, wanted: 80, percent: 81 }, { kind: 'sign-off', byName: house.trainer.name }]
        } });
        expect(certificate!.hash).toBe(hashOf(certificate!.content, certificate!.code));
        expect(await house.database.read().selectFrom('core.notification').select('kind').where('person_id', '=', person.personId).where('kind', 'like', 'certificate.%').execute()).toEqual([{ kind: 'certificate.issued' }]);
        await issuing.run();
        expect(await of(person.personId)).toHaveLength(1);
    });
    it('is issued by the calendar where something else was the last, once, however many look', async () => {
        const examId = await house.published({ passPercent: 0, release: 'by-hand' });
        const { person } = await somebody(ruled({ kind: 'exam', id: 'e', examId }));
        const attempt = await house.attempts.begin(person, await house.given(examId, person));
        await house.attempts.submit(person, attempt);
        await issuing.run();
        expect(await of(person.personId)).toEqual([]);
        await house.marking.release(house.trainer, attempt);
        await Promise.all([issuing.run(), issuing.run()]);
        expect(await of(person.personId)).toMatchObject([{ state: 'valid' }]);
    });
    it('ends by itself, and is superseded when it is renewed', async () => {
        const { person, positionId } = await somebody(signed);
        await certifications.signOff(house.trainer, person.personId);
        const [first] = await of(person.personId);
        expect((await certificates.get(person, first!.id, later(400))).state).toBe('ended');
        expect((await certificates.list(house.trainer, { personId: person.personId, limit: 10, state: 'ended' }, later(400))).rows).toHaveLength(1);
        await house.database.read<TrainingTables>().insertInto('training.sign_off').values({ id: newId(), person_id: person.personId, position_id: positionId, signed_by: house.trainer.personId, at: later(300) }).execute();
        await issuing.run(later(301));
        expect((await of(person.personId, later(302))).map(each => [each.state, each.id === first!.id])).toEqual([['valid', false], ['superseded', true]]);
    });
    it('is revoked with a reason, and not issued anew before somebody signs again', async () => {
        const { person } = await somebody(signed);
        await certifications.signOff(house.trainer, person.personId);
        const [first] = await of(person.personId);
        expect(await certificates.revoke(house.trainer, first!.id, 'Somebody else sat the exam')).toMatchObject({ state: 'revoked', revokedReason: 'Somebody else sat the exam' });
        await expect(certificates.revoke(house.trainer, first!.id, 'Again')).rejects.toMatchObject({ data: { reason: 'not-valid' } });
        await issuing.run(later(1));
        expect(await of(person.personId)).toHaveLength(1);
        expect(await certificates.issue(house.trainer, person.personId)).toMatchObject({ state: 'valid', content: { issuedByName: house.trainer.name } });
        await expect(certificates.issue(house.trainer, person.personId)).rejects.toMatchObject({ data: { reason: 'certificate-stands' } });
        const [second] = await of(person.personId);
        await certificates.revoke(house.trainer, second!.id, 'Once more');
        await certifications.signOff(house.trainer, person.personId);
        expect((await of(person.personId)).map(each => each.state)).toEqual(['valid', 'revoked', 'revoked']);
        const notes = await house.database.read().selectFrom('core.audit_entry').select('detail').where('action', '=', 'certificate.revoked').execute();
        expect(JSON.stringify(notes)).not.toContain('sat the exam');
    });
    it('is issued by hand to nobody who has not met all, nor by anybody to themselves', async () => {
        const { person } = await somebody(signed);
        await expect(certificates.issue(house.trainer, person.personId)).rejects.toMatchObject({ data: { reason: 'not-complete' } });
        await expect(certificates.issue(house.trainer, house.trainer.personId)).rejects.toMatchObject({ data: { reason: 'own-certification' } });
    });
    it('is seen by each for themselves, by leaders for their teams, and by trainers', async () => {
        const [near, far] = [await somebody(signed, await house.team('East')), await somebody(signed)];
        const leader = await house.person(newId(), { roles: ['team-leader'], teamId: (await house.database.read().selectFrom('core.person').select('team_id').where('id', '=', near.person.personId).executeTakeFirstOrThrow()).team_id! });
        for (const { person } of [near, far]) {
            await certifications.signOff(house.trainer, person.personId);
        }
        const [[nearId], [farId]] = [(await of(near.person.personId)).map(each => each.id), (await of(far.person.personId)).map(each => each.id)];
        const reader = await house.again(leader);
        expect((await certificates.list(reader, { limit: 10 })).rows.map(each => each.id)).toEqual([nearId]);
        expect((await certificates.list(near.person, { limit: 10 })).rows.map(each => each.id)).toEqual([nearId]);
        await expect(certificates.get(reader, farId!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(certificates.get(near.person, farId!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('stays as it is in the database', async () => {
        const rows = house.database.read<TrainingTables>();
        await expect(rows.updateTable('training.certificate').set({ hash: 'other' }).execute()).rejects.toThrow('stays so');
        await expect(rows.updateTable('training.certificate').set({ revoked_at: null, revoked_by: null, revoked_reason: null }).where('revoked_at', 'is not', null).execute()).rejects.toThrow('stays so');
        await expect(rows.deleteFrom('training.certificate').execute()).rejects.toThrow();
    });
});

describe('whoever has a code', () => {
    it('is told what the certificate says and whether it holds, with a masked name', async () => {
        const { person } = await somebody(signed);
        await certifications.signOff(house.trainer, person.personId);
        const [{ code, id, hash }] = await of(person.personId) as [Awaited<ReturnType<typeof of>>[number]];
        const told = await certificates.verify(code.toLowerCase().replaceAll('-', ' '));
        expect(told).toMatchObject({ state: 'valid', mistyped: false, heldUntil: null, certificate: { positionName: 'Representative', houseName: 'The house', hash, requirements: [{ kind: 'sign-off' }] } });
        expect(JSON.stringify(told)).not.toContain(person.name);
        expect(JSON.stringify(told)).not.toContain(person.personId);
        expect(await certificates.verify(code, later(400))).toMatchObject({ state: 'ended' });
        await certificates.revoke(house.trainer, id, 'A secret reason');
        const revoked = await certificates.verify(code);
        expect(revoked).toMatchObject({ state: 'revoked', heldUntil: expect.any(String) as string });
        expect(JSON.stringify(revoked)).not.toContain('secret');
    });
    it('learns of a code that nobody has, and of one that cannot be one, nothing but that', async () => {
        const unknown = { state: 'unknown', heldUntil: null, certificate: null };
        expect(await certificates.verify('00000-00000-00000-00011')).toEqual({ ...unknown, mistyped: false });
        expect(await certificates.verify('00000-00000-00000-00012')).toEqual({ ...unknown, mistyped: true });
        expect(await certificates.verify("' or true --")).toEqual({ ...unknown, mistyped: true });
    });
});
