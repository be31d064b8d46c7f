import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { EventHub } from '../events/event-hub';
import { openTestHouse, type TestHouse } from '../people/test-house';
import { newId } from '../storage/identifier';
import { SessionEndings } from './session-endings';
import { SessionService } from './session-service';
import { TokenService } from './token-service';

let house: TestHouse;
/** Another back end on the same database. */
let other: SessionService;
let hub: EventHub;
let endings: SessionEndings;
beforeAll(async () => {
    house = await openTestHouse();
    other = new SessionService(house.database);
    hub = new EventHub(house.connection);
    endings = new SessionEndings(hub, other);
    await endings.run();
    await hub.start();
});
afterAll(async () => {
    await endings.stop();
    await hub.stop();
    await house.close();
});

const begin = async (login: string) => {
    const person = await house.person(login);
    const sessionId = newId();
    await house.database.read().insertInto('core.session').values({ id: sessionId, secret_hash: Buffer.from(sessionId), person_id: person.personId, created_at: new Date(), last_seen_at: new Date(), expires_at: new Date(Date.now() + 60_000) }).execute();
    return { ...person, sessionId };
};
const told = (closed: ReturnType<typeof vi.fn>) => vi.waitFor(() => expect(closed).toHaveBeenCalledOnce(), { timeout: 20_000 });

it('closes at every back end what a session or a token holds open that ended at one', async () => {
    const [person, neighbour] = [await begin('wei'), await begin('mei')];
    const tokens = new TokenService(house.database);
    const { id, token } = await tokens.create(person, 'nightly', 1);
    const [ofSession, ofToken, ofNeighbour] = [vi.fn(), vi.fn(), vi.fn()];
    other.whenEnds(person, ofSession);
    other.whenEnds((await other.principalOfToken(token))!, ofToken);
    other.whenEnds(neighbour, ofNeighbour);
    await tokens.revoke(person, id);
    await told(ofToken);
    expect(ofSession).not.toHaveBeenCalled();
    await house.sessions.end(person);
    await told(ofSession);
    expect(ofNeighbour).not.toHaveBeenCalled();
});

it('closes what ended while nothing could be heard', async () => {
    const [person, neighbour] = [await begin('lin'), await begin('hua')];
    const [ofSession, ofNeighbour] = [vi.fn(), vi.fn()];
    other.whenEnds(person, ofSession);
    other.whenEnds(neighbour, ofNeighbour);
    await house.database.read().deleteFrom('core.session').where('id', '=', person.sessionId).execute();
    const administrator = new Client(house.connection);
    await administrator.connect();
    await administrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'earshot events' and datname = current_database()`);
    await administrator.end();
    await told(ofSession);
    expect(ofNeighbour).not.toHaveBeenCalled();
});

it('says nothing to who no longer listens', async () => {
    const person = await begin('yan');
    const closed = vi.fn();
    other.whenEnds(person, closed)();
    other.ended([person.sessionId]);
    expect(closed).not.toHaveBeenCalled();
});
