/** Recordings for tests, made here: what is heard in them is known to the millisecond, and nobody's voice is in them. */

export const sampleRate = 8000;
const headerBytes = 44;
/** G.711 µ-law; 1 is PCM with 16 bits. */
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

const header = (formatTag: number, channels: number, bytesPerSample: number, dataBytes: number): Buffer => {
    const buffer = Buffer.alloc(headerBytes);
    buffer.write('RIFF', 0, 'latin1');
    buffer.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
    buffer.write('WAVEfmt ', 8, 'latin1');
    buffer.writeUInt32LE(16, 16);
    buffer.writeUInt16LE(formatTag, 20);
    buffer.writeUInt16LE(channels, 22);
    buffer.writeUInt32LE(sampleRate, 24);
    buffer.writeUInt32LE(sampleRate * channels * bytesPerSample, 28);
    buffer.writeUInt16LE(channels * bytesPerSample, 32);
    buffer.writeUInt16LE(bytesPerSample * 8, 34);
    buffer.write('data', 36, 'latin1');
    buffer.writeUInt32LE(dataBytes, 40);
    return buffer;
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
    return Buffer.concat([header(1, 2, 2, bytes.length), bytes]);
};

/** One 16-bit sample as G.711 µ-law. */
const muLaw = (sample: number): number => {
    const magnitude = Math.min(32635, Math.abs(sample)) + 132;
    const exponent = Math.max(0, Math.floor(Math.log2(magnitude)) - 7);
    return ~((sample < 0 ? 0x80 : 0) | exponent << 4 | magnitude >> exponent + 3 & 0x0f) & 0xff;
};

/** A stereo call in µ-law, as telephone recorders write it: one minute over and over, so that hours are quickly made. */
export const longCallWave = (minutes: number): Buffer => {
    const minute = callWave(60_000).subarray(headerBytes);
    const encoded = Buffer.alloc(minute.length / 2);
    for (let index = 0; index < encoded.length; index++) {
        encoded[index] = muLaw(minute.readInt16LE(index * 2));
    }
    return Buffer.concat([header(muLawTag, 2, 1, encoded.length * minutes), ...Array.from({ length: minutes }, () => encoded)]);
};
