import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSealed, seal, unseal } from './sealed-text';

const key = randomBytes(32);

describe('a sealed text', () => {
    it.each(['sixteen letters!', '', '密钥 🔑'])('opens with its key at its place: %s', text => {
        const sealed = seal(key, 'here', text);
        expect(isSealed(sealed)).toBe(true);
        expect(text && sealed.includes(text)).toBeFalsy();
        expect(unseal(key, 'here', sealed)).toBe(text);
        expect(seal(key, 'here', text)).not.toBe(sealed);
    });
    it('opens with no other key, at no other place, and not when it was changed', () => {
        const sealed = seal(key, 'here', 'sixteen letters!');
        const parts = sealed.split('.');
        const changed = [...parts.slice(0, 4), `${parts[4]!.startsWith('A') ? 'B' : 'A'}${parts[4]!.slice(1)}`].join('.');
        expect([unseal(randomBytes(32), 'here', sealed), unseal(key, 'there', sealed), unseal(key, 'here', changed), unseal(key, 'here', 'sixteen letters!')]).toEqual([undefined, undefined, undefined, undefined]);
        expect(isSealed('v1.not sealed at all')).toBe(false);
    });
});
