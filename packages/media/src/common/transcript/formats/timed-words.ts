import type { ParsedTranscript, TranscriptFormat, TranscriptProblem, TranscriptTurn, TranscriptWord } from '../transcript';
import { checkAmount, LONGEST_CUE, LONGEST_WORD } from '../transcript-limits';
import { estimatedWords, spaced } from '../words';

/** A word of a list in which each has its times; undefined what the list lacks. */
export interface LooseWord { readonly text: string; readonly fromMs: number | undefined; readonly toMs: number | undefined }
/** A stretch of speech as a recogniser gives it: with timed words, or only with a text. */
export interface LooseTurn {
    readonly place: number; readonly fromMs?: number; readonly toMs?: number; readonly speaker?: string; readonly channel?: number;
    readonly text?: string; readonly words?: readonly LooseWord[];
}

/**
 * Makes turns of what a recogniser gave; what has no usable times, and what is longer than speech is, is named and left out.
 * @throws TranscriptFailure `transcript-too-long`.
 */
export function readLooseTurns(format: TranscriptFormat, loose: readonly LooseTurn[]): ParsedTranscript {
    const problems: TranscriptProblem[] = [];
    checkAmount({ turns: loose.length, words: loose.reduce((sum, each) => sum + (each.words?.length ?? 0), 0) });
    let [estimated, amount] = [false, 0];
    const turns = loose.flatMap((each): readonly TranscriptTurn[] => {
        const given = each.words ?? [];
        const short = given.filter(word => word.text.length <= LONGEST_WORD);
        const words = spaced(short.filter(hasTimes));
        const fromMs = each.fromMs ?? words[0]?.fromMs;
        const toMs = each.toMs ?? words[words.length - 1]?.toMs;
        const problem = fromMs === undefined || toMs === undefined ? 'no-time' : !isTime(fromMs) || !isTime(toMs) ? 'bad-time' : toMs <= fromMs ? 'end-before-start'
            : words.length === 0 && !each.text?.trim() ? 'no-text' : words.length === 0 && each.text!.length > LONGEST_CUE ? 'too-long' : undefined;
        const said = problem !== undefined ? [] : words.length ? words : estimatedWords(each.text!, fromMs!, toMs!);
        checkAmount({ words: amount += said.length });
        if (problem !== undefined || said.some(word => word.text.length > LONGEST_WORD + 1)) {
            problems.push({ place: each.place, code: problem ?? 'too-long' });
            return [];
        }
        if (words.length < given.length) {
            problems.push({ place: each.place, code: short.length < given.length ? 'too-long' : 'bad-time' });
        }
        estimated ||= words.length === 0;
        const { speaker, channel } = each;
        return [{ fromMs: fromMs!, toMs: toMs!, ...speaker !== undefined && { speaker: speaker.slice(0, LONGEST_WORD) }, ...channel !== undefined && { channel }, words: said }];
    });
    return { format, timing: estimated ? 'turns' : 'words', turns: turns.sort((one, other) => one.fromMs - other.fromMs), problems };
}

/** Numbers that are written with an exponent can lie beyond all time. */
const isTime = (ms: number): boolean => Math.abs(ms) <= Number.MAX_SAFE_INTEGER;

const hasTimes = (word: LooseWord): word is TranscriptWord => word.fromMs !== undefined && word.toMs !== undefined && isTime(word.fromMs) && isTime(word.toMs) && word.toMs >= word.fromMs && word.fromMs >= 0 && word.text.trim() !== '';

/** So long a pause ends what somebody says, and so does the end of a sentence after this many words. */
const PAUSE_MS = 1000;
const LONG = 12;

/** Groups a bare list of words: a turn ends with the speaker, at a pause, and at the end of a long enough sentence. */
export function groupedWords(words: readonly (LooseWord & { readonly speaker?: string; readonly channel?: number })[]): LooseTurn[] {
    const turns: { place: number; speaker?: string; channel?: number; words: LooseWord[] }[] = [];
    words.forEach((word, index) => {
        const last = turns[turns.length - 1];
        const before = last?.words[last.words.length - 1];
        const ends = !last || !before || last.speaker !== word.speaker || last.channel !== word.channel || (word.fromMs ?? 0) - (before.toMs ?? 0) > PAUSE_MS
            || last.words.length >= LONG && /[.!?。！？]\s*$/.test(before.text);
        if (ends) {
            turns.push({ place: index + 1, speaker: word.speaker, channel: word.channel, words: [word] });
        } else {
            last.words.push(word);
        }
    });
    return turns;
}
