import { describe, expect, it } from 'vitest';
import { fixtureForm } from '../../common/calibration/panel-fixture';
import { answerChanges } from './answer-changes';
import { marksInOrder, withMark, withMarkChanged, withoutMark } from './marks';

const empty = { answers: {}, evidence: [] };
const mark = (id: string, fromMs: number, more = {}) => ({ id, questionId: 'tone', fromMs, toMs: fromMs + 10, ...more });

describe('changes of answers', () => {
    it('are none between the same answers', () => {
        const content = { answers: { greeting: { value: true, comment: 'well done' } }, evidence: [mark('a', 1), mark('b', 2)] };
        expect(answerChanges(fixtureForm, content, { answers: { ...content.answers }, evidence: [...content.evidence].reverse() })).toEqual([]);
        expect(answerChanges(fixtureForm, { ...empty, answers: { greeting: { value: null } } }, empty)).toEqual([]);
    });
    it('say what changed about each question, in the order of the form', () => {
        const before = { answers: { tone: { value: 3 }, greeting: { value: true, comment: 'good' } }, evidence: [] };
        const after = { answers: { tone: { value: null, notApplicable: true as const }, greeting: { value: true, comment: 'late' } }, evidence: [mark('a', 5)] };
        expect(answerChanges(fixtureForm, before, after).map(({ question, rated, commented, marked }) => [question.id, rated, commented, marked])).toEqual([
            ['greeting', false, true, false], ['tone', true, false, true]
        ]);
    });
});

describe('marks', () => {
    it('are added once, changed in their place, removed, and read in the order of the call', () => {
        const content = withMark(withMark(withMark(empty, mark('a', 50)), mark('b', 20)), mark('a', 60));
        expect(marksInOrder(content.evidence).map(each => [each.id, each.fromMs])).toEqual([['b', 20], ['a', 60]]);
        const noted = withMarkChanged(content, 'b', { note: 'here', questionId: null });
        expect(noted.evidence[0]).toEqual({ id: 'b', questionId: null, fromMs: 20, toMs: 30, note: 'here' });
        expect(withMarkChanged(noted, 'b', { note: '' }).evidence[0]).not.toHaveProperty('note');
        expect(withoutMark(noted, 'b').evidence.map(each => each.id)).toEqual(['a']);
    });
});
