import type { StartTask } from './start-task';

/** Even the last gets this long, so that nothing is cut off that only has to let go. */
const leastMs = 100;

/**
 * Stops tasks one after the other. One that does not end in the time that is left is given up, so that those after it have their turn.
 * @param budgetMs for all together.
 */
export async function stopAll(tasks: readonly StartTask[], budgetMs: number): Promise<void> {
    const until = Date.now() + budgetMs;
    for (const each of tasks) {
        const stopping = each.stop?.().catch(error => console.error('While stopping:', error));
        let timer: NodeJS.Timeout | undefined;
        const patience = new Promise(resolve => { timer = setTimeout(resolve, Math.max(leastMs, until - Date.now())); });
        await Promise.race([stopping, patience]);
        clearTimeout(timer);
    }
}
