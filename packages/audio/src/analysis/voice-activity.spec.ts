import { describe, expect, it } from 'vitest';
import { VoiceActivity } from '../activity-format';
import { CallConditions, MadeUpCall, makeCall, Turn } from '../testing/made-up-call';
import { SpeechLevels } from './speech-levels';
import { voiceActivity } from './voice-activity';

const turns: readonly Turn[] = [
    { channel: 0, phrase: 'agent-greeting', atMs: 1000 },
    { channel: 1, phrase: 'customer-question', atMs: 5500, gainDb: -6 },
    { channel: 0, phrase: 'agent-question', atMs: 8500 },
    { channel: 1, phrase: 'customer-number', atMs: 12_000, gainDb: -6 },
    { channel: 0, phrase: 'agent-answer', atMs: 19_000 },
    { channel: 1, phrase: 'customer-thanks', atMs: 21_000, gainDb: -6 }
];
const durationMs = 26_000;

const activityOf = (channels: readonly Int16Array[]): VoiceActivity => {
    const levels = channels.map(samples => {
        const meter = new SpeechLevels(1, 8000);
        meter.push({ samples, channels: 1, sampleRate: 8000 });
        return meter.finish()[0];
    });
    return voiceActivity(levels, channels[0].length / 8);
};

const frames = (activity: VoiceActivity, channel: number, count: number): Uint8Array => {
    const marked = new Uint8Array(count);
    for (const segment of activity.segments) {
        if (segment.channel === channel && !segment.possibleHoldMusic) {
            marked.fill(1, segment.fromMs / 10, segment.toMs / 10);
        }
    }
    return marked;
};

/** Harmonic mean of precision and recall over both channels. */
const f1 = (call: MadeUpCall): number => {
    const activity = activityOf(call.channels);
    let hits = 0;
    let wrong = 0;
    call.truth.forEach((truth, channel) => frames(activity, channel, truth.length).forEach((spoken, i) => {
        hits += spoken & truth[i];
        wrong += spoken ^ truth[i];
    }));
    return 2 * hits / (2 * hits + wrong);
};

const conditions: [string, Omit<CallConditions, 'durationMs'>][] = [
    ['a clean line', {}],
    ['a little noise', { noiseDb: [-66, -60] }],
    ['much noise', { noiseDb: [-60, -48] }],
    ['an echo of the agent in the customer\'s line', { noiseDb: [-66, -60], echo: { gainDb: -24, delayMs: 80 } }],
    ['music on hold', { noiseDb: [-66, -60], music: { fromMs: 13_500, toMs: 18_700, levelDb: -24 } }]
];

describe('voiceActivity', () => {
    it.each(conditions)('finds who speaks when with %s', (_, condition) => {
        expect(f1(makeCall(turns, { durationMs, ...condition }))).toBeGreaterThan(0.93);
    });

    it('does not take the noise between two mutes for speech', () => {
        const { channels: [agent, customer] } = makeCall(turns.slice(4), { durationMs, noiseDb: [-55, -55] });
        agent.fill(0, 0, 8 * 2000);
        agent.fill(0, 8 * 10_000, 8 * 14_000);
        expect(activityOf([agent, customer]).segments.filter(segment => segment.channel === 0 && segment.toMs < 19_000)).toEqual([]);
    });

    it('counts a talk-over and a hold', () => {
        const talkOver: Turn[] = [...turns, { channel: 1, phrase: 'customer-thanks', atMs: 1500 }];
        const { figures } = activityOf(makeCall(talkOver.slice(0, 2).concat(talkOver.slice(4)), { durationMs, noiseDb: [-66, -60] }).channels);
        expect(figures.talkOver?.count).toBeGreaterThanOrEqual(1);
        expect(figures.talkOver?.longestMs).toBeGreaterThan(800);
        expect(figures.hold).toMatchObject({ count: 1 });
        expect(figures.hold.longestMs).toBeGreaterThan(10_000);
        expect(figures.talkShare?.reduce((sum, share) => sum + share)).toBeCloseTo(1);
    });

    it('flags speech that never pauses', () => {
        const { channels: [agent] } = makeCall([], { durationMs, noiseDb: [-66, -66], music: { fromMs: 5000, toMs: 12_000, levelDb: -20 } });
        expect(activityOf([agent]).segments).toEqual([expect.objectContaining({ possibleHoldMusic: true })]);
        expect(activityOf([agent]).figures.talkMs).toEqual([0]);
    });

    it('finds nothing in silence, and nothing in noise', () => {
        const { channels } = makeCall([], { durationMs, noiseDb: [-50, -70] });
        expect(activityOf(channels).segments).toEqual([]);
        expect(activityOf([new Int16Array(8000)]).segments).toEqual([]);
        expect(activityOf([new Int16Array(0)])).toMatchObject({ segments: [], figures: { silence: { count: 0 } } });
    });
});
