import type { ParsedTranscript } from '../transcript';
import { isObject, type JsonObject, numberOf, objectsOf, secondsOf, stringOf } from './json-value';
import { groupedWords, type LooseTurn, type LooseWord, readLooseTurns } from './timed-words';

/**
 * Our own shape, times in milliseconds:
 * `{ "turns": [{ "fromMs": 800, "toMs": 2100, "speaker": "agent", "channel": 0, "text": "…", "words": [{ "text": "您", "fromMs": 800, "toMs": 950 }] }] }`.
 * `text` or `words`; `speaker` and `channel` may be left out.
 */
const earshot = (json: JsonObject): LooseTurn[] => objectsOf(json.turns).map((each, index) => ({
    place: index + 1, fromMs: numberOf(each.fromMs), toMs: numberOf(each.toMs), speaker: stringOf(each.speaker), channel: numberOf(each.channel), text: stringOf(each.text),
    words: objectsOf(each.words).map(word => ({ text: stringOf(word.text) ?? '', fromMs: numberOf(word.fromMs), toMs: numberOf(word.toMs) }))
}));

/** Whisper and what builds on it: `segments` with seconds, and `words` in them where they were asked for. */
const whisper = (json: JsonObject): LooseTurn[] => objectsOf(json.segments).map((each, index) => ({
    place: index + 1, fromMs: secondsOf(each.start), toMs: secondsOf(each.end), speaker: stringOf(each.speaker), channel: numberOf(each.channel), text: stringOf(each.text),
    words: objectsOf(each.words).map(word => ({ text: stringOf(word.word ?? word.text) ?? '', fromMs: secondsOf(word.start), toMs: secondsOf(word.end) }))
}));

const channelNumber = (label: unknown): number | undefined => numberOf(stringOf(label)?.replace(/^ch_/, ''));

/** Amazon Transcribe: `results.items`, words and punctuation; punctuation has no times and belongs to the word before it. */
function aws(json: JsonObject): LooseTurn[] {
    const results = isObject(json.results) ? json.results : {};
    const byChannel = objectsOf(isObject(results.channel_labels) ? results.channel_labels.channels : undefined);
    const speakers = new Map(objectsOf(isObject(results.speaker_labels) ? results.speaker_labels.segments : undefined).flatMap(each => objectsOf(each.items)).map(each => [stringOf(each.start_time), stringOf(each.speaker_label)]));
    const lists = byChannel.length ? byChannel.map(each => ({ items: objectsOf(each.items), channel: channelNumber(each.channel_label) })) : [{ items: objectsOf(results.items), channel: undefined }];
    return lists.flatMap(({ items, channel }) => {
        const words: (LooseWord & { speaker?: string; channel?: number })[] = [];
        for (const item of items) {
            const text = stringOf(objectsOf(item.alternatives)[0]?.content) ?? '';
            const last = words[words.length - 1];
            if (item.type === 'punctuation' && last) {
                words[words.length - 1] = { ...last, text: last.text + text };
            } else {
                words.push({
                    text, fromMs: secondsOf(item.start_time), toMs: secondsOf(item.end_time), speaker: stringOf(item.speaker_label) ?? speakers.get(stringOf(item.start_time)),
                    channel: channel ?? channelNumber(item.channel_label)
                });
            }
        }
        return groupedWords(words);
    });
}

const TICKS = 10_000;
const ticks = (value: unknown): number | undefined => {
    const number = numberOf(value);
    return number === undefined ? undefined : Math.round(number / TICKS);
};

/** A start and a length, of a recogniser that counts in ticks of 100 ns or in milliseconds. */
function azureTimes(each: JsonObject): { readonly fromMs: number | undefined; readonly toMs: number | undefined } {
    const fromMs = numberOf(each.offsetMilliseconds) ?? ticks(each.offsetInTicks);
    const lengthMs = numberOf(each.durationMilliseconds) ?? ticks(each.durationInTicks);
    return { fromMs, toMs: fromMs !== undefined && lengthMs !== undefined ? fromMs + lengthMs : undefined };
}

/** Azure Speech: batch (`recognizedPhrases`, ticks, best guess first) and fast transcription (`phrases`, milliseconds). */
const azure = (json: JsonObject): LooseTurn[] => objectsOf(json.recognizedPhrases ?? json.phrases).map((each, index) => {
    const best = objectsOf(each.nBest)[0] ?? each;
    const words = objectsOf(best.displayWords ?? best.words);
    return {
        place: index + 1, ...azureTimes(each), channel: numberOf(each.channel), speaker: stringOf(each.speaker), text: stringOf(best.display ?? best.text),
        words: words.map(word => ({ text: stringOf(word.displayText ?? word.word ?? word.text) ?? '', ...azureTimes(word) }))
    };
});

/** Google Speech-to-Text, v1 (`startTime`, `channelTag` from 1) and v2 (`startOffset`). */
const google = (json: JsonObject): LooseTurn[] => objectsOf(json.results).flatMap((each, index) => {
    const best = objectsOf(each.alternatives)[0];
    const tag = numberOf(each.channelTag);
    const words = objectsOf(best?.words).map(word => ({
        text: stringOf(word.word) ?? '', fromMs: secondsOf(word.startTime ?? word.startOffset ?? 0), toMs: secondsOf(word.endTime ?? word.endOffset),
        speaker: stringOf(word.speakerLabel ?? word.speakerTag), channel: tag === undefined ? undefined : tag - 1
    }));
    return words.length ? groupedWords(words).map(turn => ({ ...turn, place: index + 1 })) : [{ place: index + 1, text: stringOf(best?.transcript) }];
});

/** What a document is, by what it has; undefined where it is none of these. */
export function parseJsonTranscript(json: unknown): ParsedTranscript | undefined {
    if (!isObject(json)) {
        return undefined;
    }
    if (Array.isArray(json.turns)) {
        return readLooseTurns('earshot', earshot(json));
    }
    if (Array.isArray(json.segments)) {
        return readLooseTurns('whisper', whisper(json));
    }
    if (isObject(json.results)) {
        return readLooseTurns('aws', aws(json));
    }
    if (Array.isArray(json.recognizedPhrases) || Array.isArray(json.phrases)) {
        return readLooseTurns('azure', azure(json));
    }
    return Array.isArray(json.results) ? readLooseTurns('google', google(json)) : undefined;
}
