import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../people/test-house';
import { hashOfSecret } from './secret';
import type { SignInClient } from './sign-in-client';

/** A wrong and a right password that are not worth computing, but are counted. */
const { cheap, good } = vi.hoisted(() => ({ cheap: 'cheap', good: 'correct horse battery' }));
const computed = vi.hoisted(() => ({ times: 0 }));
vi.mock('./password', async original => {
    const real = await original<typeof import('./password')>();
    return { ...real, passwordFits: async (...given: Parameters<typeof real.passwordFits>) => {
        computed.times++;
        return given[0] === good ? !!given[1] : given[0] !== cheap && real.passwordFits(...given);
    } };
});

let house: TestHouse;
beforeAll(async () => { house = await openTestHouse(); });
afterAll(() => house.close());

const withPassword = async (login: string): Promise<TestPerson> => {
    const person = await house.person(login);
    await house.database.read().updateTable('core.person').set({ password: 'a hash' }).where('id', '=', person.personId).execute();
    return person;
};
const home: SignInClient = { address: '192.0.2.1' };
const elsewhere: SignInClient = { address: '198.51.100.7' };
/** What an attempt was answered: a code with its data, or that it succeeded. */
const answered = (login: string, password: string, client: SignInClient) => house.sessions.signIn(login, password, client).then(() => 'in', (error: { code: string; status: number; data?: unknown }) => ({ code: error.code, status: error.status, data: error.data }));
const fail = async (login: string, times: number, client: (index: number) => SignInClient) => {
    const answers = [];
    for (let index = 0; index < times; index++) {
        answers.push(await answered(login, cheap, client(index)));
    }
    return answers;
};
const rows = (login: string) => house.database.read().selectFrom('core.sign_in_failure').where('name_hash', '=', hashOfSecret(login));
/** Lets the time of all locks of a name run out. */
const waitFor = (login: string) => house.database.read().updateTable('core.sign_in_failure').set({ locked_until: new Date(Date.now() - 1000) }).where('name_hash', '=', hashOfSecret(login)).execute();
const wrong = { code: 'WRONG_CREDENTIALS', status: 401, data: undefined };
const locked = { code: 'LOCKED', status: 423, data: { retryAfterSeconds: expect.any(Number) as number } };
const secondsOf = async (login: string) => ((await answered(login, cheap, elsewhere)) as { data: { retryAfterSeconds: number } }).data.retryAfterSeconds;

describe('guessing at a password', () => {
    it('locks the guesser out, and nobody else', async () => {
        await withPassword('wei');
        expect(await fail('wei', 6, () => elsewhere)).toEqual([wrong, wrong, wrong, wrong, wrong, locked]);
        expect(await answered('wei', good, elsewhere)).toEqual(locked);
        expect(await answered('wei', good, home)).toBe('in');
    });

    it('is answered about a name that nobody has just as about one that somebody has, at the same cost', async () => {
        await withPassword('lan');
        const course = async (login: string) => {
            const before = computed.times;
            const answers: unknown[] = await fail(login, 6, () => elsewhere);
            const first = await secondsOf(login);
            await waitFor(login);
            answers.push(await answered(login, cheap, elsewhere));
            const { count } = await rows(login).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
            return { answers, delays: [first, await secondsOf(login)].map(each => Math.round(each / 10) * 10), computed: computed.times - before, count };
        };
        const [known, unknown] = [await course('lan'), await course('nobody')];
        expect(unknown).toEqual(known);
        expect(known).toMatchObject({ delays: [30, 60], computed: 6 });
    });

    it('is not quicker all at once: what was not answered yet counts as failed', async () => {
        await withPassword('mei');
        const before = computed.times;
        const answers = await Promise.all(Array.from({ length: 12 }, () => answered('mei', cheap, elsewhere)));
        expect(answers.filter(each => typeof each === 'object' && each.code === 'WRONG_CREDENTIALS')).toHaveLength(5);
        expect(computed.times - before).toBe(5);
    });

    it('is not a new attempt with other spaces and capitals, nor from a neighbouring address of one IPv6 network', async () => {
        const spellings = Array.from({ length: 6 }, (_, index) => `${' '.repeat(index % 3)}${index % 2 ? 'Somebody' : 'somebody'}`);
        const answers = [];
        for (const [index, each] of spellings.entries()) {
            answers.push(await answered(each, cheap, { address: `2001:db8::${index + 1}` }));
        }
        expect(answers.at(-1)).toEqual(locked);
    });

    it('is forgotten after success, and after a day', async () => {
        await withPassword('lin');
        await fail('lin', 5, () => elsewhere);
        await waitFor('lin');
        expect(await answered('lin', good, elsewhere)).toBe('in');
        expect(await rows('lin').select(['client', 'failures']).execute()).toEqual([{ client: '*', failures: 5 }]);
        await house.database.read().updateTable('core.sign_in_failure').set({ last_at: new Date(Date.now() - 25 * 3_600_000) }).where('name_hash', '=', hashOfSecret('lin')).execute();
        await house.sessions.sweep();
        expect(await rows('lin').select('client').execute()).toEqual([]);
    });

    it('does not work from within a session either, nor does it keep the person from signing in', async () => {
        const yan = await withPassword('yan');
        for (let index = 0; index < 5; index++) {
            await expect(house.sessions.changePassword(yan, cheap, 'another horse battery')).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
        }
        await expect(house.sessions.changePassword(yan, good, 'another horse battery')).rejects.toMatchObject({ code: 'LOCKED', data: { retryAfterSeconds: 30 } });
        expect(await answered('yan', good, home)).toBe('in');
    });

    it('is written down', async () => {
        const jun = await withPassword('jun');
        await fail('jun', 5, () => elsewhere);
        const entries = await house.database.read().selectFrom('core.audit_entry').select('detail').where('action', '=', 'session.refused').where('entity_id', '=', jun.personId).orderBy('position').execute();
        expect(entries.map(each => each.detail)).toMatchObject([1, 2, 3, 4, 5].map(failures => ({ failures, lockedSeconds: failures < 5 ? 0 : 30 })));
    });
});

describe('guessing from many addresses', () => {
    const address = (index: number): SignInClient => ({ address: `203.0.113.${index}` });

    it('slows clients that the name does not know, and leaves alone those that it knows', async () => {
        await withPassword('tao');
        const { device } = await house.sessions.signIn('tao', good, { address: '192.0.2.99' });
        const answers = await fail('tao', 51, address);
        expect(answers.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => wrong));
        expect(answers[50]).toEqual(locked);
        expect(await answered('tao', good, elsewhere)).toEqual(locked);
        expect(await answered('tao', good, { address: '192.0.2.99' }), 'an address with a good sign-in').toBe('in');
        expect(await answered('tao', good, { ...elsewhere, device: `${device}x` }), 'a made-up device').toEqual(locked);
        expect(await answered('tao', good, { ...elsewhere, device }), 'a known device').toBe('in');
    });

    it('knows a device for the names that were used on it only, up to twenty of each person', async () => {
        const [rui, bo] = [await withPassword('rui'), await withPassword('bo')];
        const { device } = await house.sessions.signIn('rui', good, home);
        expect((await house.sessions.signIn('bo', good, { ...home, device })).device, 'one browser, one cookie').toBe(device);
        await house.database.read().deleteFrom('core.known_device').where('person_id', '=', bo.personId).execute();
        await fail('bo', 50, address);
        expect(await answered('bo', good, { ...elsewhere, device })).toEqual(locked);
        const planted = { ...home, device: 'planted' };
        for (let index = 0; index < 21; index++) {
            expect((await house.sessions.signIn('rui', good, planted)).device).not.toBe('planted');
        }
        expect(await house.database.read().selectFrom('core.known_device').select('address').where('person_id', '=', rui.personId).execute()).toHaveLength(20);
    });

    it('counts a device that fails by itself', async () => {
        await withPassword('kai');
        const { device } = await house.sessions.signIn('kai', good, home);
        await fail('kai', 5, () => ({ ...elsewhere, device }));
        expect(await answered('kai', good, { ...elsewhere, device })).toEqual(locked);
        expect(await answered('kai', good, home)).toBe('in');
    });
});
