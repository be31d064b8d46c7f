import { id, operation, shortText, z } from '../api/operation';
import { scopes } from './permission';

export const role = z.object({ id, code: z.string(), name: z.string().nullable(), builtIn: z.boolean(), people: z.number(), grants: z.record(z.string(), z.enum(scopes)), version: z.number() });
export type Role = z.infer<typeof role>;
const grants = z.record(z.string().max(100), z.enum(scopes));

export const accessOperations = {
    roles: operation('role:read').route({ method: 'GET', path: '/roles', summary: 'Roles with what they grant', tags: ['access'] }).output(z.array(role)),
    permissions: operation('role:read').route({ method: 'GET', path: '/permissions', summary: 'All permissions and the scopes that each can have', tags: ['access'] })
        .output(z.array(z.object({ id: z.string(), scopes: z.array(z.enum(scopes)) }))),
    addRole: operation('role:write').route({ method: 'POST', path: '/roles', summary: 'Add a role', tags: ['access'] })
        .input(z.object({ code: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/), name: shortText, grants })).output(role),
    changeRole: operation('role:write').route({ method: 'PUT', path: '/roles/{id}', summary: 'Change what a role grants', tags: ['access'] })
        .input(z.object({ id, version: z.number().int(), name: shortText.optional(), grants: grants.optional() })).output(role),
    removeRole: operation('role:write').route({ method: 'DELETE', path: '/roles/{id}', summary: 'Remove a role of your own that nobody has', tags: ['access'] }).input(z.object({ id })).output(z.object({ done: z.literal(true) }))
};
