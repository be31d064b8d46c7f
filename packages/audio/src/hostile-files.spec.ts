import { afterAll, describe, expect, it, vi } from 'vitest';
import { analyse } from './analysis/analyse';
import { AudioError } from './audio-error';
import { fixtureBytes, ScratchFolder } from './testing/fixtures';
import { mutate } from './testing/mutations';
import { SeededRandom } from './testing/random';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

const recordings = [
    'reference.wav', 'agent-question.wav', 'gsm.wav', 'g722.wav', 'mp3.wav', 'ima-adpcm.wav', 'mono.gsm', 'mono.g722', 'stereo.flac', 'deep.flac', 'constant.mp3',
    'variable.mp3', 'stereo.ogg', 'vorbis.ogg', 'stereo.webm', 'live.webm', 'mono.amr', 'stereo.m4a'
];

/** Of each recording: enough to notice carelessness, or enough to sleep well. */
const count = process.env.EARSHOT_LONG ? 10_000 / recordings.length : 20;
const patience = count * 1000;

/** Decoding the file must end in good time, with figures or with an error of ours. */
const outcome = async (bytes: Uint8Array, raw: boolean): Promise<unknown> => {
    const path = scratch.file('hostile', bytes);
    try {
        const { durationMs, peaks } = await analyse(path, { limits: { maxDurationMs: 600_000 }, ...raw && { assume: { codec: 'g722' } } });
        return durationMs > 0 && peaks.levels[0].channels[0].length > 0 ? 'figures' : 'no figures';
    } catch (error) {
        return error instanceof AudioError ? 'error' : error;
    }
};

describe('a damaged recording', () => {
    it.each(recordings)('like %s gives figures or a clear error', async name => {
        const grumbling = vi.spyOn(console, 'error').mockReturnValue();         // of decoders in WebAssembly
        const original = fixtureBytes(name);
        const seen = new Map<unknown, number>();
        for (let seed = 1; seed <= count; seed++) {
            const bytes = mutate(original, new SeededRandom(seed * 2_654_435_761 >>> 1));
            const result = await outcome(bytes, name.endsWith('.g722'));
            expect(result, `${name}, seed ${seed}`).toBeOneOf(['figures', 'error']);
            seen.set(result, (seen.get(result) ?? 0) + 1);
        }
        expect([...seen.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(Math.floor(count));
        grumbling.mockRestore();
    }, patience);
});
