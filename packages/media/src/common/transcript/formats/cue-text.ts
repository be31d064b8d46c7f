import { estimatedWords } from '../words';
import type { TranscriptWord } from '../transcript';
import { storable } from '../transcript-limits';
import { parseTime } from './cue-time';

/** What one cue says, and who. */
export interface CueText { readonly speaker: string | undefined; readonly words: readonly TranscriptWord[]; /** Whether the cue itself times its parts. */ readonly timed: boolean }

const ENTITIES: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', '\''], ['nbsp', ' '], ['lrm', ''], ['rlm', '']]);
const decoded = (text: string): string => storable(text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    const code = decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? parseInt(hexadecimal, 16) : undefined;
    return code !== undefined ? code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '' : ENTITIES.get(name!.toLowerCase()) ?? whole;
}));

// none of these patterns runs over what it begins with: else a text of nothing but beginnings would be read over and over
const TAG = /<([^<>]*)>/g;
const STYLE = /\{\\[^{}]*\}/g;
const RUBY_TEXT = /<rt[^<>]*>.*?(?:<\/rt>|(?=<\/ruby>)|$)/gs;

/**
 * The text of a cue without its markup: WebVTT section 6.4 (voice spans, class, italics, ruby, language, timestamps) and what players
 * of SubRip understand (HTML tags, `{\an8}`). Ruby text is left out: it says the same again.
 * @param payload of bounded length.
 */
export function readCueText(payload: string, fromMs: number, toMs: number): CueText {
    const text = payload.replace(STYLE, '').replace(RUBY_TEXT, '').split('\n').map(each => each.trim()).filter(Boolean).join(' ');
    let speaker: string | undefined;
    const stretches: { at: number; text: string }[] = [{ at: fromMs, text: '' }];
    let position = 0;
    const add = (piece: string): void => { stretches[stretches.length - 1]!.text += decoded(piece); };
    for (const tag of text.matchAll(TAG)) {
        add(text.slice(position, tag.index));
        position = tag.index + tag[0].length;
        const content = tag[1]!;
        const voice = /^v(?:\.[^\s]*)?\s+(.+)$/s.exec(content);
        const time = /^\d/.test(content) ? parseTime(content) : undefined;
        if (voice) {
            speaker ??= decoded(voice[1]!).trim();
        } else if (time !== undefined && time > stretches[stretches.length - 1]!.at && time < toMs) {
            stretches.push({ at: time, text: '' });
        }
    }
    add(text.slice(position));
    const words = stretches.flatMap(({ at, text: part }, index) => {
        const found = estimatedWords(part, at, stretches[index + 1]?.at ?? toMs);
        // the space between two stretches belongs to the word before it
        return /\s$/.test(part) && found.length ? [...found.slice(0, -1), { ...found[found.length - 1]!, text: `${found[found.length - 1]!.text.trimEnd()} ` }] : found;
    });
    return { speaker, words, timed: stretches.length > 1 };
}
