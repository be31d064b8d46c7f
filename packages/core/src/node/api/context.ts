import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Scope } from '../../common/access/permission';
import { forbidden, unauthorized } from './failure';

/** Who acts: a person through a session or an API token, or the house itself in a job. */
export interface Principal {
    readonly personId: string | null;
    readonly name: string;
    readonly login: string;
    readonly roles: readonly string[];
    readonly permissions: ReadonlyMap<string, Scope>;
    /** The teams that scope `team` reaches: one's own and those one leads, with everything below. */
    readonly teamIds: readonly string[];
    readonly via: 'session' | 'token' | 'system';
    readonly sessionId?: string;
    readonly tokenId?: string;
}

/** What an operation knows of the request that it serves. */
export interface RequestContext {
    readonly principal: Principal | undefined;
    readonly address: string;
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
}

/** The signed-in caller of an operation. @throws UNAUTHORIZED where there is none. */
export function caller(context: RequestContext): Principal & { readonly personId: string } {
    const { principal } = context;
    if (!principal?.personId) {
        throw unauthorized();
    }
    return principal as Principal & { readonly personId: string };
}

/** How far the caller's permission reaches. @throws FORBIDDEN without it. */
export function scopeOf(principal: Principal, permission: string): Scope {
    const scope = principal.via === 'system' ? 'all' : principal.permissions.get(permission);
    if (!scope) {
        throw forbidden(permission);
    }
    return scope;
}

/** The house acting by itself: jobs, schedules, imports from the command line. */
export const systemPrincipal = (name: string): Principal => ({ personId: null, name, login: name, roles: [], permissions: new Map(), teamIds: [], via: 'system' });
