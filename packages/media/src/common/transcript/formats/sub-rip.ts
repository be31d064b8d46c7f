import type { ParsedTranscript } from '../transcript';
import { type RawCue, readCues } from './cues';

const ARROW = /^\s*\d[\d:.,]*\s*-->/;

/** Whether a text looks like SubRip: a line with two times among its first. */
export const isSubRip = (text: string): boolean => text.split(/\r\n|\n|\r/, 50).some(each => ARROW.test(each));

/**
 * Reads SubRip (.srt). It has no standard; what is found in the wild is taken: numbers that are missing or out of order, `.` instead of `,`,
 * one to three digits of milliseconds, coordinates after the times, empty lines within a text, and none between two cues.
 * @param text decoded, without byte order mark.
 */
export function parseSubRip(text: string): ParsedTranscript {
    const lines = text.split(/\r\n|\n|\r/);
    const starts = lines.flatMap((line, index) => line.includes('-->') ? [index] : []);
    const cues = starts.map((start, place): RawCue => {
        const next = starts[place + 1];
        const end = next === undefined ? lines.length : /^\s*\d+\s*$/.test(lines[next - 1] ?? '') && next - 1 > start ? next - 1 : next;
        return { line: start + 1, timing: lines[start]!, payload: lines.slice(start + 1, end).map(each => each.trim()).filter(Boolean).join('\n') };
    });
    return readCues('srt', cues);
}
