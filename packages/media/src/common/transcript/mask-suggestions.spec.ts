import { describe, expect, it } from 'vitest';
import { isCardNumber, isResidentIdentity } from './check-digits';
import { maskSuggestions } from './mask-suggestions';
import { shownTurns } from './shown-transcript';
import { digitRuns } from './spoken-digits';
import type { TranscriptTurn } from './transcript';
import { estimatedWords } from './words';

const say = (speaker: string, fromMs: number, toMs: number, text: string): TranscriptTurn => ({ speaker, fromMs, toMs, words: estimatedWords(text, fromMs, toMs) });
const runs = (text: string): string[] => digitRuns(estimatedWords(text, 0, 1000)).map(run => run.map(each => each.digit).join(''));

describe('spoken digits', () => {
    it.each([
        ['卡号是六二二幺，嗯，零零两拐。', ['62210027']], ['Four one one one, double five uh oh nine.', ['41115509']], ['my number is 4111-1111 1111 1111 okay', ['4111111111111111']],
        ['我想问三个月前的五号账单，一共两百块', ['1']], ['一零七四 然后 二三', ['107423']], ['one day', ['1']]
    ])('in %j are %j', (text, digits) => expect(runs(text)).toEqual(digits));

    it('end at a long pause', () => expect(digitRuns([{ text: '一', fromMs: 0, toMs: 100 }, { text: '二', fromMs: 4000, toMs: 4100 }]).length).toBe(2));
});

it('checks digits as the standards do', () => {
    expect(['4111111111111111', '4111111111111112', '79927398713', '6228480402564890018', '0000000000000000', '5500005555555559'].map(isCardNumber)).toEqual([true, false, false, true, false, true]);
    expect(['11010519491231002X', '110105194912310021', '11010519491331002x', '440524188001010014'].map(isResidentIdentity)).toEqual([true, false, false, true]);
});

describe('what should be masked', () => {
    it('is a card number, over the interjections of the other, and the code on its back that was asked for', () => {
        const found = maskSuggestions([
            say('a', 0, 2000, 'Go ahead with the card number.'), say('c', 2000, 6000, 'Four one one one one one one one'), say('a', 6000, 6300, 'yes'), say('c', 6500, 11_000, 'one one one one one one one one.'),
            say('a', 12_000, 14_000, 'And the three digits on the back?'), say('c', 14_500, 16_000, 'One two three.')
        ], []);
        expect(found).toEqual([
            { fromMs: 2000, toMs: 11_000, reason: 'card-number', digits: 16, checked: true }, { fromMs: 14_500, toMs: 16_000, reason: 'card-number', digits: 3, checked: false }
        ]);
    });

    it('is an identity number, whole or its end when asked for', () => {
        expect(maskSuggestions([say('c', 0, 9000, '幺幺零幺零五 幺九四九幺二三幺 零零二X')], [])).toMatchObject([{ reason: 'identity-document', digits: 18, checked: true }]);
        expect(maskSuggestions([say('客服', 0, 4000, '请提供身份证后四位。'), say('客户', 5000, 6000, '五二三七。')], [])).toMatchObject([{ fromMs: 5000, reason: 'identity-document', digits: 4 }]);
    });

    it('is not a short number that nobody asked for, an amount, or what is masked already', () => {
        expect(maskSuggestions([say('a', 0, 4000, '我是一零二一号'), say('c', 5000, 9000, '我买二十万，三个月')], [])).toEqual([]);
        const number = say('c', 10_000, 15_000, '一三八零零一三八零零零');
        expect(maskSuggestions([number], [])).toMatchObject([{ reason: 'other', digits: 11, checked: false }]);
        expect(maskSuggestions([number], [[9000, 16_000]])).toEqual([]);
    });

    it('is what is masked in part, too', () => {
        const number = say('c', 10_000, 15_000, '一三八零零一三八零零零');
        expect([[[9000, 14_900]], [[10_100, 16_000]], [[9000, 12_000], [12_001, 16_000]]].map(each => maskSuggestions([number], each as [number, number][]).length)).toEqual([1, 1, 1]);
    });

    it('is found with work that grows with the transcript alone', () => {
        let reads = 0;
        const question = { ...say('a', 0, 900, 'card number please '.repeat(400)), get words() { reads++; return estimatedWords('信用卡'.repeat(3000), 0, 900); } };
        const answer: TranscriptTurn = { speaker: 'c', fromMs: 1000, toMs: 2000, words: Array.from({ length: 4000 }, (_, index) => ({ text: index % 2 ? 'well ' : 'one ', fromMs: 1000, toMs: 1001 })) };
        expect(maskSuggestions([question, answer], [])).toEqual([]);
        expect(reads).toBeLessThan(5);
    });

    it('goes on through turn after turn', () => {
        const turns = Array.from({ length: 20_000 }, (_, index): TranscriptTurn => ({ speaker: 'c', fromMs: index, toMs: index + 1, words: [{ text: '1 ', fromMs: index, toMs: index + 1 }] }));
        expect(maskSuggestions(turns, [])).toMatchObject([{ fromMs: 0, toMs: 20_000, digits: 20_000 }]);
    });

    it('is not what no word can be, or only has the name of something', () => {
        const turn = (text: string): TranscriptTurn => ({ fromMs: 0, toMs: 1000, words: [{ text, fromMs: 0, toMs: 1000 }] });
        expect([turn('1'.repeat(10 * 1024 ** 2)), turn(`${'. '.repeat(5 * 1024 ** 2)}x`), turn('constructor'), turn('__proto__')].map(each => maskSuggestions([each], []))).toEqual([[], [], [], []]);
        expect(runs('constructor one two')).toEqual(['12']);
    });
});

describe('a transcript', () => {
    const turns = [{ ...say('a', 0, 4000, 'a b c d'), channel: 0 }, { ...say('b', 5000, 6000, 'e f'), channel: 1 }];
    it('leaves out masked words, and does not tell how many', () => {
        expect(shownTurns(turns, 'words', [[1100, 2900]], ['agent', 'customer'])).toEqual([
            { fromMs: 0, toMs: 4000, role: 'agent', speaker: 'a', words: [{ text: 'a ', fromMs: 0, toMs: 1000 }, { text: '', fromMs: 1000, toMs: 3000, hidden: true }, { text: 'd', fromMs: 3000, toMs: 4000 }] },
            { fromMs: 5000, toMs: 6000, role: 'customer', speaker: 'b', words: [{ text: 'e ', fromMs: 5000, toMs: 5500 }, { text: 'f', fromMs: 5500, toMs: 6000 }] }
        ]);
    });
    it('hides a whole turn where nobody knows when its words were said', () =>
        expect(shownTurns(turns, 'turns', [[1100, 1200]], []).map(each => each.words)).toEqual([[{ text: '', fromMs: 0, toMs: 4000, hidden: true }], expect.arrayContaining([expect.objectContaining({ text: 'f' })])]));
});
