import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { bindContributionProvider, ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Container } from '@theia/core/shared/inversify';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { corePermissions } from '../common/access/core-permissions';
import { PermissionContribution } from '../common/access/permission';
import { SessionService } from './access/session-service';
import type { RequestContext } from './api/context';
import { type BlobStore as BlobStoreShape, BlobStore } from './blobs/blob-store';
import { EventHub } from './events/event-hub';
import { JobContribution } from './jobs/job-contribution';
import { JobService } from './jobs/job-service';
import { openTestHouse, type TestHouse, type TestPerson } from './people/test-house';
import { bindCoreServices, createServiceRouters } from './services-module';
import { Settings } from './start/settings';
import { StartTask } from './start/start-task';
import { Database, DatabaseConnection } from './storage/database';

let house: TestHouse;
let admin: TestPerson;
let folder: string;
let tasks: StartTask[];
let stopped = false;
const container = new Container();

beforeAll(async () => {
    house = await openTestHouse([]);
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'services-'));
    container.bind(DatabaseConnection).toConstantValue(house.connection);
    container.bind(Database).toConstantValue(house.database);
    container.bind(SessionService).toConstantValue(house.sessions);
    container.bind(EventHub).toConstantValue(new EventHub(house.connection));
    container.bind(Settings).toConstantValue(Object.assign(new Settings(), { dataFolder: folder }));
    container.bind(PermissionContribution).toConstantValue({ permissions: corePermissions });
    container.bind(JobContribution).toConstantValue({ kind: 'echo', run: async input => ({ ...input }) } satisfies JobContribution);
    bindContributionProvider(container, PermissionContribution);
    bindContributionProvider(container, StartTask);
    bindCoreServices(container.bind.bind(container));
    tasks = container.getNamed<ContributionProvider<StartTask>>(ContributionProvider, StartTask).getContributions().sort((one, other) => one.order - other.order);
    for (const each of tasks) {
        await each.run();
    }
    admin = await house.person('admin', { roles: ['administrator'] });
});
const stop = async () => {
    for (const each of stopped ? [] : tasks.toReversed()) {
        await each.stop?.();
    }
    stopped = true;
};
afterAll(async () => {
    await stop();
    await house.close();
    await fs.rm(folder, { recursive: true });
});

/** Calls the operations as the API does, shapes checked on the way in and out. */
const client = (principal: TestPerson | undefined) => {
    const { people, access, house: rest } = createServiceRouters(container);
    return createRouterClient({ people, access, house: rest }, { context: { principal, address: '127.0.0.1' } as RequestContext });
};

describe('the services of core together', () => {
    it('carry out their operations in the shapes of the contract', async () => {
        const call = client(admin);
        expect((await call.access.roles()).find(each => each.code === 'agent')?.grants).toEqual({ 'person:read': 'own', 'team:read': 'all' });
        const team = await call.people.addTeam({ name: 'Hotline', parentId: null });
        const { person, invitation } = await call.people.add({ name: ' 林晓 ', login: 'LIN', teamId: team.id, roles: ['agent'] });
        expect(person).toMatchObject({ name: '林晓', login: 'lin', teamName: 'Hotline', employeeNumber: null });
        expect(invitation).toHaveLength(43);
        const renamed = await call.people.change({ id: person.id, version: 1, employeeNumber: '1001' });
        expect(renamed).toMatchObject({ teamId: team.id, employeeNumber: '1001', name: '林晓' });
        expect(await call.people.list({ text: 'lx' })).toEqual({ rows: [renamed] });
        expect(await call.people.importCsv({ csv: 'name,login\nAda,ada', dryRun: true })).toMatchObject({ applied: false, counts: { new: 1 } });
        const [hit] = await call.house.quickOpen({ text: '1001' });
        expect(await call.house.resolveLink({ link: hit!.link })).toEqual(hit);
        expect(await call.house.work()).toEqual({ items: [], figures: [] });
        expect(await call.house.notificationChoice()).toMatchObject({ kinds: ['job.done', 'job.failed'] });
        expect(await call.people.waiting({ id: person.id })).toEqual([]);
        expect(await call.people.deactivate({ id: person.id, version: 2, successorId: admin.personId })).toMatchObject({ status: 'deactivated' });
        await expect(call.people.removeTeam({ id: team.id })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'team-not-empty' } });
    });

    it('ask who calls', async () => {
        await expect(client(undefined).people.list({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
        await expect(client(undefined).house.notifications({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    });

    it('run jobs, keep blobs, and stop in good order', async () => {
        const job = await container.get(JobService).start(admin, 'echo', 'Echo', { said: 'hello' });
        await vi.waitFor(async () => expect(await client(admin).house.job({ id: job.id })).toMatchObject({ state: 'done', result: { said: 'hello' } }), { timeout: 10_000, interval: 50 });
        const store = container.get<BlobStoreShape>(BlobStore);
        expect(store.path('a'.repeat(64)).startsWith(folder)).toBe(true);
        const begun = Date.now();
        await stop();
        expect(Date.now() - begun).toBeLessThan(30_000);
    });
});
