import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readWhole } from './read-whole';

it('is not taken in beyond all measure', async () => {
    const problem = { path: 'file', code: 'file-too-large' };
    expect(String(await readWhole(Readable.from([Buffer.from('a'), Buffer.from('b')]), 2, problem))).toBe('ab');
    const endless = Readable.from((function* () { for (;;) { yield Buffer.alloc(1 << 20); } })());
    await expect(readWhole(endless, 5_000_000, problem)).rejects.toMatchObject({ data: { problems: [problem] } });
});
