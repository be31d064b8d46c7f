import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';
import { ReportDeliveries } from './report-deliveries';
import { SavedReportHandOver, SavedReports } from './saved-reports';

let house: TestQualityHouse;
let reports: SavedReports;
let deliveries: ReportDeliveries;
let leader: TestPerson;
let manager: TestPerson;
let agent: TestPerson;
const weekly = { name: 'Severity', search: 'tab=severity&span=90', sharedWith: 'operations-manager', delivery: 'week' } as const;

beforeAll(async () => {
    house = await openTestQualityHouse();
    reports = new SavedReports(house.database);
    deliveries = new ReportDeliveries(house.database);
    leader = await house.person('leader', { roles: ['team-leader'] });
    manager = await house.person('manager', { roles: ['operations-manager'] });
    agent = await house.person('agent', { roles: ['agent'] });
});
afterAll(() => house.close());
const told = async () => (await house.database.read().selectFrom('core.notification').select(['person_id', 'detail', 'link']).where('kind', '=', 'report.ready').orderBy('id').execute());

it('is one’s own until it is shared with a role, and changed by its owner only', async () => {
    const own = await reports.add(leader, { name: 'My team', search: 'tab=people', sharedWith: null, delivery: 'never' });
    expect(own).toMatchObject({ mine: true, ownerName: 'leader', sharedWith: null, version: 1 });
    expect(await reports.list(house.lead)).toEqual([]);
    const shared = await reports.add(house.lead, { ...weekly, delivery: 'never' });
    expect((await reports.list(manager)).map(each => [each.name, each.mine, each.sharedWith])).toEqual([['Severity', false, 'operations-manager']]);
    expect((await reports.list(leader)).map(each => each.name)).toEqual(['My team']);
    await expect(reports.get(leader, shared.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reports.change(manager, { ...shared, name: 'Mine' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reports.change(house.lead, { ...shared, version: 7 })).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
    expect(await reports.change(house.lead, { ...shared, sharedWith: null })).toMatchObject({ version: 2, sharedWith: null });
    expect(await reports.list(manager)).toEqual([]);
    await expect(reports.add(leader, weekly)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(reports.add(house.lead, { ...weekly, sharedWith: 'nobody' })).rejects.toMatchObject({ data: { problems: [{ path: 'sharedWith', code: 'unknown-role' }] } });
    await reports.remove(leader, own.id, 1);
    expect(await reports.list(leader)).toEqual([]);
});

it('is announced once for every week that is over, to those who may read reports', async () => {
    const { id } = await reports.add(house.lead, weekly);
    await deliveries.run(new Date());
    expect(await told()).toEqual([]);       // it was saved after the last week was over
    const later = new Date(Date.now() + 8 * 86_400_000);
    await deliveries.run(later);
    await deliveries.run(later);
    const link = `earshot:/quality/saved-reports/${id}`;
    expect((await told()).map(each => each.person_id).sort()).toEqual([house.lead.personId, manager.personId].sort());
    expect((await told())[0]).toMatchObject({ detail: { title: 'Severity', from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string }, link });
    // the link opens the week from its Monday to its Sunday, which is over
    const { announced } = await reports.get(house.lead, id);
    expect([new Date(announced!.from).getUTCDay(), (Date.parse(announced!.to) - Date.parse(announced!.from)) / 86_400_000]).toEqual([1, 6]);
    expect(Date.parse(announced!.to)).toBeLessThan(later.getTime());
    expect((await told())[0]!.detail).toMatchObject(announced!);
    await deliveries.run(new Date(later.getTime() + 7 * 86_400_000));
    expect(await told()).toHaveLength(4);
    // shared with those who may not see reports: nobody but the owner hears of it
    await reports.add(house.lead, { ...weekly, name: 'For agents', sharedWith: 'agent', delivery: 'month' });
    await deliveries.run(new Date(later.getTime() + 62 * 86_400_000));
    expect((await told()).map(each => each.person_id)).not.toContain(agent.personId);
});

it('goes to the successor of somebody who leaves, who can stop it; meanwhile nobody is told of it', async () => {
    const leaving = await house.person('leaving', { roles: ['qa-lead'] });
    const successor = await house.person('successor', { roles: ['qa-lead'] });
    const handOver = new SavedReportHandOver(house.database);
    const shared = await reports.add(leaving, weekly);
    const own = await reports.add(leaving, { ...weekly, name: 'Mine', sharedWith: null });
    expect(await handOver.count(leaving.personId)).toBe(1);
    const give = (to: TestPerson) => house.database.write(house.lead, (transaction, log) => handOver.handOver(transaction, log, leaving.personId, to.personId));
    await expect(give(leader)).rejects.toMatchObject({ data: { problems: [{ path: 'successorId', code: 'successor-may-not-share-reports' }] } });
    const setStatus = (status: 'active' | 'deactivated') => house.database.read().updateTable('core.person').set({ status }).where('id', '=', leaving.personId).execute();
    const toldOf = async (id: string) => (await told()).filter(each => each.link === `earshot:/quality/saved-reports/${id}`);
    await setStatus('deactivated');
    await deliveries.run(new Date(Date.now() + 120 * 86_400_000));
    expect(await toldOf(shared.id)).toEqual([]);
    await setStatus('active');
    await give(successor);
    expect(await handOver.count(leaving.personId)).toBe(0);
    await deliveries.run(new Date(Date.now() + 140 * 86_400_000));
    expect((await toldOf(shared.id)).map(each => each.person_id)).toContain(manager.personId);
    const taken = await reports.get(successor, shared.id);
    expect(taken).toMatchObject({ mine: true, ownerName: 'successor' });
    await reports.remove(successor, shared.id, taken.version);
    await expect(reports.get(successor, own.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
