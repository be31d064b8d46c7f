import type { ParsedTranscript, TranscriptProblem, TranscriptTurn } from '../transcript';
import { checkAmount, LONGEST_CUE, LONGEST_WORD } from '../transcript-limits';
import { estimatedWords } from '../words';
import { readCueText } from './cue-text';
import { parseTiming } from './cue-time';

/** A cue as it stands in a file, before anything of it is understood. */
export interface RawCue { /** Line of the times, counted from 1. */ readonly line: number; readonly timing: string; readonly payload: string }

/** How the text of a line may begin with the name of who says it: 客服：您好 */
const NAME_BEFORE = /^[-–—\s]*([\p{L}\p{N}][\p{L}\p{N} ._#-]{0,23})\s{0,3}[:：]\s*/u;
/** So few people take part in a call, and so large a share of the cues begin with a name, if those are names at all. */
const MOST_SPEAKERS = 6;
const LEAST_SHARE = 0.6;

/** Markup before a name; not the voice tag, which is one itself. */
const MARKUP_BEFORE = /^(?:<(?!v[\s.])[^<>]*>|\{\\[^{}]*\})+/;

/**
 * Makes turns of cues. Broken ones, and those that are longer than speech is, are named and left out.
 * @throws TranscriptFailure `transcript-too-long`.
 */
export function readCues(format: 'webvtt' | 'srt', raw: readonly RawCue[]): ParsedTranscript {
    checkAmount({ turns: raw.length });
    const cues = raw.map(each => ({ ...each, payload: each.payload.length > LONGEST_CUE ? undefined : each.payload.replace(MARKUP_BEFORE, '') }));
    const problems: TranscriptProblem[] = [];
    const turns: TranscriptTurn[] = [];
    let [timed, amount] = [0, 0];
    const named = namesBefore(cues.flatMap(({ payload }) => payload ?? []));
    for (const { line, timing, payload } of cues) {
        const times = parseTiming(timing);
        if (!times) {
            problems.push({ place: line, code: 'bad-time' });
        } else if (times.toMs <= times.fromMs) {
            problems.push({ place: line, code: 'end-before-start' });
        } else if (payload === undefined) {
            problems.push({ place: line, code: 'too-long' });
        } else {
            const name = named ? NAME_BEFORE.exec(payload)?.[1]?.trim() : undefined;
            const { speaker = name, words, timed: hasTimes } = readCueText(name === undefined ? payload : payload.replace(NAME_BEFORE, ''), times.fromMs, times.toMs);
            checkAmount({ words: amount += words.length });
            if (words.length === 0) {
                problems.push({ place: line, code: 'no-text' });
            } else if (words.some(each => each.text.length > LONGEST_WORD)) {
                problems.push({ place: line, code: 'too-long' });
            } else {
                turns.push({ ...times, ...speaker !== undefined && { speaker: speaker.slice(0, LONGEST_WORD) }, words });
                timed += hasTimes ? 1 : 0;
            }
        }
    }
    // parts of a cue that have times still hold several words each: only a whole file of single words would be timed by words
    const byWords = timed > turns.length / 2 && turns.every(({ fromMs, toMs, words }) => words.length < 3 || !isEstimate(words, fromMs, toMs));
    return { format, timing: byWords ? 'words' : 'turns', turns: [...turns].sort((one, other) => one.fromMs - other.fromMs), problems };
}

const isEstimate = (words: TranscriptTurn['words'], fromMs: number, toMs: number): boolean => {
    const estimated = estimatedWords(words.map(each => each.text).join(''), fromMs, toMs);
    return estimated.length === words.length && estimated.every((each, index) => each.fromMs === words[index]!.fromMs);
};

function namesBefore(payloads: readonly string[]): boolean {
    const names = payloads.map(payload => NAME_BEFORE.exec(payload)?.[1]?.trim()).filter(each => each !== undefined);
    return names.length >= 2 && names.length >= payloads.length * LEAST_SHARE && new Set(names).size <= MOST_SPEAKERS;
}
