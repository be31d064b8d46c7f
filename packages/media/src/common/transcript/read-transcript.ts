import { decodeText } from '@earshot/core/lib/common/files/decode-text';
import { parseJsonTranscript } from './formats/json-transcripts';
import { isSubRip, parseSubRip } from './formats/sub-rip';
import { isWebVtt, parseWebVtt } from './formats/web-vtt';
import { type ParsedTranscript, TranscriptFailure } from './transcript';

/**
 * Reads a transcript of any known kind, judged by its content and not by its name.
 * @throws TranscriptFailure when nothing of it can be used.
 */
export function readTranscript(bytes: Uint8Array): ParsedTranscript {
    const { text } = decodeText(bytes);
    if (text.trim() === '') {
        throw new TranscriptFailure('transcript-empty');
    }
    const parsed = isWebVtt(text) ? parseWebVtt(text) : /^\s*[{[]/.test(text) ? parseJsonTranscript(jsonOf(text)) : isSubRip(text) ? parseSubRip(text) : undefined;
    if (!parsed) {
        throw new TranscriptFailure('transcript-unknown-format');
    }
    if (parsed.turns.length === 0) {
        throw new TranscriptFailure('transcript-without-words');
    }
    return parsed;
}

function jsonOf(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        throw new TranscriptFailure('transcript-not-json');
    }
}
