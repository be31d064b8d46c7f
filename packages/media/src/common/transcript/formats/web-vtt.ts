import type { ParsedTranscript } from '../transcript';
import { type RawCue, readCues } from './cues';

/** The signature, alone in its line or followed by a comment. */
export const isWebVtt = (text: string): boolean => /^WEBVTT(?:[ \t][^\r\n]*)?(?:\r\n|\n|\r|$)/.test(text);

/**
 * Reads WebVTT: "WebVTT: The Web Video Text Tracks Format", W3C, section 6.1. A block ends at an empty line or where the times of the next
 * cue stand; blocks without times (notes, styles, regions, metadata) are skipped. Settings of cues are of no use to a transcript.
 * @param text decoded, without byte order mark, and with the signature.
 */
export function parseWebVtt(text: string): ParsedTranscript {
    const lines = text.replace(/\0/g, '\ufffd').split(/\r\n|\n|\r/);
    const cues: RawCue[] = [];
    let at = 1;
    while (at < lines.length && lines[at] !== '' && !lines[at]!.includes('-->')) {
        at++;                                          // the header
    }
    while (at < lines.length) {
        if (lines[at] === '') {
            at++;
            continue;
        }
        if (!lines[at]!.includes('-->') && !lines[at + 1]?.includes('-->') || /^NOTE(?:[ \t]|$)/.test(lines[at]!)) {
            while (at < lines.length && lines[at] !== '') {
                at++;                                  // a note, a style, a region, or text that belongs to nothing
            }
            continue;
        }
        if (!lines[at]!.includes('-->')) {
            at++;                                      // the identifier
        }
        const start = at++;
        while (at < lines.length && lines[at] !== '' && !lines[at]!.includes('-->')) {
            at++;
        }
        cues.push({ line: start + 1, timing: lines[start]!, payload: lines.slice(start + 1, at).join('\n') });
    }
    return readCues('webvtt', cues);
}
