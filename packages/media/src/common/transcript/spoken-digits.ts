import type { TranscriptWord } from './transcript';
import { LONGEST_WORD } from './transcript-limits';

/** How digits are said. 幺, 洞, 拐 and 勾 are how numbers are read out so that none is misheard. Tens and hundreds make amounts, and are none. */
const SPOKEN: ReadonlyMap<string, string> = new Map(Object.entries({
    零: '0', 〇: '0', '○': '0', 洞: '0', 一: '1', 幺: '1', 么: '1', 壹: '1', 二: '2', 两: '2', 兩: '2', 贰: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 拐: '7', 八: '8', 九: '9', 勾: '9',
    zero: '0', oh: '0', o: '0', nought: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9'
}));
const REPEATED: ReadonlyMap<string, number> = new Map([['double', 2], ['triple', 3]]);
const FILLERS = new Set(['uh', 'um', 'er', 'and', 'dash', 'then', '嗯', '啊', '呃', '是', '杠', '横', '然', '后', '哦']);
/** What follows a number that counts something: 三个, 五号, two minutes. */
const AMOUNT = /^[十百千万億亿萬点點個个年月日号號天次分秒块塊元成折位小]/;

export interface SpokenDigit { readonly digit: string; readonly fromMs: number; readonly toMs: number; /** Index of the word. */ readonly word: number }

/** Without the punctuation and space around it. Searching forwards for where the end begins would read a long row of them over and over: cut first. */
const plain = (text: string): string => text.slice(0, LONGEST_WORD + 1).normalize('NFKC').toLowerCase().replace(/[\s\p{P}]+$/u, '').replace(/^[\s\p{P}]+/u, '');

/** What a word says: digits, something that may stand between digits, or neither (undefined). */
function heard(text: string): string | undefined {
    if (text.length > LONGEST_WORD + 1) {
        return undefined;
    }
    const word = plain(text);
    return word === '' || FILLERS.has(word) ? '' : SPOKEN.get(word) ?? (/^[\d\s-]+x?$/.test(word) ? word.replace(/[\s-]/g, '') : word === 'x' ? 'x' : undefined);
}

/**
 * Digits that are read out one after the other, or written as figures, in runs. "Double five" is two of them. A run ends with any other word and
 * at a pause longer than `pauseMs`; what counts something (三个, 五号) is no digit. Milliseconds.
 */
export function digitRuns(words: readonly TranscriptWord[], pauseMs = 3000): readonly (readonly SpokenDigit[])[] {
    const runs: SpokenDigit[][] = [[]];
    let repeat = 1;
    words.forEach((word, index) => {
        const run = runs[runs.length - 1]!;
        const digits = heard(word.text);
        const times = REPEATED.get(plain(word.text));
        const last = run[run.length - 1];
        const pause = last !== undefined && word.fromMs - last.toMs > pauseMs;
        const counts = digits !== undefined && digits.length === 1 && AMOUNT.test(words[index + 1]?.text ?? '') && !/[\p{P}\s]$/u.test(word.text);
        if (times !== undefined) {
            repeat = times;
            return;
        }
        if (pause || digits === undefined || counts) {
            runs.push([]);
        }
        if (digits && !counts) {
            const said = digits.repeat(digits.length === 1 ? repeat : 1);
            for (const digit of said) {
                runs[runs.length - 1]!.push({ digit, fromMs: word.fromMs, toMs: word.toMs, word: index });
            }
        }
        repeat = 1;
    });
    return runs.filter(each => each.length > 0);
}
