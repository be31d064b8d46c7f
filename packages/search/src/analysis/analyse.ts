import { foldingSize } from './script-folding';
import { englishWord } from './english';
import { scan } from './scan';

/**
 * Changes whenever the same text would be cut into other terms. A snapshot made by another version is refused, and the
 * index built anew.
 */
export const analyserVersion = `1:${foldingSize}`;

export interface Token {
    /** what is looked up: one Han character, two adjoining ones, a stem, or a compound's stem */
    readonly term: string;
    /** as it was written, normalised */
    readonly written: string;
    readonly kind: 'character' | 'bigram' | 'word' | 'compound';
    /** left out of a query unless nothing else is in it */
    readonly stopWord: boolean;
    /** UTF-16 units of the text given */
    readonly start: number;
    readonly end: number;
}

/**
 * The terms of a text, in order. There is no parameter for the language: a query's is not known, and both sides must be
 * cut alike. What differs is told from the script.
 */
export const analyse = (text: string): Token[] => {
    const tokens: Token[] = [];
    let before: { code: number; start: number } | undefined;
    const push = (kind: Token['kind'], written: string, start: number, end: number): void => {
        const english = kind === 'word' || kind === 'compound' ? englishWord(written) : undefined;
        tokens.push({ term: english?.stem ?? written, written, kind, stopWord: english?.stopWord ?? false, start, end });
    };
    scan(text, {
        han: (code, start, end, joined) => {
            if (joined && before) {
                push('bigram', String.fromCharCode(before.code, code), before.start, end);
            }
            push('character', String.fromCharCode(code), start, end);
            before = { code, start };
        },
        word: (word, start, end) => push('word', word, start, end),
        compound: (word, start, end) => push('compound', word, start, end)
    });
    return tokens;
};
