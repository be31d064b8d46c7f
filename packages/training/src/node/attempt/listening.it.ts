import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortCall } from '../../../../media/src/node/testing/audio-files';
import { openTestMediaHouse, someCall, type TestMediaHouse } from '../../../../media/src/node/testing/media-house';
import { testBlueprint, testRule } from '../../common/exam/exam-fixture';
import type { ListeningQuestion } from '../../common/question/question';
import type { QuestionContent } from '../../common/question/question-content';
import { trainingPermissions } from '../../common/training-permissions';
import { QuestionBank } from '../question/question-bank';
import { QuestionEditing } from '../question/question-editing';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';
import { sittingIn } from '../testing/sit-exam';
import type { TrainingTables } from '../training-tables';

const [call, nowhere] = [someCall(), someCall()];
const listening = (recording: string): ListeningQuestion => ({ kind: 'listening', prompt: 'Rate the call.', points: 4, recording, form: { formId: newId(), version: 1 }, expert: { greeting: { value: 'yes' }, tone: { value: 4 }, speed: { value: 3 }, fault: { value: null, notApplicable: true } }, tolerance: 1 });

let media: TestMediaHouse;
let house: TestExamHouse;
let recordingId: string;
beforeAll(async () => {
    media = await openTestMediaHouse(trainingPermissions);
    house = await openTestExamHouse([listening(call)], media);
    const evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    recordingId = (await media.processed(evaluator, await media.keep(evaluator, shortCall(), { subject: call }))).id;
});
afterAll(() => media.close());

const listeningExam = { sections: testBlueprint([testRule('call', 1)]).sections };

describe('a question about a call', () => {
    it('may be listened to by whoever is asked, as long as the exam runs', async () => {
        await expect(media.recordings.get(house.agent, recordingId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const id = await sittingIn(house).begun(listeningExam);
        expect((await media.recordings.find(house.agent, call)).id).toBe(recordingId);
        await expect(media.recordings.get(house.colleague, recordingId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await house.attempts.submit(house.agent, id);
        await expect(media.recordings.get(house.agent, recordingId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('is marked by what agrees with the expert, and shows the expert only with what is right', async () => {
        const review = (released: readonly ('answers' | 'points' | 'solutions')[]) => ({ ...listeningExam, passPercent: 70, review: { submitted: [], released, closed: [] } });
        const { begun, save } = sittingIn(house);
        const rated = { kind: 'listening' as const, answers: { greeting: { value: 'yes' }, tone: { value: 5 }, speed: { value: 1 }, fault: { value: null, notApplicable: true as const } } };
        const [hidden, shown] = [await begun(review(['points'])), await begun(review(['points', 'solutions']))];
        for (const id of [hidden, shown]) {
            expect(JSON.stringify(await house.sittings.sit(house.agent, id))).not.toMatch(/expert|tolerance/);
            await save(id, 0, rated);
            await house.attempts.submit(house.agent, id);
        }
        const [without, withExpert] = [await house.reviews.own(house.agent, hidden), await house.reviews.own(house.agent, shown)];
        expect(without).toMatchObject({ points: 3, percent: 75, passed: true });
        expect(JSON.stringify(without)).not.toMatch(/expert|tolerance/);
        expect(withExpert.items[0]!.expert).toEqual({ expert: listening(call).expert, tolerance: 1 });
    });
    it('is not asked when there is nothing to hear', async () => {
        const editing = new QuestionEditing(house.database);
        const reviewer = await house.person('second trainer', { roles: ['trainer'] });
        const approved = async (recording: string): Promise<string> => {
            const content: QuestionContent = { language: 'en', name: recording, category: '', tags: [], skills: [], difficulty: null, clauses: [], question: listening(recording) };
            const id = await editing.create(house.trainer, content);
            await editing.act(house.trainer, { id, version: 1, action: 'submit' });
            await editing.act(reviewer, { id, version: 2, action: 'approve' });
            return id;
        };
        const [there, missing] = [await approved(call), await approved(nowhere)];
        const asked = (await new QuestionBank().entries(house.database.read<TrainingTables>())).map(each => each.id);
        expect(asked).toContain(there);
        expect(asked).not.toContain(missing);
    });
});
