import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenTurns, voiceBands, type VoiceSegment } from './voice-bands';

describe('bands of voices', () => {
    it('say who speaks, both or nobody, over the whole recording', () => {
        expect(voiceBands([[0, 100, 300], [1, 250, 500], [0, 500, 600]], ['agent', 'customer'], 700)).toEqual([
            { kind: 'silence', fromMs: 0, toMs: 100 }, { kind: 'agent', fromMs: 100, toMs: 250 }, { kind: 'both', fromMs: 250, toMs: 300 },
            { kind: 'customer', fromMs: 300, toMs: 500 }, { kind: 'agent', fromMs: 500, toMs: 600 }, { kind: 'silence', fromMs: 600, toMs: 700 }
        ]);
    });
    it('follow the roles when the channels are exchanged', () => {
        expect(voiceBands([[0, 0, 500]], ['customer', 'agent'], 500)).toEqual([{ kind: 'customer', fromMs: 0, toMs: 500 }]);
    });
    it('know only speech and silence where both are on one channel', () => {
        expect(voiceBands([[0, 0, 200]], ['mixed'], 500).map(each => each.kind)).toEqual(['speech', 'silence']);
    });
    it('tell music on hold from silence, unless somebody speaks over it', () => {
        expect(voiceBands([[0, 0, 100]], ['agent', 'customer'], 500, [[1, 50, 400]]).map(each => [each.kind, each.toMs])).toEqual([['agent', 100], ['hold', 400], ['silence', 500]]);
    });
    it('are one silence where nobody speaks, and none without a length', () => {
        expect(voiceBands([], ['agent', 'customer'], 500)).toEqual([{ kind: 'silence', fromMs: 0, toMs: 500 }]);
        expect(voiceBands([], ['mixed'], 0)).toEqual([]);
    });

    it('are at every moment what the segments say', () => {
        const segments = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.nat(60), fc.nat(20)).map(([channel, from, length]): VoiceSegment => [channel, from, from + length]));
        fc.assert(fc.property(segments, given => {
            const bands = voiceBands(given, ['agent', 'customer'], 50);
            const covering = bands.flatMap(each => Array.from({ length: each.toMs - each.fromMs }, () => each.kind));
            const speaks = (channel: number, ms: number): boolean => given.some(([each, from, to]) => each === channel && from <= ms && ms < to);
            expect(covering).toEqual(Array.from({ length: 50 }, (_, ms) => speaks(0, ms) && speaks(1, ms) ? 'both' : speaks(0, ms) ? 'agent' : speaks(1, ms) ? 'customer' : 'silence'));
        }));
    });
});

describe('turns as they are told', () => {
    it('leave out breaths, but not the pause before the other answers', () => {
        const bands = voiceBands([[0, 0, 1000], [0, 1400, 2000], [1, 2500, 3000], [1, 5000, 6000]], ['agent', 'customer'], 6000);
        expect(spokenTurns(bands)).toEqual([
            { kind: 'agent', fromMs: 0, toMs: 2000 }, { kind: 'silence', fromMs: 2000, toMs: 2500 }, { kind: 'customer', fromMs: 2500, toMs: 3000 },
            { kind: 'silence', fromMs: 3000, toMs: 5000 }, { kind: 'customer', fromMs: 5000, toMs: 6000 }
        ]);
    });
});
