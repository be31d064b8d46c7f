import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CertificateService } from '../certificate/certificate-service';
import { CertificationService } from '../certification/certification-service';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';
import type { TrainingTables } from '../training-tables';
import { TranscriptReader } from './transcript-reader';

let house: TestExamHouse;
let transcripts: TranscriptReader;
beforeAll(async () => {
    house = await openTestExamHouse();
    transcripts = new TranscriptReader(house.database, new CertificateService(house.database));
});
afterAll(() => house.close());

describe('a transcript', () => {
    it('has exams with their attempts, calls, sign-offs and certificates, the latest first', async () => {
        const certifications = new CertificationService(house.database);
        const positionId = newId();
        await house.database.read().insertInto('core.position').values({ id: positionId, code: 'CSR10', name: 'Representative' }).execute();
        await house.database.read().updateTable('core.person').set({ position_id: positionId }).where('id', '=', house.agent.personId).execute();
        await certifications.setRule(house.trainer, { id: positionId, version: 0, rule: { requirements: [{ kind: 'sign-off', id: 'o' }], validity: { kind: 'completion', months: 12 }, graceDays: 0, introductionDays: 0 } });
        const examId = await house.published({ passPercent: 0, release: 'by-hand' });
        const assignment = await house.given(examId, house.agent);
        const first = await house.attempts.begin(house.agent, assignment);
        await house.attempts.submit(house.agent, first);
        for (const percent of [70, 90]) {
            await certifications.addSupervisedCall(house.trainer, { id: house.agent.personId, callId: newId(), percent, link: null });
        }
        await certifications.signOff(house.trainer, house.agent.personId);
        const before = await transcripts.of(house.agent, house.agent.personId);
        expect(before).toMatchObject({
            personName: 'agent', positionName: 'Representative', teamName: 'North', exams: [{ title: 'Exam', version: 1, attempt: 1, state: 'graded', percent: null, passed: null }],
            acknowledgements: [], supervisedCalls: [{ percent: 90, byName: 'trainer' }, { percent: 70 }], signOffs: [{ byName: 'trainer' }], certificates: [{ state: 'valid' }]
        });
        await house.marking.release(house.trainer, first);
        expect(await transcripts.of(house.agent, house.agent.personId)).toMatchObject({ exams: [{ state: 'released', percent: 0, passed: true }] });
    });
    it('has the trainings that somebody came to, and no others', async () => {
        const rows = house.database.read<TrainingTables>();
        const courseId = newId();
        await rows.insertInto('training.course').values({ id: courseId, title: 'Listening', aim: '', covers: [], feedback_form_id: null, changed_by: house.trainer.personId }).execute();
        const session = async (state: 'planned' | 'held', mark: 'late' | 'absent' | null, days: number): Promise<void> => {
            const [id, startsAt] = [newId(), new Date(Date.UTC(2026, 0, days))];
            await rows.insertInto('training.course_session').values({ id, course_id: courseId, trainer_id: house.trainer.personId, starts_at: startsAt, ends_at: new Date(startsAt.getTime() + 3_600_000), place: '', online_link: '', seats: null, state, cancel_reason: null, form_version_id: null, changed_by: house.trainer.personId, ...state === 'held' ? { held_at: startsAt } : {} }).execute();
            await rows.insertInto('training.session_participant').values({ session_id: id, person_id: house.agent.personId, invited_by: house.trainer.personId, mark, ...mark ? { noted_by: house.trainer.personId, noted_at: startsAt } : { noted_by: null } }).execute();
        };
        await session('held', 'late', 1);
        await session('held', 'absent', 2);
        await session('planned', null, 3);
        for (const reader of [house.agent, house.leader, house.trainer]) {
            expect((await transcripts.of(reader, house.agent.personId)).trainings, reader.name).toEqual([{ id: expect.any(String) as string, title: 'Listening', trainerName: 'trainer', mark: 'late', at: '2026-01-01T00:00:00.000Z' }]);
        }
    });
    it('is read by each for themselves, by leaders for their teams, and by trainers, as far as each may see', async () => {
        for (const reader of [house.agent, house.leader, house.trainer]) {
            expect((await transcripts.of(reader, house.agent.personId)).exams).toHaveLength(1);
        }
        for (const reader of [house.agent, house.leader]) {
            await expect(transcripts.of(reader, house.colleague.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
        const lead = await house.person('lead', { roles: ['qa-lead'] });
        expect(await transcripts.of(lead, house.agent.personId)).toMatchObject({ exams: null, acknowledgements: null, certificates: [{ state: 'valid' }] });
        await expect(transcripts.of(house.trainer, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});
