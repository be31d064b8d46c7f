import { expect, it } from 'vitest';
import { blockBytes, endOfTar, padding, readTarHeader, tarHeader } from './tar';

it('writes headers that it reads again, of any size', () => {
    for (const bytes of [0, 1, 511, 512, 8 ** 11 - 1, 8 ** 11, 5 * 1024 ** 4]) {
        const header = tarHeader({ name: 'tables/core.person/0001.copy', bytes }, 1_800_000_000);
        expect(header.length).toBe(blockBytes);
        expect(readTarHeader(header)).toEqual({ name: 'tables/core.person/0001.copy', bytes });
    }
});
it('fills up to whole blocks', () => {
    expect([0, 1, 511, 512, 513].map(each => padding(each).length)).toEqual([0, 511, 1, 0, 511]);
    expect(readTarHeader(endOfTar.subarray(0, blockBytes))).toBe('end');
});
it('notices every changed byte of a header', () => {
    const header = tarHeader({ name: 'manifest.json', bytes: 4711 }, 0);
    for (let index = 0; index < blockBytes; index++) {
        const changed = Buffer.from(header);
        changed[index] = changed[index]! ^ 0x01;
        expect(() => readTarHeader(changed), `byte ${index}`).toThrow();
    }
});
it('refuses a name that does not fit', () => {
    expect(() => tarHeader({ name: 'x'.repeat(101), bytes: 0 }, 0)).toThrow('too long');
});
