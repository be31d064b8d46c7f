import { describe, expect, it } from 'vitest';
import { calibrationSummary } from '../../common/calibration/calibration-summary';
import type { CalibrationPanel } from '../../common/calibration/panel';
import { fixturePanel } from '../../common/calibration/panel-fixture';
import { SummaryThread } from './summary-thread';

const panel = fixturePanel(Array.from({ length: 8 }, (_, call) => Array.from({ length: 6 }, (_, rater) => [(call + rater) % 3 > 0, 1 + (call * rater) % 5, 50 + call + rater] as const)));

describe('the thread for summaries', () => {
    it('gives what the domain computes, and turns to other work meanwhile', async () => {
        const thread = new SummaryThread();
        let turns = 0;
        const turning = setInterval(() => turns++, 1);
        const [first, second] = await Promise.all([thread.summaryOf(panel), thread.summaryOf({ ...panel, tolerance: 20 })]);
        clearInterval(turning);
        expect(first).toEqual(calibrationSummary(panel));
        expect(second).toEqual(calibrationSummary({ ...panel, tolerance: 20 }));
        expect(turns).toBeGreaterThan(0);
    });
    it('passes on what goes wrong, and still works afterwards', async () => {
        const thread = new SummaryThread();
        await expect(thread.summaryOf({ ...panel, form: {} } as CalibrationPanel)).rejects.toThrow(/summary-worker/);
        expect(await thread.summaryOf(panel)).toEqual(calibrationSummary(panel));
    });
});
