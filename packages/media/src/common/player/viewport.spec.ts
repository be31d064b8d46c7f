import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringIntoView, endOf, fitAll, fitRange, isFit, msAt, panBy, pxAt, resizeTo, spanOf, type Viewport, zoomBy } from './viewport';

const twoHours = 7_200_000;
const whole = fitAll(twoHours, 1200);

describe('the part in sight', () => {
    it('begins as all of it', () => {
        expect(whole).toMatchObject({ startMs: 0, pxPerMs: 1200 / twoHours });
        expect(isFit(whole)).toBe(true);
        expect(endOf(whole)).toBe(twoHours);
    });

    it('stays within the recording and between all and the closest, whatever is done', () => {
        const steps = fc.array(fc.oneof(
            fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: 0, max: 1200 })).map(([factor, px]) => (each: Viewport) => zoomBy(each, factor, px)),
            fc.integer({ min: -5000, max: 5000 }).map(px => (each: Viewport) => panBy(each, px)),
            fc.integer({ min: 200, max: 2000 }).map(px => (each: Viewport) => resizeTo(each, px)),
            fc.nat(twoHours).map(ms => (each: Viewport) => bringIntoView(each, ms))
        ), { maxLength: 30 });
        fc.assert(fc.property(steps, changes => {
            const viewport = changes.reduce((current, change) => change(current), whole);
            expect(viewport.startMs).toBeGreaterThanOrEqual(0);
            expect(viewport.startMs + spanOf(viewport)).toBeLessThanOrEqual(twoHours + 0.01);
            expect(viewport.pxPerMs).toBeGreaterThanOrEqual(viewport.widthPx / twoHours * 0.999999);
            expect(viewport.pxPerMs).toBeLessThanOrEqual(0.5);
        }));
    });

    it('keeps the moment below the pointer when it comes closer', () => {
        const closer = zoomBy(whole, 7, 400);
        expect(msAt(closer, 400)).toBeCloseTo(msAt(whole, 400), 3);
        expect(closer.pxPerMs).toBeCloseTo(whole.pxPerMs * 7, 12);
    });

    it('shows a range in the middle', () => {
        const viewport = fitRange(whole, [60_000, 80_000]);
        expect(pxAt(viewport, 60_000)).toBeCloseTo(100, 6);
        expect(pxAt(viewport, 80_000)).toBeCloseTo(1100, 6);
        expect(isFit(fitRange(viewport, [5, 5]))).toBe(true);
    });

    it('turns the page after the playhead, and is left alone while that is in sight', () => {
        const viewport = fitRange(whole, [0, 60_000]);
        expect(bringIntoView(viewport, 30_000)).toBe(viewport);
        const turned = bringIntoView(viewport, 90_000);
        expect(pxAt(turned, 90_000)).toBeCloseTo(1200 * 0.08, 6);
    });

    it('still shows all of it in a wider window, or keeps its scale', () => {
        expect(endOf(resizeTo(whole, 1600))).toBe(twoHours);
        const close = zoomBy(whole, 50, 600);
        expect(resizeTo(close, 1600)).toMatchObject({ pxPerMs: close.pxPerMs, startMs: close.startMs });
    });

    it('shows a recording that is shorter than the closest scale', () => expect(zoomBy(fitAll(900, 1200), 4, 0).pxPerMs).toBeCloseTo(1200 / 900));
});
