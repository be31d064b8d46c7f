import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import * as path from 'node:path';
import { expect, it } from 'vitest';

const source = pathToFileURL(path.join(__dirname, 'broken-output.ts')).href;

/** Prints into a pipe that nobody reads, and counts how often that was answered by printing once more. */
const program = (bears: boolean): string => `
    let told = 0;
    const tell = () => { told++; if (told < 100) { console.error('Unexpected'); } };
    process.on('SIGPIPE', tell).on('uncaughtException', tell);
    import(${JSON.stringify(source)}).then(({ bearBrokenOutput }) => {
        if (${bears}) { bearBrokenOutput(process); }
        process.send('ready');
        process.once('message', () => {
            for (let line = 0; line < 20; line++) { console.log(line); console.error(line); }
            // silence is believed after a while; noise has as long as it needs on a busy machine
            const end = Date.now() + (${bears} ? 200 : 20_000);
            const look = setInterval(() => { if (Date.now() > end || told > 20) { clearInterval(look); process.send(told); process.disconnect(); } }, 20);
        });
    });`;

const timesTold = async (bears: boolean): Promise<number> => {
    const child = spawn(process.execPath, ['--no-warnings', '-e', program(bears)], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    await once(child, 'message');
    child.stdout!.destroy();
    child.stderr!.destroy();
    child.send('go');
    const [told] = await once(child, 'message') as [number];
    return told;
};

it('a server whose output nobody reads any more goes on in silence', async () => {
    expect(await timesTold(true)).toBe(0);
    // what it is for: one line into a broken pipe would bring the next
    expect(await timesTold(false)).toBeGreaterThan(20);
});
