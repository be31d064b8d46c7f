import { parentPort, workerData } from 'node:worker_threads';
import { analyse } from './analysis/analyse';
import { AudioError } from './audio-error';
import { WorkerCommand, WorkerReport, WorkerTask } from './worker-messages';

/** Entry of the thread that `analyseInWorker` starts: one recording, one thread, one answer. */
const run = async ({ source, request }: WorkerTask): Promise<WorkerReport> => {
    const abort = new AbortController();
    parentPort?.once('message', (command: WorkerCommand) => abort.abort(command));
    try {
        const analysis = await analyse(source, { ...request, signal: abort.signal, onProgress: share => report({ kind: 'progress', share }) });
        return { kind: 'done', analysis };
    } catch (error) {
        return error instanceof AudioError
            ? { kind: 'refused', error: error.toJSON() }
            : { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
};

const report = (message: WorkerReport): void => parentPort?.postMessage(message);

void run(workerData as WorkerTask).then(message => {
    report(message);
    parentPort?.close();
});
