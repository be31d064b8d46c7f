import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterMarks, type RecordingMark } from './mark-clusters';

const mark = (id: string, fromMs: number, toMs = fromMs): RecordingMark => ({ id, fromMs, toMs, label: id, title: id });

describe('marks', () => {
    it('share a pin while they are too close, and part on coming closer', () => {
        const marks = [mark('c', 90_000), mark('a', 10_000, 14_000), mark('b', 11_000)];
        expect(clusterMarks(marks, 0.003, 24).map(each => each.marks.map(one => one.id))).toEqual([['a', 'b'], ['c']]);
        expect(clusterMarks(marks, 0.003, 24)[0]).toMatchObject({ key: 'a b', fromMs: 10_000, toMs: 14_000 });
        expect(clusterMarks(marks, 0.05, 24)).toHaveLength(3);
    });

    it('are all in exactly one cluster, and no two pins overlap', () => {
        fc.assert(fc.property(fc.array(fc.nat(7_200_000), { maxLength: 1000 }), fc.double({ min: 1e-4, max: 0.5, noNaN: true }), (moments, pxPerMs) => {
            const marks = moments.map((ms, index) => mark(String(index), ms));
            const clusters = clusterMarks(marks, pxPerMs, 24);
            expect(clusters.flatMap(each => each.marks.map(one => one.id)).sort()).toEqual(marks.map(each => each.id).sort());
            clusters.slice(1).forEach((each, index) => expect((each.fromMs - clusters[index]!.fromMs) * pxPerMs).toBeGreaterThanOrEqual(24));
        }), { numRuns: 50 });
    });
});
