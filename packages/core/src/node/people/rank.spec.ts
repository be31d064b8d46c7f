import { describe, expect, it } from 'vitest';
import type { Scope } from '../../common/access/permission';
import { type Principal, systemPrincipal } from '../api/context';
import { beyond } from './rank';

const caller = (permissions: Record<string, Scope>) => ({ via: 'session', permissions: new Map(Object.entries(permissions)) }) as unknown as Principal;

describe('what a person may do beyond the caller', () => {
    it.each([
        ['nothing', { 'person:write': 'all' }, [], undefined],
        ['nothing where the caller may as much', { 'person:read': 'all' }, [{ permission: 'person:read', scope: 'team' }], undefined],
        ['a permission that the caller lacks', { 'person:write': 'all' }, [{ permission: 'role:write', scope: 'all' }], 'role:write'],
        ['a permission that reaches further', { 'person:read': 'team' }, [{ permission: 'person:read', scope: 'all' }], 'person:read'],
        ['nothing that counts for whoever gives out permissions', { 'person:access': 'all' }, [{ permission: 'role:write', scope: 'all' }], undefined]
    ] as const)('is %s', (_, permissions, grants, expected) => expect(beyond(caller(permissions), grants)).toBe(expected));
    it('is nothing for the house itself', () => expect(beyond(systemPrincipal('import'), [{ permission: 'role:write', scope: 'all' }])).toBeUndefined());
});
