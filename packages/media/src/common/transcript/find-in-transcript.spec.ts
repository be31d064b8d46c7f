import { describe, expect, it } from 'vitest';
import { findInTranscript, placeAt } from './find-in-transcript';
import type { ShownTurn } from './transcript-contract';
import { estimatedWords } from './words';

const turn = (fromMs: number, toMs: number, text: string): ShownTurn => ({ fromMs, toMs, role: null, speaker: null, words: [...estimatedWords(text, fromMs, toMs)] });
const turns = [turn(0, 1000, '您好，請問您的賬戶？'), turn(2000, 3000, 'My Account, my account!'), { ...turn(4000, 5000, '账户'), words: [{ text: '', fromMs: 4000, toMs: 5000, hidden: true as const }] }];
const found = (query: string) => findInTranscript(turns, query).map(each => [each.turn, each.firstWord, each.lastWord]);

describe('what is looked for in a transcript', () => {
    it('is found in either script, over punctuation, whatever the case', () => {
        expect(found('账户')).toEqual([[0, 6, 7]]);
        expect(found('好请问')).toEqual([[0, 1, 3]]);
        expect(found('ACCOUNT my')).toEqual([[1, 1, 2]]);
        expect(found('ａccount')).toEqual([[1, 1, 1], [1, 3, 3]]);
    });
    it('is not found where it is masked, nor if it is nothing', () => expect([found('\0'), found(' ，'), found('xyz')]).toEqual([[], [], []]));
});

it('knows which word is said at a moment', () => {
    expect([placeAt(turns, 0), placeAt(turns, 1500), placeAt(turns, 2400)?.turn, placeAt(turns, 9000)?.turn, placeAt(turns.slice(1), 10)]).toEqual([{ turn: 0, word: 0 }, { turn: 0, word: -1 }, 1, 2, undefined]);
});
