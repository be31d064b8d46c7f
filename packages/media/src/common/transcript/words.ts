import type { TranscriptWord } from './transcript';

const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
/** A character of a script without spaces, or a run of anything else up to a space; punctuation and space stay with what they follow. */
const WORD = new RegExp(String.raw`(?:${WIDE}|(?:(?!${WIDE})[^\s\p{P}]|(?<=[\p{L}\p{N}])[\p{P}](?=[\p{L}\p{N}]))+|\p{P})[\p{P}]*\s*`, 'gu');
const IS_WIDE = new RegExp(WIDE, 'u');

/** Cuts a text into words: each Chinese character by itself, the rest at spaces. Joined, they are the text without the space before it. */
export const wordsOf = (text: string): readonly string[] => text.trim().match(WORD) ?? [];

/** A Chinese character takes about as long as four letters. */
const lengthOf = (word: string): number => IS_WIDE.test(word) ? 4 : word.trim().length;

/** Words of a text whose times are not known: laid out over its time by their length. */
export function estimatedWords(text: string, fromMs: number, toMs: number): readonly TranscriptWord[] {
    const words = wordsOf(text);
    const total = words.reduce((sum, each) => sum + lengthOf(each), 0);
    let passed = 0;
    return words.map(each => {
        const start = passed / total;
        passed += lengthOf(each);
        return { text: each, fromMs: Math.round(fromMs + start * (toMs - fromMs)), toMs: Math.round(fromMs + passed / total * (toMs - fromMs)) };
    });
}

/** Timed words as files list them, with spaces put between those that want one. */
export const spaced = (words: readonly TranscriptWord[]): readonly TranscriptWord[] => words.map((word, index) => {
    const next = words[index + 1]?.text;
    const text = word.text.trim();
    const wantsSpace = next !== undefined && (/^\s/.test(next) || /\s$/.test(word.text) || !IS_WIDE.test(text.slice(-1)) && !IS_WIDE.test(next[0] ?? '') && !/^\p{P}/u.test(next));
    return { ...word, text: wantsSpace ? `${text} ` : text };
}).filter(each => each.text !== '');
