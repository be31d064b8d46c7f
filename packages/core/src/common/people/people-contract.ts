import { done, id, moment, operation, page, paging, shortText, z } from '../api/operation';

export const personStatus = ['active', 'deactivated'] as const;
const optionalText = z.string().trim().max(200).nullable();
export const login = z.string().trim().toLowerCase().regex(/^[\p{L}\p{N}._@-]{2,100}$/u);

export const person = z.object({
    id, name: z.string(), login: z.string(), employeeNumber: z.string().nullable(), email: z.string().nullable(),
    teamId: id.nullable(), teamName: z.string().nullable(), positionId: id.nullable(), positionName: z.string().nullable(),
    roles: z.array(z.string()), status: z.enum(personStatus), joinedOn: z.string().nullable(), lastSignInAt: moment.nullable(), version: z.number()
});
export type Person = z.infer<typeof person>;

export const personFields = {
    name: shortText, login, employeeNumber: optionalText, email: z.email().max(200).nullable(),
    teamId: id.nullable(), positionId: id.nullable(), joinedOn: z.iso.date().nullable()
};
export const personInput = z.object({
    ...personFields, employeeNumber: optionalText.default(null), email: personFields.email.default(null), teamId: personFields.teamId.default(null),
    positionId: personFields.positionId.default(null), joinedOn: personFields.joinedOn.default(null), roles: z.array(z.string().max(100)).max(20).default([])
});
/** What a change names is changed, `null` empties it; what it does not name stays. Without defaults, which would empty it. */
export const personChange = z.object(personFields).partial();
export const team = z.object({ id, parentId: id.nullable(), name: z.string(), leaderId: id.nullable(), leaderName: z.string().nullable(), people: z.number(), version: z.number() });
export type Team = z.infer<typeof team>;
export const position = z.object({ id, code: z.string(), name: z.string(), people: z.number(), version: z.number() });
export type Position = z.infer<typeof position>;

/** One row of a CSV import as the dry run judged it. */
export const importRow = z.object({ line: z.number(), outcome: z.enum(['new', 'changed', 'unchanged', 'invalid']), name: z.string(), login: z.string(), problems: z.array(z.object({ column: z.string(), code: z.string(), value: z.string().optional() })) });

/** What changing people may be refused with, besides the common errors. */
export const peopleErrors = {
    OUTRANKED: { status: 403, message: 'This person may do things that you may not. Somebody who manages access can change them.', data: z.object({ permission: z.string() }) }
} as const;

const route = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path, summary, tags: ['people'] });
/** Optimistic concurrency: the version that the caller saw. */
const version = z.number().int();

export const peopleOperations = {
    list: operation('person:read').route(route('GET', '/people', 'People, by name'))
        .input(z.object({ ...paging, text: z.string().max(200).optional(), teamId: id.optional(), positionId: id.optional(), role: z.string().max(100).optional(), status: z.enum(personStatus).optional() }))
        .output(page(person)),
    get: operation('person:read').route(route('GET', '/people/{id}', 'One person')).input(z.object({ id })).output(person),
    add: operation('person:write').route(route('POST', '/people', 'Add a person; the answer holds a one-time link with which they set a password'))
        .input(personInput).output(z.object({ person, invitation: z.string() })),
    change: operation('person:write').route(route('PATCH', '/people/{id}', 'Change a person, or move them to another team or position'))
        .input(personChange.extend({ id, version })).output(person).errors(peopleErrors),
    /** All or nothing: with an invalid row nothing is applied. A new person's one-time link is in `invitations`, by line. */
    importCsv: operation('person:write', { rate: 'heavy' }).route(route('POST', '/people/import', 'Import people from CSV; a dry run reports and changes nothing'))
        .input(z.object({ csv: z.string().max(2_000_000), dryRun: z.boolean() }))
        .output(z.object({ rows: z.array(importRow), counts: z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), invalid: z.number() }), applied: z.boolean(), invitations: z.array(z.object({ line: z.number(), invitation: z.string() })) })),
    waiting: operation('person:write').route(route('GET', '/people/{id}/waiting', 'What waits for a person, so that it can be handed over'))
        .input(z.object({ id })).output(z.array(z.object({ kind: z.string(), count: z.number() }))),
    deactivate: operation('person:write').route(route('POST', '/people/{id}/deactivation', 'Deactivate a person: sessions and tokens end, open work goes to the successor'))
        .input(z.object({ id, version, successorId: id.nullable() })).output(person).errors(peopleErrors),
    reactivate: operation('person:write').route(route('DELETE', '/people/{id}/deactivation', 'Reactivate a person')).input(z.object({ id })).output(person).errors(peopleErrors),
    resetPassword: operation('person:access', { rate: 'strict' }).route(route('POST', '/people/{id}/password-reset', 'End all sessions of a person and make a one-time link for a new password'))
        .input(z.object({ id })).output(z.object({ invitation: z.string(), expiresAt: moment })),
    assignRoles: operation('person:access').route(route('PUT', '/people/{id}/roles', 'Set the roles of a person')).input(z.object({ id, roles: z.array(z.string().max(100)).max(20) })).output(person),
    teams: operation('team:read').route(route('GET', '/teams', 'All teams; the tree by parentId')).output(z.array(team)),
    addTeam: operation('team:write').route(route('POST', '/teams', 'Add a team')).input(z.object({ name: shortText, parentId: id.nullable(), leaderId: id.nullable().default(null) })).output(team),
    changeTeam: operation('team:write').route(route('PATCH', '/teams/{id}', 'Rename or move a team, or change its leader'))
        .input(z.object({ id, version, name: shortText.optional(), parentId: id.nullable().optional(), leaderId: id.nullable().optional() })).output(team),
    removeTeam: operation('team:write').route(route('DELETE', '/teams/{id}', 'Remove a team without people and without sub-teams')).input(z.object({ id })).output(done),
    positions: operation('team:read').route(route('GET', '/positions', 'All positions')).output(z.array(position)),
    addPosition: operation('team:write').route(route('POST', '/positions', 'Add a position')).input(z.object({ code: shortText, name: shortText })).output(position),
    changePosition: operation('team:write').route(route('PATCH', '/positions/{id}', 'Change a position')).input(z.object({ id, version, code: shortText.optional(), name: shortText.optional() })).output(position),
    removePosition: operation('team:write').route(route('DELETE', '/positions/{id}', 'Remove a position that nobody holds')).input(z.object({ id })).output(done)
};
