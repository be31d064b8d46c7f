import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkTo } from '../../common/linking/entity-link';
import { PeopleSearch, PersonEntity } from '../people/people-search';
import { PeopleService } from '../people/people-service';
import { allowed, type TestPerson } from '../people/test-house';
import { newId } from '../storage/identifier';
import type { EntityType } from '../work/work-contributions';
import { WorkService } from '../work/work-service';
import { LinkedAnswers } from './linked-answers';
import { PinService } from './pin-service';
import { Reformulations } from './reformulations';
import { SearchLog } from './search-log';
import type { SearchTables } from './search-tables';
import { SynonymService } from './synonym-service';
import { openSearchHouse, type SearchBackEnd, type SearchHouse } from './testing/search-house';
import { paper, Shelf } from './testing/shelf';

let house: SearchHouse;
let editor: TestPerson;
let agent: TestPerson;
let backEnd: SearchBackEnd;
let work: WorkService;
const [refund, dispute, secret] = [newId(), newId(), newId()];
const shelf = new Shelf();

/** Papers by link; the secret one only for the editor. */
const papers: EntityType = {
    package: 'papers', type: 'papers',
    describe: async (principal, id) => id === secret && principal.login !== 'editor' ? undefined : (await shelf.load([id])).map(each => ({ kind: 'paper', id, title: each.fields.title, subtitle: '', link: each.link }))[0]
};

beforeAll(async () => {
    house = await openSearchHouse();
    editor = await house.person('editor', { roles: ['knowledge-editor'] });
    agent = await house.person('agent', { roles: ['agent'] });
    shelf.put(paper(refund, 'How long a refund takes', { language: 'en' }), paper(dispute, 'Disputing a charge', { language: 'en' }), paper(secret, 'Merger', { language: 'en', audience: [`person:${editor.personId}`] }));
    backEnd = await house.backEnd([shelf]);
    await backEnd.index.settled();
    work = new WorkService({ getContributions: () => [] }, { getContributions: () => [new PeopleSearch(house.database)] }, { getContributions: () => [papers, new PersonEntity(new PeopleService(house.database))] });
});
afterAll(() => house.close());

const link = (id: string): string => linkTo('papers', 'papers', id);
const first = async (person: TestPerson, text: string): Promise<string | undefined> => (await backEnd.search.find(person, { text, limit: 5 })).rows[0]?.id;
const audited = async (): Promise<string[]> => (await house.database.read().selectFrom('core.audit_entry').select('action').orderBy('position').execute()).map(each => each.action).filter(each => !/^(person|paper|roles)\./.test(each));

describe('synonyms', () => {
    it('are searched from the moment they are written, and no longer when they are gone', async () => {
        const synonyms = new SynonymService(house.database);
        expect(await first(agent, 'chargeback')).toBeUndefined();
        const added = await synonyms.add(editor, { words: ['chargeback', 'dispute'], oneWay: false });
        await expect.poll(() => first(agent, 'chargeback')).toBe(dispute);
        const changed = await synonyms.change(editor, { ...added, words: ['chargeback', 'refund'] });
        await expect.poll(() => first(agent, 'chargeback')).toBe(refund);
        await expect(synonyms.change(editor, added)).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'changed-meanwhile' } });
        expect(await synonyms.list()).toEqual([changed]);
        await synonyms.remove(editor, added.id);
        await expect.poll(() => first(agent, 'chargeback')).toBeUndefined();
        await expect(synonyms.remove(editor, added.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await audited()).toEqual(['synonym.added', 'synonym.changed', 'synonym.removed']);
    });
});

describe('pinned answers', () => {
    it('come first, tell nobody what they may not see, and lead somewhere', async () => {
        const pins = new PinService(house.database, work);
        expect(await first(agent, 'money back')).toBeUndefined();
        const pin = await pins.add(editor, { queries: ['Money back'], links: [link(secret), link(refund)] });
        await expect.poll(() => first(agent, 'money BACK')).toBe(refund);
        expect(await first(editor, 'money back')).toBe(secret);
        expect((await pins.list(editor))[0]!.answers.map(each => each.title)).toEqual(['Merger', 'How long a refund takes']);
        expect((await pins.list(agent))[0]!.answers.map(each => each.title)).toEqual([null, 'How long a refund takes']);
        await expect(pins.add(editor, { queries: ['x'], links: [link(newId())] })).rejects.toMatchObject({ code: 'INVALID' });
        await expect(pins.add(agent, { queries: ['x'], links: [link(secret)] })).rejects.toMatchObject({ code: 'INVALID' });
        await pins.change(editor, { ...pin, links: [link(dispute)] });
        await expect.poll(() => first(agent, 'money back')).toBe(dispute);
        await pins.remove(editor, pin.id);
        await expect.poll(() => first(agent, 'money back')).toBeUndefined();
    });
});

describe('the log', () => {
    it('learns where searches lead nowhere, and not who searched for what', async () => {
        const log = new SearchLog(house.database, backEnd.search, new Reformulations(house.database));
        await log.note(agent, { text: 'Zeppelin 4000 1234' });
        await log.note(editor, { text: 'zeppelin  40001234' });
        await log.note(agent, { text: 'asked once' });
        await log.note(agent, { text: 'refund' });
        await log.note(agent, { text: 'refund', opened: link(dispute) });
        await log.note(agent, { text: 'charge', opened: link(dispute) });
        await log.note(agent, { text: 'charge', opened: link(dispute) });
        await log.note(agent, { text: '  ' });
        expect(await log.gaps(10)).toMatchObject([{ query: 'refund', searches: 2, empty: 0, unopened: 2 }, { query: 'zeppelin #', searches: 2, empty: 2, unopened: 0 }]);
        const rows = await house.database.read<SearchTables>().selectFrom('core.search_log').selectAll().orderBy('id').execute();
        expect(rows).toHaveLength(7);
        expect(rows.map(each => each.opened_rank)).toEqual([null, null, null, null, null, 1, 1]);
        expect(Object.keys(rows[0]!).sort()).toEqual(['at', 'id', 'opened_link', 'opened_rank', 'query', 'total']);
    });

    it('forgets after 90 days', async () => {
        const log = new SearchLog(house.database, backEnd.search, new Reformulations(house.database));
        await house.database.read<SearchTables>().updateTable('core.search_log').set({ at: new Date(Date.now() - 91 * 86_400_000) }).where('query', '=', 'refund').execute();
        await log.run();
        expect((await house.database.read<SearchTables>().selectFrom('core.search_log').select('query').distinct().execute()).map(each => each.query).sort()).toEqual(['asked once', 'charge', 'zeppelin #']);
    });
});

describe('answers linked to a call', () => {
    it('are noted once, seen by whoever sees both, and taken back by whoever noted them', async () => {
        const linked = new LinkedAnswers(house.database, work);
        const call = linkTo('core', 'people', agent.personId);   // anything that has a link and a scope
        const one = await linked.link(agent, { interaction: call, link: link(refund) });
        expect((await linked.link(agent, { interaction: call, link: link(refund) })).id).toBe(one.id);
        const all = allowed(editor, { 'person:read': 'all' });
        await linked.link(all, { interaction: call, link: link(secret) });
        expect((await linked.list(agent, call)).map(each => [each.title, each.own])).toEqual([['How long a refund takes', true]]);
        expect((await linked.list(all, call)).map(each => each.title).sort()).toEqual(['How long a refund takes', 'Merger']);
        await expect(linked.link(agent, { interaction: call, link: link(secret) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const stranger = allowed(editor, { 'person:read': 'own' });
        await expect(linked.list(stranger, call)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(linked.link(stranger, { interaction: call, link: link(refund) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(linked.unlink(editor, one.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await linked.unlink(agent, one.id);
        expect(await linked.list(agent, call)).toEqual([]);
    });

    it('stay, as what was shown, when the answer has changed or is withdrawn, for those it was for', async () => {
        let now: 'first' | 'second' | undefined = 'first';
        const versioned: EntityType = {
            package: 'papers', type: 'papers',
            describe: async (_principal, id) => now && { kind: 'paper', id, title: `The ${now} text`, subtitle: '', link: link(id) as `earshot:/${string}` },
            version: async () => now,
            past: async (principal, id, version) => principal.login === 'agent' ? { kind: 'paper', id, title: `The ${version} text`, subtitle: '', link: link(id) as `earshot:/${string}`, path: `/papers/${id}/${version}`, state: now === version ? 'current' : now ? 'changed' : 'gone' } : undefined
        };
        const linked = new LinkedAnswers(house.database, new WorkService({ getContributions: () => [] }, { getContributions: () => [] }, { getContributions: () => [versioned, new PersonEntity(new PeopleService(house.database))] }));
        const call = linkTo('core', 'people', agent.personId);
        const answer = { interaction: call, link: link(dispute) };
        expect(await linked.link(agent, { ...answer, how: 'opened' })).toMatchObject({ title: 'The first text', how: 'opened', shown: { state: 'current' } });
        now = 'second';
        expect(await linked.link(agent, { ...answer, how: 'read-out' })).toMatchObject({ how: 'read-out', shown: { path: `/papers/${dispute}/first`, state: 'changed' } });
        expect(await linked.link(agent, { ...answer, how: 'opened' })).toMatchObject({ how: 'read-out' });
        now = undefined;
        expect(await linked.list(agent, call)).toMatchObject([{ title: 'The first text', shown: { state: 'gone' } }]);
        expect(await linked.list(allowed(editor, { 'person:read': 'all' }), call)).toEqual([]);
    });
});
