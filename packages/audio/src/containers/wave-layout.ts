import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { fourCharacters, spells, u32le, u64le } from './byte-order';
import { readWaveFormat, WaveFormat } from './wave-format';

/**
 * Where the sound lies in a RIFF/WAVE file, as far as the file really reaches.
 * Read from: Microsoft/IBM "Multimedia Programming Interface and Data Specifications 1.0"; EBU Tech 3306 (RF64, BW64).
 */
export interface WaveLayout {
    readonly format: WaveFormat;
    /** First byte of sound. */
    readonly dataOffset: number;
    /** Bytes of sound that are really there. */
    readonly dataBytes: number;
    /** Samples per channel from the `fact` chunk (or `ds64`), undefined where there is none. */
    readonly factFrames: number | undefined;
    /** The header promised more sound than the file holds. */
    readonly truncated: boolean;
    /** A plain RIFF file whose sizes are right: what every player understands in the same way. */
    readonly orderly: boolean;
}

const MAX_CHUNKS = 1000;
const MAX_FORMAT_BYTES = 4096;

/** Sizes that recorders leave behind when they could not go back to fill them in. */
const isOpenSize = (size: number): boolean => size === 0 || size >= 0xfffffff0 || size === 0x7fffffff;

export const isWave = (head: Uint8Array): boolean =>
    (spells(head, 0, 'RIFF') || spells(head, 0, 'RF64') || spells(head, 0, 'BW64')) && spells(head, 8, 'WAVE');

/** @throws AudioError `truncated` or `corrupt` when there is no usable header, `empty-file` when no sound follows it */
export const readWaveLayout = async (file: AudioFile): Promise<WaveLayout> => {
    const isLarge = !spells(file.head, 0, 'RIFF');
    let format: WaveFormat | undefined;
    let factFrames: number | undefined;
    let largeDataBytes: number | undefined;
    let position = 12;
    for (let count = 0; count < MAX_CHUNKS && position + 8 <= file.size; count++) {
        const header = await file.readAt(position, 8);
        const size = u32le(header, 4);
        const content = position + 8;
        if (spells(header, 0, 'data')) {
            if (!format) {
                throw new AudioError('corrupt', 'The WAV header does not say how the sound is coded. Export the recording again.');
            }
            const declared = isLarge && size === 0xffffffff && largeDataBytes !== undefined ? largeDataBytes : size;
            if (declared === 0 && CLOSING_CHUNKS.includes(fourCharacters(await file.readAt(content, 4), 0))) {
                throw noSound();
            }
            return layoutOf(file, format, content, declared, factFrames, isLarge);
        }
        if (spells(header, 0, 'fmt ')) {
            format = readWaveFormat(await file.readAt(content, Math.min(size, MAX_FORMAT_BYTES)));
        } else if (spells(header, 0, 'fact') && size >= 4) {
            factFrames ??= u32le(await file.readAt(content, 4), 0);
        } else if (spells(header, 0, 'ds64') && size >= 24) {
            const sizes = await file.readAt(content, 24);
            largeDataBytes = u64le(sizes, 8);
            factFrames = u64le(sizes, 16) || undefined;
        }
        position = await nextChunk(file, content, size);
    }
    throw new AudioError('truncated', 'The WAV file ends before its sound begins. It was cut: export or copy it again.');
};

/** Chunks are padded to even addresses, with a zero in all likelihood; some writers forget it, and the next name follows at once. */
const nextChunk = async (file: AudioFile, content: number, size: number): Promise<number> => {
    const end = content + size;
    if (size % 2 === 0) {
        return end;
    }
    const next = await file.readAt(end, 4);
    return next.length === 4 && next.every(byte => byte >= 0x20 && byte < 0x7f) ? end : end + 1;
};

/** A data chunk of size 0 is an unfinished recording, unless the file goes on with a chunk that writers put at the end. */
const CLOSING_CHUNKS = ['LIST', 'id3 ', 'bext', 'fact', 'cue ', 'PEAK'];

const layoutOf = (file: AudioFile, format: WaveFormat, dataOffset: number, declared: number, factFrames: number | undefined, isLarge: boolean): WaveLayout => {
    const available = file.size - dataOffset;
    const open = isOpenSize(declared);
    const whole = Math.min(open ? available : declared, available);
    const dataBytes = format.blockFrames > 0 ? whole - whole % format.blockBytes : whole;
    if (dataBytes === 0) {
        throw noSound();
    }
    const truncated = !open && declared > available;
    return { format, dataOffset, dataBytes, factFrames, truncated, orderly: !isLarge && !open && !truncated };
};

const noSound = (): AudioError =>
    new AudioError('empty-file', 'The recording has a header but no sound in it. Export it again, or wait until it has been written completely.');
