import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Hit, WorkItem } from '../../common/house-contract';
import { corePermissions } from '../../common/access/core-permissions';
import { RolesService } from '../access/roles-service';
import { JobQueue } from '../jobs/job-queue';
import { JobService } from '../jobs/job-service';
import { AccountService } from '../people/account-service';
import { PeopleSearch, PersonEntity } from '../people/people-search';
import { PeopleService } from '../people/people-service';
import { PositionService } from '../people/position-service';
import { TeamSearch } from '../people/team-search';
import { TeamService } from '../people/team-service';
import { allowed, openTestHouse, type TestHouse, type TestPerson } from '../people/test-house';
import { newId } from '../storage/identifier';
import { JobEntity, PositionEntity, RoleEntity } from './core-entities';
import type { LookupSource } from '../search/lookup-source';
import type { EntityType, WorkItemSource } from './work-contributions';
import { WorkService } from './work-service';

let house: TestHouse;
let admin: TestPerson;
let queue: JobQueue;
let jobs: JobService;
let hotline: string;
const none = { getContributions: () => [] };
const echo = { kind: 'echo', run: async () => ({}) };

beforeAll(async () => {
    house = await openTestHouse();
    admin = await house.person('admin', { name: 'Administrator', roles: ['administrator'] });
    hotline = await house.team('热线一组', { parentId: await house.team('Service') });
    queue = new JobQueue(house.connection);
    await queue.run();
    await queue.open('job.echo', { retries: 0, limit: 60 });
    jobs = new JobService(house.database, queue, { getContributions: () => [echo] });
});
afterAll(async () => {
    await queue.stop();
    await house.close();
});

const service = (parts: { work?: WorkItemSource[]; search?: LookupSource[]; entities?: EntityType[] } = {}): WorkService => {
    const teams = new TeamSearch(new TeamService(house.database));
    const roles = new RolesService(house.database, { getContributions: () => [{ permissions: corePermissions }] });
    return new WorkService(
        { getContributions: () => parts.work ?? [] },
        { getContributions: () => parts.search ?? [new PeopleSearch(house.database), teams] },
        { getContributions: () => parts.entities ?? [new PersonEntity(new PeopleService(house.database)), teams, new PositionEntity(new PositionService(house.database)), new RoleEntity(roles), new JobEntity(jobs)] }
    );
};

describe('quick open', () => {
    it('finds people and teams by name, number and pinyin, the best first', async () => {
        await house.person('zhangwei', { name: '张伟', employeeNumber: '1042', teamId: hotline });
        for (let index = 0; index < 30; index++) {
            await house.person(`x${index}1042`, { name: `陈${index}` });
        }
        expect((await service().quickOpen(admin, '1042', 5))[0]).toMatchObject({ kind: 'person', title: '张伟', subtitle: '1042 · 热线一组', link: expect.stringContaining('earshot:/core/people/') });
        expect((await service().quickOpen(admin, 'zw', 5)).map(each => each.title)).toEqual(['张伟']);
        expect((await service().quickOpen(admin, ' rexian ', 5)).map(each => [each.kind, each.title, each.subtitle])).toEqual([['team', '热线一组', 'Service']]);
        expect(await service().quickOpen(admin, '1042', 5)).toHaveLength(5);
        expect(await service().quickOpen(admin, '   ', 5)).toEqual([]);
    });

    it('finds only what the caller may see, and nobody who has left', async () => {
        const left = await house.person('gone-person');
        await new AccountService(house.database, house.sessions, none).deactivate(admin, { id: left.personId, version: 1, successorId: null });
        expect(await service().quickOpen(admin, 'gone-person', 5)).toEqual([]);
        const nobody = allowed(await house.person('nobody'), {});
        expect(await service().quickOpen(nobody, 'zhangwei', 5)).toEqual([]);
        expect(await service().quickOpen(allowed(nobody, { 'person:read': 'own' }), 'n', 5)).toMatchObject([{ title: 'nobody' }]);
    });

    it('waits for nobody, and survives whoever fails', async () => {
        const hit: Hit = { kind: 'quick', id: newId(), title: 'Quick', subtitle: '', link: 'earshot:/quick/quicks/1' };
        const [error, warn] = [vi.spyOn(console, 'error').mockImplementation(() => { }), vi.spyOn(console, 'warn').mockImplementation(() => { })];
        const started = Date.now();
        const found = await service({
            search: [
                { kind: 'slow', search: async () => { await pause(3000); return []; } },
                { kind: 'broken', search: async () => { throw new Error('broken'); } },
                { kind: 'quick', search: async () => [hit] }
            ]
        }).quickOpen(admin, 'q', 5);
        expect(Date.now() - started).toBeLessThan(4000);
        expect(found).toEqual([hit]);
        expect(error).toHaveBeenCalledOnce();
        expect(warn).toHaveBeenCalledOnce();
        error.mockRestore();
        warn.mockRestore();
    });
});

describe('links', () => {
    it('name people, teams, positions, roles and jobs', async () => {
        const position = await new PositionService(house.database).add(admin, { code: 'CSR10', name: '客服专员' });
        const role = await house.database.read().selectFrom('core.role').select('id').where('code', '=', 'agent').executeTakeFirstOrThrow();
        const job = await jobs.start(admin, 'echo', 'Export', {});
        const work = service();
        expect(await work.resolveLink(admin, `earshot:/core/people/${admin.personId}`)).toMatchObject({ kind: 'person', title: 'Administrator', subtitle: 'admin' });
        expect((await work.nameLinks(admin, [`earshot:/core/teams/${hotline}`, 'earshot:/core/teams/nobody', 'x', `earshot:/core/people/${admin.personId}`])).map(each => each.title)).toEqual(['热线一组', 'Administrator']);
        expect(await work.resolveLink(admin, `earshot:/core/teams/${hotline}`)).toMatchObject({ kind: 'team', title: '热线一组' });
        expect(await work.resolveLink(admin, `earshot:/core/positions/${position.id}`)).toMatchObject({ kind: 'position', title: '客服专员', subtitle: 'CSR10' });
        expect(await work.resolveLink(admin, `earshot:/core/roles/${role.id}`)).toMatchObject({ kind: 'role', title: 'agent' });
        expect(await work.resolveLink(admin, `earshot:/core/jobs/${job.id}`)).toMatchObject({ kind: 'job', title: 'Export', subtitle: 'echo', link: `earshot:/core/jobs/${job.id}` });
        expect(await work.quickOpen(admin, `earshot:/core/jobs/${job.id}`, 5)).toHaveLength(1);
    });

    it('lead nowhere for what does not exist, is unknown or may not be seen', async () => {
        const work = service();
        const nobody = allowed(await house.person('link-nobody'), {});
        for (const [who, link] of [
            [admin, `earshot:/core/people/${newId()}`], [admin, `earshot:/core/cats/${newId()}`], [admin, 'https://example.org'], [admin, ''],
            [nobody, `earshot:/core/people/${admin.personId}`], [nobody, `earshot:/core/teams/${hotline}`]
        ] as const) {
            await expect(work.resolveLink(who, link), link).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
        expect(await work.quickOpen(nobody, `earshot:/core/people/${admin.personId}`, 5)).toEqual([]);
    });
});

it('gathers what waits, oldest duty first, with the figures', async () => {
    const item = (title: string, dueAt: string | null): WorkItem => ({ kind: 'exam', title, detail: {}, link: 'earshot:/x/y', dueAt, since: '2026-11-01T00:00:00Z' });
    const error = vi.spyOn(console, 'error').mockImplementation(() => { });
    const { items, figures } = await service({
        work: [
            { name: 'one', items: async () => [item('later', '2026-12-01T00:00:00Z'), item('some day', null)], figures: async () => [{ kind: 'score', value: 82.5, unit: 'percent', n: 40, trend: [80, null, 82.5], link: null }] },
            { name: 'two', items: async () => [item('soon', '2026-11-22T00:00:00Z')] },
            { name: 'three', items: async () => { throw new Error('broken'); } }
        ]
    }).work(admin);
    expect(items.map(each => each.title)).toEqual(['soon', 'later', 'some day']);
    expect(figures).toHaveLength(1);
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
});
