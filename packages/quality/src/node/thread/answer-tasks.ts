import { parentPort } from 'node:worker_threads';

export interface ThreadTask<I> { readonly id: number; readonly input: I }
export type ThreadAnswer<O> = { readonly id: number; readonly output: O } | { readonly id: number; readonly failure: string };

/** In a thread of a `WorkingThread`: computes what is asked for, one task after another. */
export function answerTasks<I, O>(compute: (input: I) => O): void {
    parentPort!.on('message', ({ id, input }: ThreadTask<I>) => {
        let answer: ThreadAnswer<O>;
        try {
            answer = { id, output: compute(input) };
        } catch (error) {
            answer = { id, failure: error instanceof Error ? error.stack ?? error.message : String(error) };
        }
        parentPort!.postMessage(answer);
    });
}
