import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { ORPCError } from '@orpc/server';
import type { SessionInfo } from '../../common/access/session-contract';
import { languages, themes } from '../../common/access/session-contract';
import { conflict, notFound, unauthorized } from '../api/failure';
import { type Principal, systemPrincipal } from '../api/context';
import { announce } from '../jobs/announce';
import { type ChangeLog, Database } from '../storage/database';
import { newId } from '../storage/identifier';
import { EndListeners } from './end-listeners';
import { rememberDevice, sweepDevices } from './known-devices';
import { hashPassword, passwordFits } from './password';
import { readPrincipal } from './read-principal';
import { hashOfSecret, newSecret } from './secret';
import type { SignInClient } from './sign-in-client';
import { type Attempt, forgive, loginName, SignInGuard } from './sign-in-guard';

/** A session ends this long after it was last used, and this long after it began. */
const idleMs = 12 * 3_600_000;
const longestMs = 7 * 24 * 3_600_000;
const touchAfterMs = 60_000;

/** What back ends tell each other of; no browser is in the audience. */
export const sessionEnded = 'session.ended';
const endOf = (id: string) => ({ type: sessionEnded, entityId: id });

/** Notes, in the transaction in which they end, the ends of sessions and tokens for all back ends. @returns their ids. */
export function noteEnds(log: ChangeLog, ended: readonly { readonly id: string }[]): readonly string[] {
    ended.forEach(each => log.event(endOf(each.id), {}));
    return ended.map(each => each.id);
}

export interface BegunSession {
    readonly secret: string;
    readonly expiresAt: Date;
    readonly principal: Principal & { readonly personId: string };
    /** For the cookie by which the device is known from now on. */
    readonly device: string;
}

/** Sign-in, sessions, invitations. The cookie holds an opaque secret; everything else stays here. */
@injectable()
export class SessionService {
    private readonly guard: SignInGuard;
    /** What is to be closed when a session or a token ends, by its id. */
    private readonly watched = new EndListeners();

    constructor(@inject(Database) private readonly database: Database) {
        this.guard = new SignInGuard(database);
    }

    /** @throws WRONG_CREDENTIALS, or LOCKED after repeated failures; both alike for a name that nobody has. */
    async signIn(login: string, password: string, client: SignInClient): Promise<BegunSession> {
        const attempt = await this.guard.attempt(login, client);
        const found = await this.database.read().selectFrom('core.person').select(['id', 'password', 'status'])
            .where('login', '=', loginName(login)).executeTakeFirst();
        const fits = await passwordFits(password, found?.status === 'active' ? found.password : null);
        if (!found || !fits) {
            await this.noteRefusal(found?.id, attempt);
            throw new ORPCError('WRONG_CREDENTIALS', { status: 401, message: 'The name or the password is wrong.' });
        }
        await this.guard.takeBack(attempt);
        return this.begin(found.id, client);
    }

    /** Sets a password with a one-time link, and signs in. @throws NOT_FOUND for a link that is unknown, used or expired. */
    async acceptInvitation(token: string, password: string, client: SignInClient): Promise<BegunSession> {
        const valid = await this.database.read().selectFrom('core.invitation').select('id').where('secret_hash', '=', hashOfSecret(token)).where('used_at', 'is', null).where('expires_at', '>', new Date()).executeTakeFirst();
        if (!valid) {
            throw notFound(); // nobody's work is worth a hash
        }
        const hash = await hashPassword(password);
        const personId = await this.database.write(systemPrincipal('invitation'), async (transaction, log) => {
            const invitation = await transaction.updateTable('core.invitation').set({ used_at: new Date() })
                .where('secret_hash', '=', hashOfSecret(token)).where('used_at', 'is', null).where('expires_at', '>', new Date()).returning('person_id').executeTakeFirst();
            if (!invitation) {
                throw notFound();
            }
            const person = await transaction.updateTable('core.person').set({ password: hash, must_change_password: false })
                .where('id', '=', invitation.person_id).where('status', '=', 'active').returning('login').executeTakeFirst();
            if (person) {
                await forgive(transaction, person.login);
            }
            log.audit('invitation.accepted', 'people', invitation.person_id);
            return invitation.person_id;
        });
        return this.begin(personId, client);
    }

    /** Changes one's own password. Whatever else was let in by the old one ends: one's other sessions, one's API tokens, links not used yet. */
    async changePassword(principal: Principal & { readonly personId: string }, current: string, next: string): Promise<void> {
        const { password, sample } = await this.database.read().selectFrom('core.person').select(['password', 'sample']).where('id', '=', principal.personId).executeTakeFirstOrThrow();
        if (sample) {
            throw conflict('sample-account');
        }
        const attempt = await this.guard.attemptFromWithin(principal.login);
        if (!await passwordFits(current, password)) {
            await this.noteRefusal(principal.personId, attempt);
            throw new ORPCError('WRONG_CREDENTIALS', { status: 403, message: 'The current password is wrong.' });
        }
        await this.guard.takeBack(attempt);
        const hash = await hashPassword(next);
        const ended = await this.database.write(principal, async (transaction, log) => {
            await transaction.updateTable('core.person').set({ password: hash, must_change_password: false }).where('id', '=', principal.personId).execute();
            const sessions = await transaction.deleteFrom('core.session').where('person_id', '=', principal.personId).where('id', '<>', principal.sessionId ?? newId()).returning('id').execute();
            const tokens = await transaction.deleteFrom('core.api_token').where('person_id', '=', principal.personId).returning('id').execute();
            await transaction.deleteFrom('core.invitation').where('person_id', '=', principal.personId).where('used_at', 'is', null).execute();
            log.audit('password.changed', 'people', principal.personId, { sessions: sessions.length, tokens: tokens.length });
            return noteEnds(log, [...sessions, ...tokens]);
        });
        this.ended(ended);
    }

    async end(principal: Principal & { readonly personId: string }): Promise<void> {
        if (principal.sessionId) {
            const sessionId = principal.sessionId;
            await this.database.write(principal, async (transaction, log) => {
                await transaction.deleteFrom('core.session').where('id', '=', sessionId).execute();
                log.audit('session.ended', 'people', principal.personId);
                noteEnds(log, [{ id: sessionId }]);
            });
            this.ended([sessionId]);
        }
    }

    /**
     * Calls back when the session or the token ends by which somebody was let in, here or at another back end, so that what they hold
     * open is closed.
     * @returns how to stop listening.
     */
    whenEnds({ sessionId, tokenId }: Principal, listener: () => void): () => void {
        return this.watched.add(sessionId ?? tokenId ?? '', listener);
    }

    /** Closes what is held open here by sessions and tokens that have ended. */
    ended(ids: readonly string[]): void {
        this.watched.tell(ids);
    }

    /** The same for whatever ended while nothing could be heard of it. */
    async endVanished(): Promise<void> {
        const ids = this.watched.ids.filter(Boolean);
        if (ids.length) {
            const { rows } = await sql<{ id: string }>`select id from core.session where id = any(${ids}::uuid[]) union all select id from core.api_token where id = any(${ids}::uuid[])`.execute(this.database.read());
            const left = new Set(rows.map(each => each.id));
            this.ended(ids.filter(each => !left.has(each)));
        }
    }

    /** Who holds this session secret; undefined when it is unknown, ended or expired. */
    async principalOfSession(secret: string): Promise<Principal | undefined> {
        const now = new Date();
        const session = await this.database.read().selectFrom('core.session').select(['id', 'person_id', 'last_seen_at'])
            .where('secret_hash', '=', hashOfSecret(secret)).where('expires_at', '>', now).where('last_seen_at', '>', new Date(now.getTime() - idleMs)).executeTakeFirst();
        if (!session) {
            return undefined;
        }
        if (now.getTime() - session.last_seen_at.getTime() > touchAfterMs) {
            await this.database.read().updateTable('core.session').set({ last_seen_at: now }).where('id', '=', session.id).execute();
        }
        return readPrincipal(this.database.read(), session.person_id, { via: 'session', sessionId: session.id });
    }

    async principalOfToken(token: string): Promise<Principal | undefined> {
        const now = new Date();
        const found = await this.database.read().updateTable('core.api_token').set({ last_used_at: now }).where('secret_hash', '=', hashOfSecret(token))
            .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)])).returning(['id', 'person_id']).executeTakeFirst();
        return found && readPrincipal(this.database.read(), found.person_id, { via: 'token', tokenId: found.id });
    }

    principalOfPerson(personId: string, via: 'session' | 'token'): Promise<(Principal & { readonly personId: string }) | undefined> {
        return readPrincipal(this.database.read(), personId, { via });
    }

    /** What the browser is told of the caller. */
    async describe(principal: Principal & { readonly personId: string }): Promise<SessionInfo> {
        const person = await this.database.read().selectFrom('core.person').leftJoin('core.team', 'core.team.id', 'core.person.team_id')
            .where('core.person.id', '=', principal.personId)
            .select(['core.person.id', 'core.person.name', 'core.person.login', 'core.person.employee_number', 'core.person.team_id', 'core.team.name as team_name', 'core.person.must_change_password', 'core.person.sample'])
            .executeTakeFirst();
        if (!person) {
            throw unauthorized();
        }
        const preferences = await this.database.read().selectFrom('core.preference').select(['key', 'value']).where('person_id', '=', principal.personId).where('key', 'in', ['language', 'theme']).execute();
        const chosen = new Map(preferences.map(each => [each.key, each.value]));
        const session = principal.sessionId ? await this.database.read().selectFrom('core.session').select('expires_at').where('id', '=', principal.sessionId).executeTakeFirst() : undefined;
        return {
            person: { id: person.id, name: person.name, login: person.login, employeeNumber: person.employee_number, teamId: person.team_id, teamName: person.team_name },
            roles: [...principal.roles], permissions: Object.fromEntries(principal.permissions),
            language: languages.find(each => each === chosen.get('language')) ?? null, theme: themes.find(each => each === chosen.get('theme')) ?? 'system',
            mustChangePassword: person.must_change_password, sample: person.sample, expiresAt: (session?.expires_at ?? new Date(Date.now() + idleMs)).toISOString()
        };
    }

    /** Removes what has expired: sessions, one-time links, failures, devices; called now and then. */
    async sweep(): Promise<void> {
        const sessions = await this.database.read().deleteFrom('core.session').where(({ or, eb }) => or([eb('expires_at', '<', new Date()), eb('last_seen_at', '<', new Date(Date.now() - idleMs))])).returning('id').execute();
        for (const { id } of sessions) {
            await announce(this.database.read(), endOf(id), {});
        }
        this.ended(sessions.map(each => each.id));
        await this.database.read().deleteFrom('core.invitation').where('expires_at', '<', new Date(Date.now() - longestMs)).execute();
        await this.guard.sweep();
        await sweepDevices(this.database.read());
    }

    private async begin(personId: string, client: SignInClient): Promise<BegunSession> {
        const secret = newSecret();
        const now = new Date();
        const expiresAt = new Date(now.getTime() + longestMs);
        const sessionId = newId();
        const principal = await readPrincipal(this.database.read(), personId, { via: 'session', sessionId });
        if (!principal) {
            throw unauthorized();
        }
        const device = await this.database.write(principal, async (transaction, log) => {
            await transaction.insertInto('core.session').values({ id: sessionId, secret_hash: hashOfSecret(secret), person_id: personId, created_at: now, last_seen_at: now, expires_at: expiresAt }).execute();
            await transaction.updateTable('core.person').set({ last_sign_in_at: now }).where('id', '=', personId).execute();
            log.audit('session.began', 'people', personId);
            return rememberDevice(transaction, personId, client);
        });
        return { secret, expiresAt, principal, device };
    }

    /** Written down in the same way, with the same work, whether anybody has the name or not. */
    private async noteRefusal(personId: string | undefined, { failures, lockedSeconds }: Attempt): Promise<void> {
        await this.database.write(systemPrincipal('sign-in'), async (_transaction, log) => {
            log.audit('session.refused', personId ? 'people' : 'sign-in', personId ?? 'unknown-name', { failures, lockedSeconds });
        });
    }
}
