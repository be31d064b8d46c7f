import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { injectable } from '@theia/core/shared/inversify';
import type { CalibrationSummary } from '../../common/calibration/calibration-summary';
import type { CalibrationPanel } from '../../common/calibration/panel';

export interface SummaryTask { readonly id: number; readonly panel: CalibrationPanel }
export type SummaryAnswer = { readonly id: number; readonly summary: CalibrationSummary } | { readonly id: number; readonly failure: string };

interface Waiting { resolve(summary: CalibrationSummary): void; reject(error: unknown): void }

/** The largest panel that is taken needs a few seconds; what takes this long does not end. */
const longestMs = 120_000;
/** A thread that has nothing to do gives its memory back after this long. */
const idleMs = 60_000;

/** A thread runs what was compiled, also where this file itself is part of a bundle. */
const compiled = (): string => join(dirname(createRequire(__filename).resolve('@earshot/quality/package.json')), 'lib', 'node', 'calibration', 'summary-worker.js');

/** Computes summaries in one thread of its own, one after another: bootstrapped intervals would hold up everybody else's requests. */
@injectable()
export class SummaryThread {
    private worker: Worker | undefined;
    private count = 0;
    private readonly waiting = new Map<number, Waiting>();
    private timer: NodeJS.Timeout | undefined;

    /** @throws Error when the panel cannot be computed, or takes too long. */
    summaryOf(panel: CalibrationPanel): Promise<CalibrationSummary> {
        const worker = this.worker ??= this.start();
        const id = ++this.count;
        return new Promise((resolve, reject) => {
            this.waiting.set(id, { resolve, reject });
            this.watch();
            worker.postMessage({ id, panel } satisfies SummaryTask);
        });
    }

    private start(): Worker {
        const worker = new Worker(compiled());
        worker.unref();                                // the process may end while it waits for work
        worker.on('message', (answer: SummaryAnswer) => {
            const asker = this.waiting.get(answer.id);
            this.waiting.delete(answer.id);
            this.watch();
            if ('summary' in answer) {
                asker?.resolve(answer.summary);
            } else {
                asker?.reject(new Error(answer.failure));
            }
        });
        worker.on('error', error => this.end(worker, error));
        worker.on('exit', () => this.end(worker, new Error('The thread that computes calibration summaries has ended.')));
        return worker;
    }

    /** Ends a thread that computes too long, or rests too long. */
    private watch(): void {
        clearTimeout(this.timer);
        const { worker } = this;
        this.timer = setTimeout(() => {
            if (worker) {
                this.end(worker, new Error('The calibration summary took too long.'));
                void worker.terminate();
            }
        }, this.waiting.size ? longestMs : idleMs).unref();
    }

    private end(worker: Worker, error: unknown): void {
        if (this.worker === worker) {
            this.worker = undefined;
            clearTimeout(this.timer);
            const askers = [...this.waiting.values()];
            this.waiting.clear();
            askers.forEach(each => each.reject(error));
        }
    }
}
