import { injectable } from '@theia/core/shared/inversify';
import type { CalibrationSummary } from '../../common/calibration/calibration-summary';
import type { CalibrationPanel } from '../../common/calibration/panel';
import { WorkingThread } from '../thread/working-thread';

/** Computes summaries apart from the rest, because of their bootstrapped intervals. */
@injectable()
export class SummaryThread {
    private readonly thread = new WorkingThread<CalibrationPanel, CalibrationSummary>('calibration/summary-worker.js');

    /** @throws Error when the panel cannot be computed, or takes too long. */
    summaryOf(panel: CalibrationPanel): Promise<CalibrationSummary> {
        return this.thread.run(panel);
    }
}
