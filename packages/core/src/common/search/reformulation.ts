import { editDistance } from '@earshot/search/lib/segment/edit-distance';

/** What somebody said first, and then instead. */
export interface Reformulation { readonly from: string; readonly to: string }

/** Longer ones are no words that mean the same; they are also what a synonym may be long. */
const longest = 60;
/** Up to so many letters, one spelling of a word was mended by another: typing mistakes are search's own business. */
const mistakes = 2;
/** Where a number or an address of a customer stood; `loggableQuery` leaves these. */
const censored = /[#@]/;

const wordsOf = (query: string): readonly string[] => [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(query)].filter(each => each.isWordLike || censored.test(each.segment)).map(each => each.segment);
const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);
const joined = (words: readonly string[]): string => words.reduce((text, word) => text === '' || isHan(word) && isHan(text.at(-1)!) ? text + word : `${text} ${word}`, '');

/**
 * The words in which a second query differs from the first, without those with which both begin or end: "lost card abroad" and "missing card abroad"
 * give lost → missing. Chinese is cut into words by the rules of Unicode (UAX #29, with the dictionary of ICU).
 *
 * @param before, after queries as `loggableQuery` gives them
 * @returns undefined where the second only adds, leaves out or mends the spelling of something, or where too much is said for words that mean the same
 */
export function reformulationOf(before: string, after: string): Reformulation | undefined {
    const [first, second] = [wordsOf(before), wordsOf(after)];
    let start = 0;
    while (start < Math.min(first.length, second.length) && first[start] === second[start]) {
        start++;
    }
    let end = 0;
    while (end < Math.min(first.length, second.length) - start && first.at(-1 - end) === second.at(-1 - end)) {
        end++;
    }
    const [from, to] = [first, second].map(words => joined(words.slice(start, words.length - end)));
    if (!from || !to || from.length > longest || to.length > longest || censored.test(from) || censored.test(to)) {
        return undefined;
    }
    const goesOn = to.startsWith(from) || from.startsWith(to);
    const mended = !isHan(from) && !isHan(to) && Math.min(from.length, to.length) > mistakes * 2 && editDistance(from, to, mistakes) <= mistakes;
    return goesOn || mended ? undefined : { from, to };
}
