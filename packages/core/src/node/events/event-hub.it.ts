import { createServer, type Socket } from 'node:net';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DomainEvent } from '../../common/events/domain-event';
import { openTestHouse, type TestHouse } from '../people/test-house';
import { EventHub } from './event-hub';

let house: TestHouse;
beforeAll(async () => { house = await openTestHouse(); });
afterAll(() => house.close());

const pause = (milliseconds: number) => new Promise(resolve => { setTimeout(resolve, milliseconds); });

it('tries again about once a second while the database is away, however long, and hears again when it is back', async () => {
    const attempts: number[] = [];
    const closed = createServer((socket: Socket) => {
        attempts.push(Date.now());
        socket.destroy();
    });
    await new Promise<void>(resolve => { closed.listen(0, '127.0.0.1', resolve); });
    const address: Record<string, unknown> = { ...house.connection };
    const hub = new EventHub(address);
    const heard: DomainEvent[] = [];
    hub.listen(event => heard.push(event));
    await hub.start();

    Object.assign(address, { host: '127.0.0.1', port: (closed.address() as { port: number }).port });
    const administrator = new Client(house.connection);
    await administrator.connect();
    await administrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'earshot events' and datname = current_database()`);
    await pause(4500);
    expect(attempts.length).toBeGreaterThanOrEqual(2);
    expect(attempts.length).toBeLessThanOrEqual(5);

    Object.assign(address, house.connection);
    heard.length = 0;
    await expect.poll(() => heard.map(each => each.type), { timeout: 10_000 }).toContain('house.reconnected');
    await administrator.query(`select pg_notify('earshot_event', '{"type":"form.changed","entityId":"1","audience":{}}')`);
    await expect.poll(() => heard.filter(each => each.type === 'form.changed').length).toBe(1);
    await hub.stop();
    await administrator.end();
    closed.close();
});
