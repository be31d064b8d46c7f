import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outlineOf } from '../../common/document/clauses';
import { openTestDocumentHouse, type TestDocumentHouse } from '../testing/document-house';
import type { TrainingTables } from '../training-tables';
import { ClauseSearch } from './document-search';
import type { VersionChange } from './effect-gate';

let house: TestDocumentHouse;
beforeAll(async () => { house = await openTestDocumentHouse(); });
afterAll(() => house.close());

const dayMs = 86_400_000;
const anchors = (text: string) => outlineOf(text).clauses.map(each => each.id);

describe('what must not be', () => {
    it('nobody approves what they wrote, and nothing but what was approved takes effect', async () => {
        const { owner, database } = house;
        const both = await house.person('both', { roles: ['process-owner', 'approver'] });
        const own = await house.draft('Own', {}, both);
        await expect(house.act(both, await house.act(both, own, 'submit'), 'approve')).rejects.toMatchObject({ data: { reason: 'own-version' } });
        const draft = await house.draft('Tampered');
        const approved = await house.act(house.approver, await house.act(owner, draft, 'submit'), 'approve');
        await expect(database.read<TrainingTables>().updateTable('training.document_version').set({ content: JSON.stringify({ ...draft.content, title: 'Other' }) }).where('id', '=', draft.id).execute()).rejects.toThrow('Only a draft can be edited');
        await expect(house.save(owner, approved, { title: 'Other' })).rejects.toMatchObject({ data: { reason: 'document-not-a-draft' } });
        await expect(house.act(owner, { ...approved, version: approved.version - 1 }, 'take-effect')).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        await house.act(owner, approved, 'withdraw');
        const changed = await house.save(owner, await house.reader.version(owner, draft.id), { title: 'Other' });
        await expect(house.act(owner, changed, 'take-effect')).rejects.toMatchObject({ data: { reason: 'step-not-possible' } });
    });

    it('an acknowledgement is never changed or taken back', async () => {
        const version = await house.putInForce(await house.draft('Given'));
        await house.acknowledge(house.agent, version);
        const given = house.database.read<TrainingTables>();
        await expect(given.updateTable('training.acknowledgement').set({ at: new Date(0) }).where('version_id', '=', version.id).execute()).rejects.toThrow('acknowledged stays so');
        await expect(given.deleteFrom('training.acknowledgement').where('version_id', '=', version.id).execute()).rejects.toThrow('acknowledged stays so');
    });

    it('a restricted document exists only for those whom it concerns, who answer for it and who see everything', async () => {
        const { agent, clerk, leader, auditor, owner, reader } = house;
        const version = await house.putInForce(await house.draft('Secret', { restricted: true, positionIds: [house.clerks] }));
        const sees = async (person: typeof agent) => reader.get(person, version.documentId).then(() => true, () => false);
        expect([await sees(agent), await sees(leader), await sees(clerk), await sees(auditor), await sees(owner)]).toEqual([false, false, true, true, true]);
        await expect(reader.version(agent, version.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const source = new ClauseSearch(house.database);
        const secret = (await source.load((await source.versions()).map(each => each.id))).find(each => each.fields.title?.includes('Secret'))!;
        const finds = async (person: typeof agent) => secret.audience.some(each => each === 'everyone' || each === `person:${person.personId}`) || (await source.groups(person)).some(each => secret.audience.includes(each));
        expect([await finds(agent), await finds(clerk), await finds(auditor), await finds(owner)]).toEqual([false, true, true, true]);
    });

    it('what is retired lets go of nothing unseen, and comes back compared with what it was', async () => {
        const { owner, approver, gates, reader, editing } = house;
        const heard: VersionChange[] = [];
        gates.push({ kind: 'question', toBeChecked: async () => 0, approved: async (_transaction, _log, change) => { heard.push(change); }, withdrawn: async () => undefined, tookEffect: async () => undefined });
        try {
            const first = await house.putInForce(await house.draft('Back again'));
            const [greeting, identity] = anchors(first.content.text);
            await house.act(approver, await reader.version(approver, first.id), 'retire');
            const draft = await house.save(owner, await reader.version(owner, await editing.begin(owner, first.documentId)), { text: first.content.text.replace('two details', 'three details') });
            await house.act(approver, await house.act(owner, draft, 'submit'), 'approve');
            expect(heard.map(each => [each.versionId, each.clauses])).toEqual([
                [first.id, { changed: [], added: [greeting, identity], removed: [] }], [first.id, { changed: [], added: [], removed: [greeting, identity] }], [draft.id, { changed: [identity], added: [], removed: [] }]
            ]);
        } finally {
            gates.pop();
        }
    });

    it('a version that restricts it is kept from others before its day, and one that did is afterwards', async () => {
        const { agent, clerk, owner, approver, reader, editing } = house;
        const first = await house.putInForce(await house.draft('Later secret', { positionIds: [house.agents, house.clerks] }));
        const sees = async (person: typeof agent, id: string) => reader.version(person, id).then(() => true, () => false);
        const draft = await house.save(owner, await reader.version(owner, await editing.begin(owner, first.documentId)), { restricted: true, positionIds: [house.clerks] });
        const approved = await house.act(approver, await house.act(owner, draft, 'submit'), 'approve');
        const scheduled = await house.act(owner, approved, 'schedule', { effectiveAt: new Date(Date.now() + dayMs).toISOString() });
        expect([await sees(agent, draft.id), await sees(clerk, draft.id), await sees(owner, draft.id)]).toEqual([false, true, true]);
        expect([(await reader.versions(agent, first.documentId)).map(each => each.id), (await reader.get(agent, first.documentId)).open]).toEqual([[first.id], null]);
        await house.act(owner, scheduled, 'take-effect');
        const third = await house.putInForce(await house.save(owner, await reader.version(owner, await editing.begin(owner, first.documentId)), { restricted: false, everybody: true }));
        expect([await sees(agent, third.id), await sees(agent, draft.id), await sees(clerk, draft.id), await sees(agent, first.id)]).toEqual([true, false, true, true]);
    });

    it('a document of more clauses than anybody reads', async () => {
        const draft = await house.draft('Long');
        const problem = { code: 'INVALID', data: { problems: [{ path: 'content.text', code: 'too-many-clauses' }] } };
        await expect(house.save(house.owner, draft, { text: '# A\n\n'.repeat(501) })).rejects.toMatchObject(problem);
        await expect(house.draft('Longer', { text: '# A\n\n'.repeat(501) })).rejects.toMatchObject(problem);
    });

    it('what is retired is found by nobody, and says that it is obsolete to whoever opens it', async () => {
        const { approver, agent, owner, reader } = house;
        const version = await house.putInForce(await house.draft('Over'));
        await expect(house.act(owner, version, 'retire')).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await house.act(approver, await reader.version(approver, version.id), 'retire');
        expect(await reader.get(agent, version.documentId)).toMatchObject({ state: 'obsolete', duty: 'none', live: { state: 'obsolete' } });
        expect((await reader.list(agent, { limit: 100, order: 'changed' })).rows.map(each => each.title)).not.toContain('Over');
        expect((await reader.list(agent, { limit: 100, order: 'changed', state: 'obsolete' })).rows.map(each => each.title)).toContain('Over');
    });
});

it('lists the catalogue in layers, page by page', async () => {
    const { agent, reader } = house;
    await house.putInForce(await house.draft('Security', { kind: 'management', chapter: 'security', area: 'Desks', everybody: true, positionIds: [] }));
    expect(await reader.catalogue(agent)).toContainEqual({ kind: 'management', chapter: 'security', area: 'Desks', documents: 1 });
    for (const order of ['catalogue', 'changed', 'due'] as const) {
        const all = (await reader.list(agent, { limit: 100, order })).rows.map(each => each.id);
        const paged: string[] = [];
        for (let after: string | undefined; ;) {
            const page = await reader.list(agent, { limit: 2, order, after });
            paged.push(...page.rows.map(each => each.id));
            if (!page.next) { break; }
            after = page.next;
        }
        expect(paged, order).toEqual(all);
    }
    expect((await reader.list(agent, { limit: 100, order: 'catalogue', kind: 'management', chapter: 'security', area: 'Desks', positionId: house.clerks, mine: true })).rows.map(each => each.title)).toEqual(['Security']);
});
