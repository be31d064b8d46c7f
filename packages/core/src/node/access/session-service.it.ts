import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestHouse, type TestHouse } from '../people/test-house';
import { hashPassword, passwordFits } from './password';
import { TokenService } from './token-service';

const good = 'correct horse battery';
const here = { address: '192.0.2.1' };
let house: TestHouse;
beforeAll(async () => { house = await openTestHouse(); });
afterAll(() => house.close());

const withPassword = async (login: string) => {
    const person = await house.person(login);
    await house.database.read().updateTable('core.person').set({ password: await hashPassword(good) }).where('id', '=', person.personId).execute();
    return person;
};

describe('passwords', () => {
    it('fit themselves only, however they were composed, and never an absent hash', async () => {
        const hash = await hashPassword('Ångström-密碼-ﬁ');
        expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$/);
        expect(await passwordFits('A\u030angstr\u006f\u0308m-密碼-fi', hash)).toBe(true);
        expect(await passwordFits('ångström-密碼-fi', hash)).toBe(false);
        expect(await passwordFits('', null)).toBe(false);
        expect(await passwordFits('x', '$argon2id$broken')).toBe(false);
    });
});

describe('sessions', () => {
    it('begin with the right password, are found by their secret only, and end at once', async () => {
        await withPassword('wei');
        const begun = await house.sessions.signIn(' Wei ', good, here);
        expect((await house.sessions.principalOfSession(begun.secret))?.login).toBe('wei');
        expect(await house.sessions.principalOfSession(begun.principal.sessionId!)).toBeUndefined();
        const closed = vi.fn();
        house.sessions.whenEnds(begun.principal, closed);
        await house.sessions.end(begun.principal);
        expect(closed).toHaveBeenCalledOnce();
        expect(await house.sessions.principalOfSession(begun.secret)).toBeUndefined();
    });
    it('end everywhere else when the password changes, and when they have expired', async () => {
        await withPassword('hua');
        const [one, other] = [await house.sessions.signIn('hua', good, here), await house.sessions.signIn('hua', good, here)];
        const { token } = await new TokenService(house.database).create(one.principal, 'nightly', 1);
        await expect(house.sessions.changePassword(one.principal, 'wrong', 'another good one')).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
        await house.sessions.changePassword(one.principal, good, 'another good one');
        expect(await house.sessions.principalOfSession(one.secret)).toBeDefined();
        expect(await house.sessions.principalOfSession(other.secret)).toBeUndefined();
        expect(await house.sessions.principalOfToken(token)).toBeUndefined();
        await house.database.read().updateTable('core.session').set({ last_seen_at: new Date(Date.now() - 13 * 3_600_000) }).where('id', '=', one.principal.sessionId!).execute();
        expect(await house.sessions.principalOfSession(one.secret)).toBeUndefined();
    });
    it('know the subtree of teams that somebody leads', async () => {
        const top = await house.team('top');
        const middle = await house.team('middle', { parentId: top });
        const bottom = await house.team('bottom', { parentId: middle });
        await house.team('other', { parentId: top });
        const member = await house.person('leader', { teamId: top });
        await house.database.read().updateTable('core.person').set({ team_id: null }).where('id', '=', member.personId).execute();
        await house.database.read().updateTable('core.team').set({ leader_id: member.personId }).where('id', '=', middle).execute();
        expect([...(await house.again(member)).teamIds].sort()).toEqual([middle, bottom].sort());
    });
});

describe('API tokens', () => {
    it('are shown once, kept as a hash, and die when revoked, expired or their person leaves', async () => {
        const person = await house.person('bot');
        const tokens = new TokenService(house.database);
        const { id, token } = await tokens.create(person, 'nightly', 1);
        const stored = await house.database.read().selectFrom('core.api_token').selectAll().executeTakeFirstOrThrow();
        expect(JSON.stringify(stored)).not.toContain(token);
        expect(await house.sessions.principalOfToken(token)).toMatchObject({ login: 'bot', via: 'token' });
        expect(await house.sessions.principalOfToken(`${token}x`)).toBeUndefined();
        expect((await tokens.list(person))[0]).toMatchObject({ id, name: 'nightly', prefix: token.slice(0, 14) });
        await house.database.read().updateTable('core.api_token').set({ expires_at: new Date(Date.now() - 1) }).execute();
        expect(await house.sessions.principalOfToken(token)).toBeUndefined();
        await expect(tokens.revoke(await house.person('stranger'), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await tokens.revoke(person, id);
        expect(await tokens.list(person)).toEqual([]);
    });
});
