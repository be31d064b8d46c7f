import { parentPort } from 'node:worker_threads';
import { calibrationSummary } from '../../common/calibration/calibration-summary';
import type { SummaryAnswer, SummaryTask } from './summary-thread';

/** The thread in which `SummaryThread` has its summaries computed. */
parentPort!.on('message', ({ id, panel }: SummaryTask) => {
    let answer: SummaryAnswer;
    try {
        answer = { id, summary: calibrationSummary(panel) };
    } catch (error) {
        answer = { id, failure: error instanceof Error ? error.stack ?? error.message : String(error) };
    }
    parentPort!.postMessage(answer);
});
