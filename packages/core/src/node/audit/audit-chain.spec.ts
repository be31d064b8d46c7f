import { describe, expect, it } from 'vitest';
import { canonical, chainStart, sealOf, type ChainedEntry } from './audit-chain';

const entry: ChainedEntry = { id: 'a', at: '2026-11-21T00:00:00.000Z', action: 'person.added', actorId: null, entityType: 'people', entityId: 'b', detail: { b: 1, a: [true, null] } };

describe('the audit chain', () => {
    it('writes objects in one way only', () => {
        expect(canonical({ b: 1, a: { d: undefined, c: '你' } })).toBe('{"a":{"c":"你"},"b":1}');
        expect(canonical({ a: 1, b: 2 })).toBe(canonical({ b: 2, a: 1 }));
    });
    it('depends on the previous hash, the sequence and every part of the entry', () => {
        const seal = sealOf(chainStart, 1, entry).toString('hex');
        expect(sealOf(chainStart, 1, { ...entry, detail: { a: [true, null], b: 1 } }).toString('hex')).toBe(seal);
        const others = [
            sealOf(chainStart, 2, entry), sealOf(Buffer.alloc(32, 1), 1, entry),
            ...(['id', 'at', 'action', 'actorId', 'entityType', 'entityId', 'detail'] as const).map(key => sealOf(chainStart, 1, { ...entry, [key]: 'other' }))
        ].map(each => each.toString('hex'));
        expect(new Set([seal, ...others]).size).toBe(others.length + 1);
    });
});
