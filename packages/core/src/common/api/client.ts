import { createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';

/** The typed client of a contract: what the screens use, and what any other program can use as well. */
export type Client<C extends AnyContractRouter> = JsonifiedClient<ContractRouterClient<C>>;

export interface ClientOptions {
    /** Where the server is, with `/api` at its end. */
    readonly url: string;
    readonly fetch?: (request: Request, init?: RequestInit) => Promise<Response>;
    readonly headers?: () => Record<string, string>;
}

export function createClient<C extends AnyContractRouter>(contract: C, options: ClientOptions): Client<C> {
    const send = options.fetch ?? ((request, init) => globalThis.fetch(request, init));
    return createORPCClient(new OpenAPILink(contract, { url: options.url, headers: options.headers, fetch: (request, init) => send(request, init as RequestInit) }));
}
