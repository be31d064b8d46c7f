import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TimeRange } from '../../common/player/time-range';
import { Playback } from './playback';
import { TestMedia } from '../testing/test-media';

let media: TestMedia;
let playback: Playback;
let now: number;
let audible: boolean;
let heard: TimeRange[];

beforeEach(() => {
    media = new TestMedia();
    now = 1000;
    audible = true;
    heard = [];
    playback = new Playback(media.element, '/audio', 60_000, () => audible, () => now);
    playback.onHeard(ranges => heard.push(...ranges));
});
afterEach(() => playback.dispose());

/** Lets time pass in steps of a quarter of a second, as a media element reports it. */
const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0 && !media.paused; left -= 250) {
        now += 250;
        media.pass(250);
        await Promise.resolve();
    }
};
const at = (): number => Math.round(playback.positionMs);

describe('playback', () => {
    it('plays, pauses, jumps, and stays within the recording', async () => {
        playback.toggle();
        await pass(2000);
        expect([at(), playback.state.get().playing]).toEqual([2000, true]);
        playback.toggle();
        expect(playback.state.get().playing).toBe(false);
        playback.seekBy(-5000);
        expect(at()).toBe(0);
        playback.seek(99_000);
        expect(at()).toBe(60_000);
    });

    it('changes speed in steps, with the pitch kept', async () => {
        media.preservesPitch = false;
        playback.faster();
        playback.faster();
        expect([playback.state.get().rate, media.playbackRate, media.preservesPitch]).toEqual([1.5, 1.5, true]);
        playback.slower();
        expect(playback.state.get().rate).toBe(1.25);
    });

    it('plays a range once, and a moment from shortly before it on', async () => {
        playback.playRange([10_000, 11_000]);
        await pass(5000);
        expect([at(), media.paused]).toEqual([11_000, true]);
        playback.playRange([20_000, 20_000]);
        await pass(5000);
        expect([at(), media.paused]).toEqual([24_000, false]);
    });

    it('repeats the loop for as long as it is on', async () => {
        playback.loop = [5000, 6000];
        playback.setLooping(true);
        playback.seek(5000);
        await playback.play();
        await pass(3500);
        expect(at()).toBeGreaterThanOrEqual(5000);
        expect(at()).toBeLessThan(6000);
        playback.setLooping(false);
        await pass(2000);
        expect(at()).toBeGreaterThan(6500);
    });

    it('leaves out silences while skipping, also within a range that ends', async () => {
        playback.skipped = [[2000, 9000]];
        playback.setSkipping(true);
        playback.playRange([1000, 10_000]);
        await pass(3000);
        expect([at(), media.paused]).toEqual([10_000, true]);
    });

    it('begins anew after the end', async () => {
        playback.seek(60_000);
        await playback.play();
        expect(at()).toBe(0);
    });
});

describe('what was listened to', () => {
    it('is told at a pause: what was played, not what was jumped over', async () => {
        playback.toggle();
        await pass(1000);
        playback.seek(30_000);
        await Promise.resolve();
        await pass(1000);
        playback.pause();
        expect(heard.map(([from, to]) => [Math.round(from / 500), Math.round(to / 500)])).toEqual([[0, 2], [61, 62]]);
    });
    it('is told every ten seconds, and at the end', async () => {
        playback.toggle();
        await pass(12_000);
        expect(heard).toHaveLength(1);
        playback.dispose();
        expect(heard[heard.length - 1]![1]).toBe(12_000);
    });
    it('is nothing while everything is muted', async () => {
        audible = false;
        playback.toggle();
        await pass(3000);
        audible = true;
        media.volume = 0;
        await pass(1000);
        playback.pause();
        expect(heard).toEqual([]);
    });
    it('says that the sound does not come, and tries again', () => {
        media.dispatchEvent(new Event('error'));
        expect(playback.state.get()).toMatchObject({ failed: true, playing: false });
        playback.retry();
        expect(playback.state.get().failed).toBe(false);
    });
});
