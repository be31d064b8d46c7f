import { describe, expect, it } from 'vitest';
import type { Scope } from '../../common/access/permission';
import { type Principal, systemPrincipal } from '../api/context';
import { beyond } from './rank';

const caller = (permissions: Record<string, Scope>) => ({ via: 'session', permissions: new Map(Object.entries(permissions)) }) as unknown as Principal;

describe('the power over the house that a person has beyond the caller', () => {
    it.each([
        ['nothing', { 'person:write': 'all' }, [], undefined],
        ['nothing where the caller may as much', { 'person:write': 'all' }, [{ permission: 'person:write', scope: 'team' }], undefined],
        ['nothing that belongs to somebody’s work', { 'person:write': 'all' }, [{ permission: 'evaluation:write', scope: 'all' }, { permission: 'person:read', scope: 'all' }], undefined],
        ['a power that the caller lacks', { 'person:write': 'all' }, [{ permission: 'role:write', scope: 'all' }], 'role:write'],
        ['a power that reaches further', { 'person:write': 'team' }, [{ permission: 'person:write', scope: 'all' }], 'person:write'],
        ['nothing that counts for whoever gives out permissions', { 'person:access': 'all' }, [{ permission: 'role:write', scope: 'all' }], undefined]
    ] as const)('is %s', (_, permissions, grants, expected) => expect(beyond(caller(permissions), grants)).toBe(expected));
    it('is nothing for the house itself', () => expect(beyond(systemPrincipal('import'), [{ permission: 'role:write', scope: 'all' }])).toBeUndefined());
});
