import { AudioFile } from '../audio-file';
import { AudioCodecName } from '../audio-probe';
import { fourCharacters, spells, u16be, u32be, u64be } from './byte-order';

/** What the header of an MP4 (M4A, MOV, 3GP) file says about its first sound track: ISO/IEC 14496-12. */
export interface Mp4Sound {
    codec: AudioCodecName;
    channels: number;
    sampleRate: number;
    /** Seconds. */
    duration: number;
}

const CODECS: Readonly<Record<string, AudioCodecName>> = {
    'mp4a': 'aac', 'alac': 'alac', 'samr': 'amr-nb', 'sawb': 'amr-wb', 'Opus': 'opus', 'fLaC': 'flac', '.mp3': 'mp3', 'sowt': 'pcm16', 'ulaw': 'mulaw', 'alaw': 'alaw'
};

const ENTERED = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
const MAX_BOXES = 100_000;

export const isMp4 = (head: Uint8Array): boolean => spells(head, 4, 'ftyp');

/** @returns undefined when there is no sound track, or the header lies beyond the end of a cut file */
export const readMp4Sound = async (file: AudioFile): Promise<Mp4Sound | undefined> => {
    let sound: Mp4Sound | undefined;
    let duration = 0;
    let position = 0;
    for (let count = 0; count < MAX_BOXES && position + 8 <= file.size; count++) {
        const header = await file.readAt(position, 16);
        const name = fourCharacters(header, 4);
        const short = u32be(header, 0);
        const headerBytes = short === 1 ? 16 : 8;
        const bytes = short === 1 ? u64be(header, 8) : short === 0 ? file.size - position : short;
        if (bytes < headerBytes) {
            break;
        }
        if (name === 'mvhd') {
            duration = readMovieDuration(await file.readAt(position + headerBytes, 32));
        } else if (name === 'stsd' && !sound) {
            sound = readSampleEntry(await file.readAt(position + headerBytes, 44), duration);
        }
        position += ENTERED.has(name) ? headerBytes : bytes;
    }
    return sound;
};

/** Of the presentation: a track's own figure includes the encoder's delay. */
const readMovieDuration = (box: Uint8Array): number => {
    const isLong = box[0] === 1;
    const clock = u32be(box, isLong ? 20 : 12);
    const ticks = isLong ? u64be(box, 24) : u32be(box, 16);
    return clock > 0 ? ticks / clock : 0;
};

/** Sound entries have a version and two counts where pictures have their size; the name tells them apart. */
const readSampleEntry = (box: Uint8Array, duration: number): Mp4Sound | undefined => {
    const codec = CODECS[fourCharacters(box, 12)];
    return codec && { codec, channels: u16be(box, 32), sampleRate: u16be(box, 40), duration };
};
