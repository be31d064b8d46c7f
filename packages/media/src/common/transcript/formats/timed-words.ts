import type { ParsedTranscript, TranscriptFormat, TranscriptProblem, TranscriptTurn, TranscriptWord } from '../transcript';
import { estimatedWords, spaced } from '../words';

/** A word of a list in which each has its times; undefined what the list lacks. */
export interface LooseWord { readonly text: string; readonly fromMs: number | undefined; readonly toMs: number | undefined }
/** A stretch of speech as a recogniser gives it: with timed words, or only with a text. */
export interface LooseTurn {
    readonly place: number; readonly fromMs?: number; readonly toMs?: number; readonly speaker?: string; readonly channel?: number;
    readonly text?: string; readonly words?: readonly LooseWord[];
}

/** Makes turns of what a recogniser gave; what has no usable times is named and left out. */
export function readLooseTurns(format: TranscriptFormat, loose: readonly LooseTurn[]): ParsedTranscript {
    const problems: TranscriptProblem[] = [];
    let estimated = false;
    const turns = loose.flatMap((each): readonly TranscriptTurn[] => {
        const words = spaced((each.words ?? []).filter(hasTimes));
        const fromMs = each.fromMs ?? words[0]?.fromMs;
        const toMs = each.toMs ?? words[words.length - 1]?.toMs;
        const problem = fromMs === undefined || toMs === undefined ? 'no-time' : toMs <= fromMs ? 'end-before-start' : words.length === 0 && !each.text?.trim() ? 'no-text' : undefined;
        if (problem !== undefined) {
            problems.push({ place: each.place, code: problem });
            return [];
        }
        if (words.length < (each.words ?? []).length) {
            problems.push({ place: each.place, code: 'bad-time' });
        }
        estimated ||= words.length === 0;
        const { speaker, channel } = each;
        return [{ fromMs: fromMs!, toMs: toMs!, ...speaker !== undefined && { speaker }, ...channel !== undefined && { channel }, words: words.length ? words : estimatedWords(each.text!, fromMs!, toMs!) }];
    });
    return { format, timing: estimated ? 'turns' : 'words', turns: turns.sort((one, other) => one.fromMs - other.fromMs), problems };
}

const hasTimes = (word: LooseWord): word is TranscriptWord => word.fromMs !== undefined && word.toMs !== undefined && word.toMs >= word.fromMs && word.fromMs >= 0 && word.text.trim() !== '';

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
