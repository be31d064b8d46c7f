import { expect, it } from 'vitest';
import type { GapsQuestion } from '../question/question';
import { chosenTexts, optionsOf } from './answered-options';

const choices = (right: string, wrong: string, key: string) => [{ id: `${key}1`, text: right, share: 1 }, { id: `${key}2`, text: wrong, share: 0 }];
const question: GapsQuestion = {
    kind: 'gaps', points: 1, prompt: 'Call [[b]] within [[t]] hours of [[a]].',
    gaps: [
        { id: 'a', weight: 1, kind: 'choice', choices: choices('loss', 'receipt', 'a'), shuffle: true },
        { id: 't', weight: 1, kind: 'numeric', accepted: [] },
        { id: 'b', weight: 1, kind: 'choice', choices: choices('us', 'receipt', 'b'), shuffle: true }
    ]
};

it('choices of gaps are told apart by the place of their gap, whatever their ids are', () => {
    expect(optionsOf(question)).toEqual([{ text: '(1) us', share: 1, gap: 1 }, { text: '(1) receipt', share: 0, gap: 1 }, { text: '(3) loss', share: 1, gap: 3 }, { text: '(3) receipt', share: 0, gap: 3 }]);
    expect(chosenTexts(question, { kind: 'gaps', gaps: { a: 'a2', t: '24', b: 'b1' } })).toEqual(['(1) us', '(3) receipt']);
    expect(chosenTexts(question, null)).toEqual([]);
});

it('gaps that are written have nothing to choose', () => expect(optionsOf({ ...question, gaps: [question.gaps[1]!], prompt: '[[t]]' })).toBeNull());
