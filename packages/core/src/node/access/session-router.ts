import { sql } from 'kysely';
import { sessionOperations } from '../../common/access/session-contract';
import { caller, type RequestContext } from '../api/context';
import { conflict } from '../api/failure';
import { implementOperations } from '../api/implementation';
import { cookieOf, sessionCookie } from '../http/request-guard';
import type { SampleGuard } from '../http/sample-guard';
import type { Database } from '../storage/database';
import type { PreferenceService } from './preference-service';
import { deviceDays } from './known-devices';
import type { BegunSession, SessionService } from './session-service';
import type { SignInClient } from './sign-in-client';
import type { TokenService } from './token-service';

/** By it a browser is known from which somebody has signed in before; it opens nothing. */
const deviceCookie = 'earshot_device';

export interface SessionServices {
    readonly sessions: SessionService; readonly tokens: TokenService; readonly preferences: PreferenceService;
    readonly database: Database; readonly sample: SampleGuard; readonly version: string;
}

export function sessionRouter({ sessions, tokens, preferences, database, sample, version }: SessionServices) {
    const os = implementOperations(sessionOperations);
    const begin = async (context: RequestContext, session: BegunSession) => {
        setCookie(context, sessionCookie, session.secret, session.expiresAt);
        setCookie(context, deviceCookie, session.device, new Date(Date.now() + deviceDays * 86_400_000));
        return sessions.describe(session.principal);
    };
    return os.router({
        signIn: os.signIn.handler(async ({ input, context }) => begin(context, await sessions.signIn(input.login, input.password, clientOf(context)))),
        acceptInvitation: os.acceptInvitation.handler(async ({ input, context }) => begin(context, await sessions.acceptInvitation(input.token, input.password, clientOf(context)))),
        current: os.current.handler(({ context }) => sessions.describe(caller(context))),
        signOut: os.signOut.handler(async ({ context }) => {
            await sessions.end(caller(context));
            setCookie(context, sessionCookie, '', new Date(0));
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

const clientOf = ({ request, address }: RequestContext): SignInClient => ({ address, device: cookieOf(request, deviceCookie) });

function setCookie({ request, response }: RequestContext, name: string, value: string, expires: Date): void {
    const secure = 'encrypted' in request.socket && request.socket.encrypted || process.env.EARSHOT_PUBLIC_URL?.startsWith('https:');
    response.appendHeader('Set-Cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Expires=${expires.toUTCString()}${secure ? '; Secure' : ''}`);
}
