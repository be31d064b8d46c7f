import { done, id, moment, operation, PUBLIC, shortText, SIGNED_IN, z } from '../api/operation';
import { scopes } from './permission';

export const languages = ['en', 'zh-cn', 'zh-tw'] as const;
export const themes = ['system', 'light', 'dark', 'hc-light', 'hc-dark'] as const;
export const password = z.string().min(10).max(200);

/** Who is signed in, and what they may do: the browser offers accordingly, the server decides. */
export const sessionInfo = z.object({
    person: z.object({ id, name: z.string(), login: z.string(), employeeNumber: z.string().nullable(), teamId: id.nullable(), teamName: z.string().nullable() }),
    roles: z.array(z.string()),
    permissions: z.record(z.string(), z.enum(scopes)),
    language: z.enum(languages).nullable(),
    theme: z.enum(themes),
    mustChangePassword: z.boolean(),
    sample: z.boolean(),
    expiresAt: moment
});
export type SessionInfo = z.infer<typeof sessionInfo>;

const preferences = z.record(z.string().max(100), z.unknown());

/** The same whether anybody has the name or not. */
const locked = { status: 423, message: 'Too many failed attempts: wait a while.', data: z.object({ retryAfterSeconds: z.number() }) };

export const sessionOperations = {
    signIn: operation(PUBLIC, { rate: 'strict' }).route({ method: 'POST', path: '/session', summary: 'Sign in; the answer sets the session cookie', tags: ['session'] })
        .input(z.object({ login: z.string().min(1).max(200), password: z.string().min(1).max(200) }))
        .output(sessionInfo)
        .errors({ WRONG_CREDENTIALS: { status: 401, message: 'The name or the password is wrong.' }, LOCKED: locked }),
    current: operation(SIGNED_IN).route({ method: 'GET', path: '/session', summary: 'Who am I, and what may I do', tags: ['session'] }).output(sessionInfo),
    signOut: operation(SIGNED_IN).route({ method: 'DELETE', path: '/session', summary: 'Sign out; the session ends on the server', tags: ['session'] }).output(done),
    changePassword: operation(SIGNED_IN, { rate: 'strict' }).route({ method: 'POST', path: '/session/password', summary: 'Change my password; my other sessions end and my API tokens are revoked', tags: ['session'] })
        .input(z.object({ current: z.string().max(200), next: password })).output(done)
        .errors({ WRONG_CREDENTIALS: { status: 403, message: 'The current password is wrong.' }, LOCKED: locked }),
    acceptInvitation: operation(PUBLIC, { rate: 'strict' }).route({ method: 'POST', path: '/session/invitation', summary: 'Set a password with a one-time link (first administrator, new people, reset)', tags: ['session'] })
        .input(z.object({ token: z.string().min(20).max(200), password })).output(sessionInfo),
    health: operation(PUBLIC).route({ method: 'GET', path: '/health', summary: 'Is the server up, and its database reachable', tags: ['session'] })
        .output(z.object({ status: z.enum(['ok', 'degraded']), version: z.string(), sample: z.boolean() })),
    preferences: operation(SIGNED_IN).route({ method: 'GET', path: '/session/preferences', summary: 'My preferences', tags: ['session'] }).output(preferences),
    setPreference: operation(SIGNED_IN).route({ method: 'PUT', path: '/session/preferences/{key}', summary: 'Set one preference; null removes it', tags: ['session'] })
        .input(z.object({ key: z.string().regex(/^[a-zA-Z0-9.-]{1,100}$/), value: z.unknown() })).output(done),
    tokens: operation(SIGNED_IN).route({ method: 'GET', path: '/session/tokens', summary: 'My API tokens', tags: ['session'] })
        .output(z.array(z.object({ id, name: z.string(), prefix: z.string(), createdAt: moment, expiresAt: moment.nullable(), lastUsedAt: moment.nullable() }))),
    createToken: operation(SIGNED_IN, { rate: 'strict' }).route({ method: 'POST', path: '/session/tokens', summary: 'Make an API token; it is shown this once', tags: ['session'] })
        .input(z.object({ name: shortText, expiresInDays: z.number().int().min(1).max(366).optional() })).output(z.object({ id, token: z.string() })),
    revokeToken: operation(SIGNED_IN).route({ method: 'DELETE', path: '/session/tokens/{id}', summary: 'Revoke one of my API tokens', tags: ['session'] }).input(z.object({ id })).output(done)
};
