import { expect, it, vi } from 'vitest';
import type { StartTask } from './start-task';
import { stopAll } from './stopping';

const task = (stop?: () => Promise<void>): StartTask => ({ order: 1, run: async () => { }, stop });

it('stops all in turn, whatever one of them does or does not', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => { });
    const stopped: string[] = [];
    await stopAll([
        task(async () => { stopped.push('first'); }), task(), task(() => new Promise(() => { /* never */ })), task(async () => { throw new Error('broken'); }), task(async () => { stopped.push('last'); })
    ], 200);
    expect(stopped).toEqual(['first', 'last']);
    expect(said).toHaveBeenCalledWith('While stopping:', expect.objectContaining({ message: 'broken' }));
    said.mockRestore();
});
