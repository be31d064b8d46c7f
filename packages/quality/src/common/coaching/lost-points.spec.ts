import { builtInKinds, type FormDefinition, scoreForm } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { lostPoints } from './lost-points';

const question = (id: string, weight: number, more = {}) => ({ id, text: { en: id }, kind: 'yes-no', weight, notApplicable: true, critical: { class: 'none', effect: 'none' }, ...more }) as const;
const form: FormDefinition = {
    title: { en: 'Test' }, languages: ['en'], sections: [{ id: 'all', title: { en: 'All' }, questions: [
        question('greeting', 1), question('identity', 2), question('tone', 1), question('recorded', 1, { unscored: true, critical: { class: 'compliance', effect: 'none' } })
    ] }]
};
const score = (answers: Readonly<Record<string, boolean | null>>) =>
    scoreForm(form, Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, value === null ? { value, notApplicable: true } : { value }])), builtInKinds);

describe('what lost points', () => {
    it('is nothing in a perfect evaluation', () => {
        expect(lostPoints(score({ greeting: true, identity: true, tone: true, recorded: true }))).toEqual([]);
    });
    it('comes by what it cost, critical errors first, even without points', () => {
        // of 4 points in all: identity costs 2, that is 50 points of the percentage; greeting 1, that is 25
        expect(lostPoints(score({ greeting: false, identity: false, tone: true, recorded: false }))).toEqual([
            { questionId: 'recorded', percentPoints: 0, critical: true }, { questionId: 'identity', percentPoints: 50, critical: false }, { questionId: 'greeting', percentPoints: 25, critical: false }
        ]);
    });
    it('leaves out what was not applicable, and shares its weight among the others', () => {
        expect(lostPoints(score({ greeting: null, identity: true, tone: false, recorded: true }))).toEqual([{ questionId: 'tone', percentPoints: expect.closeTo(100 / 3, 10) as number, critical: false }]);
    });
});
