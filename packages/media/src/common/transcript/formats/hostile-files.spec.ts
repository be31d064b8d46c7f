import { describe, expect, it } from 'vitest';
import { readTranscript } from '../read-transcript';
import { textOf, TranscriptFailure, type ParsedTranscript } from '../transcript';
import { LONGEST_CUE, LONGEST_WORD, MOST_TURNS, MOST_WORDS } from '../transcript-limits';
import { readCueText } from './cue-text';

const LARGEST = 10 * 1024 ** 2;
const read = (text: string | object): ParsedTranscript => readTranscript(Buffer.from(typeof text === 'string' ? text : JSON.stringify(text)));
const failure = (text: string | object): string | undefined => {
    try {
        read(text);
        return undefined;
    } catch (error) {
        return error instanceof TranscriptFailure ? error.code : String(error);
    }
};
const good = '00:00:01.000 --> 00:00:02.000\nfine\n\n';
const cue = (payload: string): string => `WEBVTT\n\n${good}00:00:03.000 --> 00:00:04.000\n${payload}`;
const filled = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('a file that means harm', () => {
    it.each(['<', '{\\', '<rt', ' ', '<c>', '&amp', '1', 'a ', '.', '您'])('with 10 MB of %j in one cue loses that cue, and says so', piece => {
        const parsed = read(cue(`x${filled(piece, LARGEST - 100)}x`));
        expect([parsed.turns.map(textOf), parsed.problems]).toEqual([['fine'], [{ place: 6, code: 'too-long' }]]);
    });

    it.each(['<', '{\\', '<rt', ' ', '&'])('with as many cues as fit, each as long as may be, of %j, is read in one go', piece => {
        const one = `00:00:03.000 --> 00:00:04.000\nx${filled(piece, LONGEST_CUE - 2)}x\n\n`;
        const count = Math.floor(LARGEST / one.length);
        const { turns, problems } = read(`WEBVTT\n\n${good}${one.repeat(count)}`);
        expect(turns.length + problems.length).toBe(count + 1);
    });

    it('with more cues or words than a call has is refused', () => {
        expect(failure(`WEBVTT\n\n${'00:01.0 --> 00:02.0\nx\n\n'.repeat(MOST_TURNS + 1)}`)).toBe('transcript-too-long');
        expect(failure(`WEBVTT\n\n${`00:01.000 --> 00:02.000\n${'a '.repeat(4000)}\n\n`.repeat(MOST_WORDS / 4000 + 1)}`)).toBe('transcript-too-long');
        expect(failure({ turns: Array.from({ length: MOST_TURNS + 1 }, () => ({ fromMs: 0, toMs: 1, text: 'x' })) })).toBe('transcript-too-long');
        const words = Array.from({ length: MOST_WORDS + 1 }, () => ({ text: 'a', fromMs: 0, toMs: 1 }));
        expect(failure({ turns: [{ fromMs: 0, toMs: 1, words }] })).toBe('transcript-too-long');
        expect(failure({ turns: Array.from({ length: MOST_WORDS / 5000 + 1 }, () => ({ fromMs: 0, toMs: 1, text: '您'.repeat(5000) })) })).toBe('transcript-too-long');
    });

    it('has no words, and no names, that are longer than words are', () => {
        expect(read(cue('x'.repeat(LONGEST_WORD + 1))).problems).toEqual([{ place: 6, code: 'too-long' }]);
        expect(read(cue(`<v ${'x'.repeat(LONGEST_WORD + 9)}>y`)).turns[1]!.speaker).toHaveLength(LONGEST_WORD);
        const parsed = read({ turns: [
            { fromMs: 0, toMs: 9, words: [{ text: 'a', fromMs: 0, toMs: 1 }, { text: 'b'.repeat(LARGEST / 2), fromMs: 1, toMs: 2 }] },
            { fromMs: 10, toMs: 19, text: 'c '.repeat(LONGEST_CUE) }, { fromMs: 20, toMs: 29, text: 'd'.repeat(LONGEST_WORD + 2) }
        ] });
        expect([parsed.turns.map(textOf), parsed.problems.map(each => [each.place, each.code])]).toEqual([['a'], [[1, 'too-long'], [2, 'too-long'], [3, 'too-long']]]);
    });

    it('has no times beyond all time', () => {
        const far = `${'9'.repeat(400)}:00:00.000`;
        expect(read(`WEBVTT\n\n${good}00:00:03.000 --> ${far}\nx\n\n${far} --> ${far}\nx`).problems.map(each => each.code)).toEqual(['bad-time', 'bad-time']);
        const parsed = read('{"segments":[{"start":1,"end":2,"text":"fine"},{"start":1,"end":1e306,"text":"x"},{"start":3,"end":4,"text":"y","words":[{"word":"y","start":3,"end":1e306},{"word":"z","start":3,"end":4}]}]}');
        expect([parsed.turns.map(textOf), parsed.problems]).toEqual([['fine', 'z'], [{ place: 2, code: 'bad-time' }, { place: 3, code: 'bad-time' }]]);
    });

    it('has no characters that cannot be stored', () => {
        const parsed = read('{"turns":[{"fromMs":0,"toMs":9,"speaker":"a\\u0000\\ud800b","text":"x\\u0000\\udc00y 😀"}]}');
        expect(parsed.turns.map(each => [each.speaker, textOf(each)])).toEqual([['ab', 'xy 😀']]);
        expect(textOf(readCueText('a&#xd800;b&#0;c\0d &#x1f600; &constructor;', 0, 1000))).toBe('abcd 😀 &constructor;');
        expect(textOf(read('1\n00:00:01,000 --> 00:00:02,000\nab\0cd efgh ijkl mnop qrst uvwx yz').turns[0]!)).toMatch(/^abcd /);
    });
});
