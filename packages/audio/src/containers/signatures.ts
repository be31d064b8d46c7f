import { AudioContainer } from '../audio-probe';
import { spells, u16be, u32be } from './byte-order';

/** Sound that only ffmpeg reads here, and the name of the ffmpeg demuxer for it. */
export interface ForeignSound {
    readonly container: AudioContainer;
    readonly words: string;
}

const ASF = 0x3026b275;
const AU = 0x2e736e64;

export const foreignSound = (head: Uint8Array): ForeignSound | undefined => {
    if (spells(head, 0, 'FORM') && (spells(head, 8, 'AIFF') || spells(head, 8, 'AIFC'))) {
        return { container: 'aiff', words: 'AIFF' };
    }
    if (u32be(head, 0) === AU) {
        return { container: 'au', words: 'Sun AU' };
    }
    if (spells(head, 0, 'caff')) {
        return { container: 'caf', words: 'Apple CAF' };
    }
    if (u32be(head, 0) === ASF) {
        return { container: 'asf', words: 'Windows Media (WMA)' };
    }
    if (spells(head, 0, 'FLV')) {
        return { container: 'flv', words: 'Flash video' };
    }
    return (u16be(head, 0) & 0xfff6) === 0xfff0 ? { container: 'adts', words: 'AAC without a container (ADTS)' } : undefined;
};

/** Files that people choose by mistake, so that the message can say what they chose. */
export const mistakenFile = (head: Uint8Array): string | undefined => {
    const text = Buffer.from(head.subarray(0, 256)).toString('latin1').trimStart().toLowerCase();
    const known: readonly [boolean, string][] = [
        [spells(head, 0, 'PK'), 'a ZIP archive or an office document'],
        [head[0] === 0x1f && head[1] === 0x8b, 'a gzip archive'],
        [spells(head, 1, 'PNG') || u32be(head, 0) >>> 8 === 0xffd8ff || spells(head, 0, 'GIF8'), 'a picture'],
        [spells(head, 0, '%PDF'), 'a PDF document'],
        [text.startsWith('<!doctype html') || text.startsWith('<html'), 'a web page; perhaps the link led to a sign-in page'],
        [text.startsWith('<?xml'), 'an XML file'],
        [head.every(byte => byte === 0), 'filled with zeros; it was probably never written completely'],
        [head.every(byte => byte >= 9 && byte !== 0x7f), 'a text file']
    ];
    return known.find(([matches]) => matches)?.[1];
};
