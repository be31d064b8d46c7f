import { encodeMuLaw } from '@earshot/audio/lib/codecs/g711';
import { waveFile } from '@earshot/audio/lib/testing/wave-files';

/** Recordings for tests, made here: what is heard in them is known to the millisecond, and nobody's voice is in them. */

export const sampleRate = 8000;
const headerBytes = 44;
/** G.711 µ-law. */
const muLawTag = 7;

export interface Turn {
    readonly speaker: 'agent' | 'customer';
    readonly fromMs: number;
    readonly toMs: number;
}

/** Agent and customer in turns of three seconds with pauses of one, until the end. */
export const conversation = (durationMs: number): readonly Turn[] => {
    const turns: Turn[] = [];
    for (let fromMs = 500; fromMs + 3000 <= durationMs; fromMs += 4000) {
        turns.push({ speaker: turns.length % 2 === 0 ? 'agent' : 'customer', fromMs, toMs: fromMs + 3000 });
    }
    return turns;
};

/** Harmonics of a voice's pitch, swelling four times a second as syllables do: −1 to 1. */
const voice = (pitch: number, second: number): number => {
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * second)) ** 0.5;
    const sound = [1, 2, 3, 5, 8].reduce((sum, harmonic) => sum + Math.sin(2 * Math.PI * pitch * harmonic * second) / harmonic, 0);
    return syllable * sound * 0.4;
};

/** The quiet hiss of a line; the same in every run. */
const hiss = (index: number): number => ((Math.imul(index + 1, 2654435761) >>> 0) / 2 ** 32 - 0.5) * 0.004;

const pitches = { agent: 210, customer: 130 } as const;

/** A stereo call as 16-bit PCM: the agent left, the customer right. `seed` makes calls differ that are otherwise alike. */
export const callWave = (durationMs: number, seed = 0, turns = conversation(durationMs)): Buffer => {
    const frames = Math.round(durationMs * sampleRate / 1000);
    const bytes = Buffer.alloc(frames * 4);
    for (let frame = 0; frame < frames; frame++) {
        bytes.writeInt16LE(Math.round(hiss(frame + seed * 7919) * 32767), frame * 4);
        bytes.writeInt16LE(Math.round(hiss(frame * 2 + seed * 104729) * 32767), frame * 4 + 2);
    }
    for (const { speaker, fromMs, toMs } of turns) {
        for (let frame = Math.round(fromMs * sampleRate / 1000); frame < Math.min(frames, Math.round(toMs * sampleRate / 1000)); frame++) {
            const place = frame * 4 + (speaker === 'agent' ? 0 : 2);
            bytes.writeInt16LE(Math.max(-32767, Math.min(32767, bytes.readInt16LE(place) + Math.round(voice(pitches[speaker], frame / sampleRate) * 14000))), place);
        }
    }
    return Buffer.from(waveFile(bytes, { channels: 2, sampleRate }));
};

/** A stereo call in µ-law, as telephone recorders write it: one minute over and over, so that hours are quickly made. */
export const longCallWave = (minutes: number): Buffer => {
    const minute = callWave(60_000).subarray(headerBytes);
    const samples = new Int16Array(minute.buffer.slice(minute.byteOffset, minute.byteOffset + minute.length));
    const encoded = encodeMuLaw(samples, new Uint8Array(samples.length));
    const sound = Buffer.concat(Array.from({ length: minutes }, () => encoded));
    return Buffer.from(waveFile(sound, { tag: muLawTag, channels: 2, sampleRate, bits: 8 }));
};
