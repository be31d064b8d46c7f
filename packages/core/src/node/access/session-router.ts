import type { ServerResponse, IncomingMessage } from 'node:http';
import { sql } from 'kysely';
import { sessionOperations } from '../../common/access/session-contract';
import { caller, type RequestContext } from '../api/context';
import { conflict, tooManyRequests } from '../api/failure';
import { implementOperations } from '../api/implementation';
import { RateLimiter } from '../http/rate-limiter';
import { sessionCookie } from '../http/request-guard';
import type { SampleGuard } from '../http/sample-guard';
import type { Database } from '../storage/database';
import type { PreferenceService } from './preference-service';
import { type BegunSession, loginName, type SessionService } from './session-service';
import type { TokenService } from './token-service';

/** Sign-in attempts for one name from one address in a minute; the account's own lock-out comes on top. */
const attemptsPerMinute = 20;

export interface SessionServices {
    readonly sessions: SessionService; readonly tokens: TokenService; readonly preferences: PreferenceService;
    readonly database: Database; readonly sample: SampleGuard; readonly version: string;
}

export function sessionRouter({ sessions, tokens, preferences, database, sample, version }: SessionServices) {
    const os = implementOperations(sessionOperations);
    const attempts = new RateLimiter();
    const begin = async (context: RequestContext, session: BegunSession) => {
        setCookie(context.request, context.response, session.secret, session.expiresAt);
        return sessions.describe(session.principal);
    };
    return os.router({
        signIn: os.signIn.handler(async ({ input, context }) => {
            const wait = attempts.take(`${context.address} ${loginName(input.login)}`, 'strict', attemptsPerMinute);
            if (wait) {
                throw tooManyRequests(wait);
            }
            return begin(context, await sessions.signIn(input.login, input.password));
        }),
        acceptInvitation: os.acceptInvitation.handler(async ({ input, context }) => begin(context, await sessions.acceptInvitation(input.token, input.password))),
        current: os.current.handler(({ context }) => sessions.describe(caller(context))),
        signOut: os.signOut.handler(async ({ context }) => {
            await sessions.end(caller(context));
            setCookie(context.request, context.response, '', new Date(0));
            return { done: true };
        }),
        changePassword: os.changePassword.handler(async ({ input, context }) => {
            await sessions.changePassword(withSession(context), input.current, input.next);
            return { done: true };
        }),
        health: os.health.handler(async () => {
            try {
                await sql`select 1`.execute(database.read());
                return { status: 'ok', version, sample: sample.active };
            } catch {
                return { status: 'degraded', version, sample: sample.active };
            }
        }),
        preferences: os.preferences.handler(({ context }) => preferences.all(caller(context))),
        setPreference: os.setPreference.handler(async ({ input, context }) => {
            await preferences.set(caller(context), input.key, input.value);
            return { done: true };
        }),
        tokens: os.tokens.handler(({ context }) => tokens.list(caller(context))),
        createToken: os.createToken.handler(({ input, context }) => tokens.create(withSession(context), input.name, input.expiresInDays)),
        revokeToken: os.revokeToken.handler(async ({ input, context }) => {
            await tokens.revoke(caller(context), input.id);
            return { done: true };
        })
    });
}

/** A token must not be able to make itself immortal: passwords and tokens are changed by a person who is signed in. */
const withSession = (context: RequestContext) => {
    const principal = caller(context);
    if (principal.via !== 'session') {
        throw conflict('session-needed');
    }
    return principal;
};

function setCookie(request: IncomingMessage, response: ServerResponse, secret: string, expires: Date): void {
    const secure = 'encrypted' in request.socket && request.socket.encrypted || process.env.EARSHOT_PUBLIC_URL?.startsWith('https:');
    response.appendHeader('Set-Cookie', `${sessionCookie}=${secret}; Path=/; HttpOnly; SameSite=Strict; Expires=${expires.toUTCString()}${secure ? '; Secure' : ''}`);
}

