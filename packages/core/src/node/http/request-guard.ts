import type { IncomingMessage } from 'node:http';
import { BlockList } from 'node:net';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Principal } from '../api/context';
import { SessionService } from '../access/session-service';
import { clientAddress, networksOf } from './client-address';
import { isLoopbackHost, Settings } from '../start/settings';
import { SampleGuard } from './sample-guard';

export const sessionCookie = 'earshot_session';

export type Refusal = 'host' | 'origin' | 'forwarded';

/** Decides whether a request may be looked at all, and whose it is. One for HTTP, WebSocket and server-sent events. */
@injectable()
export class RequestGuard {
    private readonly proxies: BlockList;

    constructor(
        @inject(Settings) private readonly settings: Settings,
        @inject(SessionService) private readonly sessions: SessionService,
        @inject(SampleGuard) private readonly sample: SampleGuard
    ) {
        this.proxies = networksOf(settings.trustedProxies) ?? new BlockList(); // what cannot be read has kept the server from starting
    }

    /** Where a request comes from, behind the proxies that are trusted. */
    address(request: IncomingMessage): string {
        return clientAddress(request.socket.remoteAddress ?? '', [request.headers['x-forwarded-for'] ?? []].flat().join(','), this.proxies);
    }

    /**
     * Host must be this server's (against DNS rebinding). With a cookie, whatever changes something or opens a lasting
     * connection must come from our own page (against cross-site requests); a token in a header cannot be sent by another site.
     */
    refusal(request: IncomingMessage, lasting = false): Refusal | undefined {
        const { host, origin } = request.headers;
        if (!this.settings.isOwnHost(host)) {
            return 'host';
        }
        if (this.sample.active && (!isLoopbackHost(host) || Object.keys(request.headers).some(each => each.startsWith('x-forwarded-') || each === 'forwarded'))) {
            return 'forwarded';
        }
        const safe = request.method === 'GET' || request.method === 'HEAD';
        if ((!safe || lasting) && bearerToken(request) === undefined) {
            const { 'sec-fetch-site': site, referer } = request.headers;
            // Over plain HTTP a browser names neither the site nor, when it only reads, the origin: what is left is the page that asks.
            const from = origin ?? (site === undefined ? referer : undefined);
            const same = from ? sameOrigin(from, host!) : site === 'same-origin' || site === undefined && !hasCookie(request);
            return same ? undefined : 'origin';
        }
        return undefined;
    }

    /** The caller by session cookie or `Authorization: Bearer` token. */
    async principal(request: IncomingMessage): Promise<Principal | undefined> {
        const token = bearerToken(request);
        if (token !== undefined) {
            return this.sessions.principalOfToken(token);
        }
        const secret = sessionSecret(request);
        return secret ? this.sessions.principalOfSession(secret) : undefined;
    }
}

/** Whoever sends one is known by it alone, never by a cookie besides. Other kinds of authorization are a proxy's affair. */
const bearerToken = (request: IncomingMessage): string | undefined => /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

export const cookieOf = (request: IncomingMessage, name: string): string | undefined =>
    (request.headers.cookie ?? '').split(/;\s*/).find(each => each.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;

const sessionSecret = (request: IncomingMessage): string | undefined => cookieOf(request, sessionCookie);

const hasCookie = (request: IncomingMessage): boolean => sessionSecret(request) !== undefined;

const sameOrigin = (origin: string, host: string): boolean => {
    try {
        return new URL(origin).host === host;
    } catch {
        return false;
    }
};
