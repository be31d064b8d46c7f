import { TranscriptFailure } from './transcript';

/** Characters of one cue or turn: some ten minutes of speech without a break. */
export const LONGEST_CUE = 10_000;
/** Characters of one word, or of the name of a speaker. */
export const LONGEST_WORD = 200;
/** Of a whole transcript: what is said in a call of a working day is less than half of it. */
export const MOST_TURNS = 50_000;
export const MOST_WORDS = 300_000;

/** @throws TranscriptFailure `transcript-too-long` for more turns, or more words, than a call can have. */
export function checkAmount({ turns = 0, words = 0 }: { readonly turns?: number; readonly words?: number }): void {
    if (turns > MOST_TURNS || words > MOST_WORDS) {
        throw new TranscriptFailure('transcript-too-long');
    }
}

/** A text without what databases refuse: U+0000, and halves of surrogate pairs. */
export const storable = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '');
