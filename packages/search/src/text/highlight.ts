import type { Range } from '../search-engine';
import { mergeRanges } from './text-matching';

/** A piece of a text, and whether it is set off. */
export interface TextPart {
    readonly text: string;
    readonly marked: boolean;
}

/** A text cut into parts, those in the ranges marked. Ranges may overlap and be in any order; what lies outside the text is left out. */
export const highlight = (original: string, ranges: readonly Range[]): TextPart[] => {
    const parts: TextPart[] = [];
    let position = 0;
    const push = (end: number, marked: boolean): void => {
        if (end > position) {
            parts.push({ text: original.slice(position, end), marked });
            position = end;
        }
    };
    for (const { start, end } of mergeRanges(ranges)) {
        push(Math.min(start, original.length), false);
        push(Math.min(end, original.length), true);
    }
    push(original.length, false);
    return parts;
};

/** A piece of a text to show in a list of hits. */
export interface Snippet {
    readonly parts: readonly TextPart[];
    /** whether text was left out before and after */
    readonly cutBefore: boolean;
    readonly cutAfter: boolean;
}

const sentenceEnd = /[。！？；.!?;\n]/;
const space = /\s/;

/** Whether a text may be cut here: not within a surrogate pair, nor within a word of a script that has spaces. */
const mayCut = (text: string, at: number): boolean => {
    const before = text.charCodeAt(at - 1);
    const inPair = before >= 0xd800 && before <= 0xdbff;
    return !inPair && !(/[\p{L}\p{N}]/u.test(text[at - 1]) && /[\p{L}\p{N}]/u.test(text[at]) && before < 0x2e80 && text.charCodeAt(at) < 0x2e80);
};

const cutBackwards = (text: string, from: number, least: number): number => {
    let at = from;
    while (at > least && !mayCut(text, at)) {
        at--;
    }
    return at > least ? at : from;
};

/**
 * The part of a text with the most ranges in it, about `length` units long. It begins with a sentence when one begins
 * not far before the first range.
 */
export const snippet = (original: string, ranges: readonly Range[], length = 120): Snippet => {
    const merged = mergeRanges(ranges).filter(each => each.start < original.length);
    let best = { start: 0, covered: -1 };
    for (const { start } of merged) {
        const covered = merged.filter(each => each.start >= start && each.end <= start + length * 0.8).reduce((sum, each) => sum + each.end - each.start, 0);
        if (covered > best.covered) {
            best = { start, covered };
        }
    }
    const start = beginning(original, best.start, length);
    const end = start + length >= original.length ? original.length : cutBackwards(original, start + length, start);
    const within = merged.map(each => ({ start: Math.max(0, each.start - start), end: Math.min(end, each.end) - start })).filter(each => each.end > each.start);
    return { parts: highlight(original.slice(start, end), within), cutBefore: start > 0, cutAfter: end < original.length };
};

const beginning = (text: string, found: number, length: number): number => {
    if (found + length * 0.2 < length * 0.5 || text.length <= length) {
        return 0;
    }
    const earliest = Math.max(0, found - Math.floor(length * 0.4));
    for (let at = found; at > earliest; at--) {
        if (sentenceEnd.test(text[at - 1])) {
            while (at < found && space.test(text[at])) {
                at++;
            }
            return at;
        }
    }
    return cutBackwards(text, Math.max(0, found - Math.floor(length * 0.2)), 0);
};
