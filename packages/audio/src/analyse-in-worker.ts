import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AnalysisOptions, AnalysisRequest, AudioAnalysis } from './analysis/analyse';
import { RecordingSource } from './analysis/recording-source';
import { AudioError } from './audio-error';
import { removePartial } from './renditions/wave-writer';
import { WorkerCommand, WorkerReport, WorkerTask } from './worker-messages';

export interface WorkerAnalysisOptions extends AnalysisOptions {
    /** A decoder that says nothing for so long is taken to hang, and ended. One minute by default. */
    readonly stallMs?: number;
}

/** JavaScript memory of the thread: a recording of half a day needs some 50 MB, and blocks are thrown away as fast as they are made. */
const HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 };
const STALL_MS = 60_000;
/** What an aborted thread gets to clean up before it is ended. */
const GRACE_MS = 2000;

/**
 * As `analyse`, in a thread of its own: the caller's event loop stays free, and a decoder that hangs or runs out of memory
 * on a hostile file ends with its thread.
 * @throws AudioError as `analyse`, and `no-progress`; the signal's reason when aborted
 */
export const analyseInWorker = (source: RecordingSource, options: WorkerAnalysisOptions = {}): Promise<AudioAnalysis> => {
    const { signal, onProgress, stallMs = STALL_MS } = options;
    if (signal?.aborted) {
        return Promise.reject(signal.reason as Error);
    }
    const task: WorkerTask = { source, request: requestOf(options) };
    const worker = new Worker(join(__dirname, 'worker.js'), { workerData: task, resourceLimits: HEAP, stdout: true, stderr: true });
    worker.stdout.resume();                 // decoders grumble about damaged files on the console; the warnings say it better
    worker.stderr.resume();
    return new Promise<AudioAnalysis>((resolve, reject) => {
        let grace: NodeJS.Timeout | undefined;
        let failure: unknown;
        const end = (error: unknown): void => {
            failure ??= error;
            worker.postMessage('abort' satisfies WorkerCommand);
            grace ??= setTimeout(() => void worker.terminate(), GRACE_MS);
        };
        const stalled = setTimeout(() => {
            failure ??= new AudioError('no-progress', 'The recording could not be read: its decoder stopped answering. Export it again, in another format if possible.');
            void worker.terminate();
        }, stallMs);
        const onAbort = (): void => end(signal?.reason);
        signal?.addEventListener('abort', onAbort, { once: true });
        let answer: AudioAnalysis | undefined;
        worker.on('message', (message: WorkerReport) => {
            stalled.refresh();
            switch (message.kind) {
                case 'progress': onProgress?.(message.share); break;
                case 'done': answer = message.analysis; break;
                case 'refused': failure ??= new AudioError(message.error.code, message.error.message); break;
                case 'failed': failure ??= new Error(message.message); break;
            }
        });
        worker.on('error', error => failure ??= workerFailure(error));
        worker.on('exit', () => {
            clearTimeout(stalled);
            clearTimeout(grace);
            signal?.removeEventListener('abort', onAbort);
            if (answer && failure === undefined) {
                resolve(answer);
                return;
            }
            const cleanUp = options.renditionPath === undefined ? Promise.resolve() : removePartial(options.renditionPath);
            const refuse = (): void => reject(failure ?? new Error('The analysis ended without an answer.'));
            cleanUp.then(refuse, refuse);
        });
    });
};

/** Only what another thread can be told: listeners and signals stay here. */
const requestOf = ({ assume, ffmpegPath, codecModules, renditionPath, rendition, limits }: AnalysisRequest): AnalysisRequest =>
    ({ assume, ffmpegPath, codecModules, renditionPath, rendition, limits });

const workerFailure = (error: Error & { code?: string }): Error => error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new AudioError('corrupt', 'The recording asks for more memory than any sound needs. Export it again.')
    : error;
