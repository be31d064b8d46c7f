import { g711Conversion } from '../codecs/g711';
import { fixtureBytes } from './fixtures';
import { u32le, spells } from '../containers/byte-order';

/** Samples of one of the µ-law phrases in `fixtures`. */
export const readWave = (name: string): Int16Array => {
    const bytes = fixtureBytes(name);
    let at = 12;
    while (!spells(bytes, at, 'data')) {
        at += 8 + u32le(bytes, at + 4);
    }
    const sound = bytes.subarray(at + 8, at + 8 + u32le(bytes, at + 4));
    return g711Conversion('mulaw')(sound, new Int16Array(sound.length));
};
