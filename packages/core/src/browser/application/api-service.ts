import { injectable } from '@theia/core/shared/inversify';
import { Emitter } from '@theia/core/lib/common/event';
import type { AnyContractRouter } from '@orpc/contract';
import { createClient, type Client } from '../../common/api/client';
import { apiUrl, goToSignIn } from './session-service';

/** The server could not be reached; nothing is known about whether the request was carried out. */
export class ConnectionError extends Error {
    readonly code = 'CONNECTION';
}

/** Typed clients of the contracts, one per contract, and plain requests for what carries bytes. */
@injectable()
export class ApiService {
    protected readonly clients = new Map<AnyContractRouter, unknown>();
    protected readonly reachableEmitter = new Emitter<boolean>();
    /** Fires with every answer (`true`) and with every request that got none (`false`). */
    readonly onDidReach = this.reachableEmitter.event;

    clientOf<C extends AnyContractRouter>(contract: C): Client<C> {
        let client = this.clients.get(contract) as Client<C> | undefined;
        if (!client) {
            client = createClient(contract, { url: apiUrl(), fetch: (request, init) => this.send(request, init) });
            this.clients.set(contract, client);
        }
        return client;
    }

    /** A request for a stream operation: `path` as in the contract, below `/api`. Answers other than 2xx are thrown as they are. */
    async stream(path: `/${string}`, init?: RequestInit): Promise<Response> {
        const response = await this.send(new Request(apiUrl() + path, init));
        if (!response.ok) {
            throw await response.json().catch(() => ({ code: 'INTERNAL_SERVER_ERROR', status: response.status }));
        }
        return response;
    }

    protected async send(request: Request, init?: RequestInit): Promise<Response> {
        let response: Response;
        try {
            response = await window.fetch(request, init);
        } catch (error) {
            if (request.signal.aborted || (error as Error).name === 'AbortError') {
                throw error;
            }
            this.reachableEmitter.fire(false);
            throw new ConnectionError('The server could not be reached.', { cause: error });
        }
        this.reachableEmitter.fire(true);
        if (response.status === 401) {
            goToSignIn();
        }
        return response;
    }
}
