import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RequestContext } from '../api/context';
import type { SampleGuard } from '../http/sample-guard';
import { openTestHouse, type TestHouse } from '../people/test-house';
import { hashPassword } from './password';
import { PreferenceService } from './preference-service';
import { sessionRouter } from './session-router';
import { TokenService } from './token-service';

/** What happens while a password is being compared. */
const meanwhile = vi.hoisted(() => ({ happens: async (): Promise<void> => { } }));
/** A wrong password that is not worth computing. */
const cheap = vi.hoisted(() => 'cheap');
vi.mock('./password', async original => {
    const real = await original<typeof import('./password')>();
    return { ...real, passwordFits: async (...given: Parameters<typeof real.passwordFits>) => {
        await meanwhile.happens();
        return given[0] !== cheap && real.passwordFits(...given);
    } };
});

const good = 'correct horse battery';
let house: TestHouse;
beforeAll(async () => { house = await openTestHouse(); });
afterAll(() => house.close());

const withPassword = async (login: string) => {
    const person = await house.person(login);
    await house.database.read().updateTable('core.person').set({ password: await hashPassword(good) }).where('id', '=', person.personId).execute();
    return person;
};
const lock = (login: string) => house.database.read().updateTable('core.person').set({ failed_attempts: 5, locked_until: new Date(Date.now() + 30_000) }).where('login', '=', login).execute();

it('a guess does not slip through that was under way when others locked the account', async () => {
    await withPassword('wei');
    meanwhile.happens = async () => { await lock('wei'); };
    await expect(house.sessions.signIn('wei', good)).rejects.toMatchObject({ code: 'LOCKED' });
    meanwhile.happens = async () => { };
    expect(await house.database.read().selectFrom('core.session').select('id').execute()).toEqual([]);
});

it('a locked account does not take guesses at the present password from within either', async () => {
    const mei = await withPassword('mei');
    await lock('mei');
    await expect(house.sessions.changePassword(mei, 'wrong', 'another horse battery')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS', data: { retryAfterSeconds: 30 } });
    await expect(house.sessions.changePassword(mei, good, 'another horse battery')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

it('spaces and capitals make no further attempts at one name', async () => {
    const router = sessionRouter({
        sessions: house.sessions, tokens: new TokenService(house.database), preferences: new PreferenceService(house.database), database: house.database, sample: { active: false } as SampleGuard, version: '0'
    });
    const client = createRouterClient(router, { context: { principal: undefined, address: '192.0.2.1' } as RequestContext });
    const spellings = Array.from({ length: 21 }, (_, index) => `${' '.repeat(index % 7)}${index % 2 ? 'Nobody' : 'nobody'}${' '.repeat(Math.floor(index / 7))}`);
    const answers = await Promise.all(spellings.map(login => client.signIn({ login, password: cheap }).then(() => 'in', (error: { code?: string }) => error.code)));
    expect(answers.filter(each => each === 'WRONG_CREDENTIALS')).toHaveLength(20);
    expect(answers.at(-1)).toBe('TOO_MANY_REQUESTS');
});
