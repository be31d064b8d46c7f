import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadTask } from './answer-tasks';

interface Waiting<O> { resolve(output: O): void; reject(error: unknown): void }

/** The largest task that is taken needs a few seconds; what takes this long does not end. */
const longestMs = 120_000;
/** A thread that has nothing to do gives its memory back after this long. */
const idleMs = 60_000;

/** A thread runs what was compiled, also where this file itself is part of a bundle. */
const compiled = (file: string): string => join(dirname(createRequire(__filename).resolve('@earshot/quality/package.json')), 'lib', 'node', file);

/** Has a function computed in one thread of its own, one task after another: what takes seconds would hold up everybody else's requests. */
export class WorkingThread<I, O> {
    private worker: Worker | undefined;
    private count = 0;
    private readonly waiting = new Map<number, Waiting<O>>();
    private timer: NodeJS.Timeout | undefined;

    /** @param file what runs in the thread: a compiled module that calls `answerTasks`, by its path within the package's `lib/node` */
    constructor(private readonly file: string) { }

    /** @throws Error when the task cannot be computed, or takes too long. */
    run(input: I): Promise<O> {
        const worker = this.worker ??= this.start();
        const id = ++this.count;
        return new Promise((resolve, reject) => {
            this.waiting.set(id, { resolve, reject });
            this.watch();
            worker.postMessage({ id, input } satisfies ThreadTask<I>);
        });
    }

    private start(): Worker {
        const worker = new Worker(compiled(this.file));
        worker.unref();                                // the process may end while it waits for work
        worker.on('message', (answer: ThreadAnswer<O>) => {
            const asker = this.waiting.get(answer.id);
            this.waiting.delete(answer.id);
            this.watch();
            if ('failure' in answer) {
                asker?.reject(new Error(answer.failure));
            } else {
                asker?.resolve(answer.output);
            }
        });
        worker.on('error', error => this.end(worker, error));
        worker.on('exit', () => this.end(worker, new Error(`The thread of ${this.file} has ended.`)));
        return worker;
    }

    /** Ends a thread that computes too long, or rests too long. */
    private watch(): void {
        clearTimeout(this.timer);
        const { worker } = this;
        this.timer = setTimeout(() => {
            if (worker) {
                this.end(worker, new Error(`${this.file} took too long.`));
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
