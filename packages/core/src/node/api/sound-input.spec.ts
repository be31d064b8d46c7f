import { describe, expect, it } from 'vitest';
import { requireSoundInput } from './sound-input';

describe('input', () => {
    it('is sound whatever its characters, as long as they are whole', () => {
        expect(() => requireSoundInput({ text: '复核 👂🏽 \u202e \u0001 \uffff', list: [null, 1, true, undefined, { deeper: ['x'] }], none: null })).not.toThrow();
        for (const each of [undefined, null, 0, '', 'text', [], {}, Object.create(null), new Date(), new Blob(['\0'])]) {
            expect(() => requireSoundInput(each)).not.toThrow();
        }
    });
    it.each([
        ['NUL', { a: [{ b: 'x\0' }] }, 'NUL'], ['NUL in a name', { 'x\0': 1 }, 'NUL'], ['NUL in a bare object', Object.assign(Object.create(Object.create(null) as object) as object, { a: '\0' }), 'NUL'], ['half a character', ['\ud83d'], 'surrogate'], ['the other half in a name', { a: { '\udc42x': 1 } }, 'surrogate']
    ])('is refused with %s', (_what, input, word) => expect(() => requireSoundInput(input)).toThrow(word));
    it('is refused when it is nested without measure, and costs no stack to find out', () => {
        const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
        expect(() => requireSoundInput(nested(100))).not.toThrow();
        expect(() => requireSoundInput(nested(101))).toThrow('nested');
        expect(() => requireSoundInput(nested(5000))).toThrow('nested');
        let deep: unknown = 1;
        for (let depth = 0; depth < 1_000_000; depth++) {
            deep = { deep };
        }
        expect(() => requireSoundInput(deep)).toThrow('nested');
    });
});
