import { describe, expect, it } from 'vitest';
import { activityBands, activityFigures, nextSpeech, silentSpans, SpeechSegment, talkOverSpans } from './activity-format';

/** Agent 1–5 s and 9–9.1 s, customer 4–8 s, hold music on the agent's line 10–25 s; 30 s in all. */
const segments: readonly SpeechSegment[] = [
    { channel: 0, fromMs: 1000, toMs: 5000 },
    { channel: 1, fromMs: 4000, toMs: 8000 },
    { channel: 0, fromMs: 9000, toMs: 9100 },
    { channel: 0, fromMs: 10_000, toMs: 25_000, possibleHoldMusic: true }
];
const durationMs = 30_000;
const bands = activityBands({ durationMs, segments });

describe('activity', () => {
    it('is a row of bands without gaps', () => {
        expect(bands).toEqual([
            { fromMs: 0, toMs: 1000, speakers: 0 }, { fromMs: 1000, toMs: 4000, speakers: 1 }, { fromMs: 4000, toMs: 5000, speakers: 3 },
            { fromMs: 5000, toMs: 8000, speakers: 2 }, { fromMs: 8000, toMs: 9000, speakers: 0 }, { fromMs: 9000, toMs: 9100, speakers: 1 },
            { fromMs: 9100, toMs: 30_000, speakers: 0 }
        ]);
    });

    it('knows who talks over whom, and when nobody speaks', () => {
        expect(talkOverSpans(bands)).toEqual([{ fromMs: 4000, toMs: 5000 }]);
        expect(talkOverSpans(bands, 1001)).toEqual([]);
        expect(silentSpans(bands).map(({ fromMs }) => fromMs)).toEqual([0, 8000, 9100]);
    });

    it('joins talk-over of changing speakers', () => {
        const three = activityBands({ durationMs: 10, segments: [{ channel: 0, fromMs: 0, toMs: 6 }, { channel: 1, fromMs: 2, toMs: 4 }, { channel: 2, fromMs: 3, toMs: 9 }] });
        expect(talkOverSpans(three, 1)).toEqual([{ fromMs: 2, toMs: 6 }]);
    });

    it('counts what an evaluator asks for', () => {
        expect(activityFigures(durationMs, 2, segments)).toEqual({
            talkMs: [4100, 4000], talkShare: [4100 / 8100, 4000 / 8100],
            talkOver: { count: 1, totalMs: 1000, longestMs: 1000 },
            silence: { count: 3, totalMs: 22_900, longestMs: 20_900 },
            hold: { count: 1, totalMs: 20_900, longestMs: 20_900 },
            missing: {}
        });
    });

    it('does not make up figures that one channel cannot give', () => {
        const mono = activityFigures(durationMs, 1, segments.filter(segment => segment.channel === 0));
        expect(mono).toMatchObject({ talkShare: null, talkOver: null, missing: { talkShare: 'mono', talkOver: 'mono' } });
        expect(activityFigures(1000, 2, [])).toMatchObject({ talkMs: [0, 0], talkShare: null, talkOver: { count: 0 }, missing: { talkShare: 'no-speech' } });
    });

    it('leads to the next speech', () => {
        expect([0, 2000, 8500, 9100].map(ms => nextSpeech({ segments }, ms))).toEqual([1000, 2000, 9000, undefined]);
    });
});
