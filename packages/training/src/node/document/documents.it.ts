import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outlineOf, withoutAnchors } from '../../common/document/clauses';
import type { TrainingTables } from '../training-tables';
import { openTestDocumentHouse, type TestDocumentHouse } from '../testing/document-house';
import { ClauseSearch } from './document-search';
import { DocumentWork } from './document-work';
import type { VersionChange } from './effect-gate';

let house: TestDocumentHouse;
beforeAll(async () => { house = await openTestDocumentHouse(); });
afterAll(() => house.close());

const dayMs = 86_400_000;
const anchors = (text: string) => outlineOf(text).clauses.map(each => each.id);
const workOf = async (person: TestDocumentHouse['agent'], title: string) => (await new DocumentWork(house.database).items(person)).filter(each => each.title === title).map(each => each.kind);
const told = async (person: TestDocumentHouse['agent']) => (await house.database.read().selectFrom('core.notification').select('kind').where('person_id', '=', person.personId).execute()).map(each => each.kind);

it('goes from its owner over an approver to those whom it concerns, and back', async () => {
    const { owner, approver, agent, colleague, clerk, leader, reader, act, acknowledgements } = house;
    const draft = await house.draft('Inbound');
    await expect(reader.get(agent, draft.documentId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const submitted = await act(owner, draft, 'submit');
    expect(submitted).toMatchObject({ state: 'in-review', number: '1.0', may: ['withdraw'] });
    await expect(act(owner, submitted, 'approve')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await workOf(approver, 'Inbound')).toEqual(['document.approve']);
    const approved = await act(approver, submitted, 'approve');
    expect(approved.approvals).toMatchObject([{ personName: 'approver', hash: draft.hash, voided: false }]);

    const day = new Date(Date.now() + 2 * dayMs);
    const scheduled = await act(owner, approved, 'schedule', { effectiveAt: day.toISOString() });
    expect(scheduled.state).toBe('scheduled');
    expect(await workOf(agent, 'Inbound')).toEqual([]);
    await house.calendar.run(new Date(day.getTime() - 1000));
    expect((await reader.version(owner, draft.id)).state).toBe('scheduled');
    await house.calendar.run(new Date(day.getTime() + 1000));
    const document = await reader.get(agent, draft.documentId);
    expect(document).toMatchObject({ state: 'effective', number: '1.0', duty: 'due', live: { hash: draft.hash }, acknowledged: null });
    expect([await workOf(agent, 'Inbound'), await workOf(clerk, 'Inbound')]).toEqual([['document.read'], []]);
    expect(await told(agent)).toEqual(['document.to-read']);

    await expect(acknowledgements.give(agent, draft.id, '0'.repeat(64))).rejects.toMatchObject({ data: { reason: 'other-text' } });
    await expect(acknowledgements.give(clerk, draft.id, draft.hash)).rejects.toMatchObject({ data: { reason: 'nothing-to-acknowledge' } });
    await house.acknowledge(agent, draft);
    await house.acknowledge(agent, draft);
    expect(await reader.get(agent, draft.documentId)).toMatchObject({ duty: 'done', mine: { number: '1.0', hash: draft.hash } });
    const board = await acknowledgements.list(owner, { id: draft.documentId, limit: 50 });
    expect([board.people, board.done, board.rows.map(each => [each.personName, each.state, each.hash])]).toEqual([2, 1, [['agent', 'done', draft.hash], ['colleague', 'missing', null]]]);
    expect((await acknowledgements.list(leader, { id: draft.documentId, limit: 50, state: 'missing' })).rows.map(each => each.personName)).toEqual(['colleague']);
    await expect(acknowledgements.list(agent, { id: draft.documentId, limit: 50 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await reader.list(owner, { limit: 10, order: 'catalogue' })).rows.find(each => each.id === draft.documentId)?.acknowledged).toEqual({ done: 1, people: 2 });
    expect([await acknowledgements.remind(owner, draft.documentId, undefined), await acknowledgements.remind(owner, draft.documentId, undefined)]).toEqual([1, 0]);
    expect(await told(colleague)).toEqual(['document.to-read', 'document.reminder']);
    await expect(acknowledgements.remind(agent, draft.documentId, undefined)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('reminds the late by the calendar', async () => {
    const { acknowledgements, colleague } = house;
    const version = await house.putInForce(await house.draft('Late', { acknowledgeDays: 5 }));
    await house.acknowledge(house.agent, version);
    const before = (await told(colleague)).filter(each => each === 'document.reminder').length;
    const at = async (days: number) => {
        await acknowledgements.remindLate(new Date(Date.now() + days * dayMs));
        return (await told(colleague)).filter(each => each === 'document.reminder').length - before;
    };
    expect([await at(3.5), await at(4.5), await at(4.6), await at(5.5)]).toEqual([0, 1, 1, 2]);
});

it('gives whoever comes from another position the same time as everybody had, for what did not concern them before', async () => {
    const { acknowledgements, agents, clerks, owner } = house;
    const ago = (days: number): Date => new Date(Date.now() - days * dayMs);
    const all = [await house.putInForce(await house.draft('For agents', { acknowledgeDays: 5 })), await house.putInForce(await house.draft('For both', { acknowledgeDays: 5, positionIds: [agents, clerks] }))];
    const tables = house.database.read<TrainingTables>();
    const mover = await house.person('mover', { roles: ['agent'] });
    await tables.updateTable('core.person').set({ created_at: ago(200), position_id: clerks }).where('id', '=', mover.personId).execute();
    await tables.updateTable('training.position_change').set({ at: ago(200) }).execute();
    await tables.updateTable('core.person').set({ created_at: ago(200) }).where('id', '=', house.agent.personId).execute();
    await tables.updateTable('training.document').set({ major_since: ago(100) }).where('id', 'in', all.map(each => each.documentId)).execute();
    const statesOf = async (person: typeof mover) => Promise.all(all.map(async ({ documentId }) => (await acknowledgements.list(owner, { id: documentId, limit: 50 })).rows.find(each => each.personId === person.personId)?.state));
    expect(await statesOf(mover)).toEqual([undefined, 'overdue']);
    await tables.updateTable('core.person').set({ position_id: agents }).where('id', '=', mover.personId).execute();
    expect(await statesOf(mover)).toEqual(['missing', 'overdue']);
    expect(await statesOf(house.agent)).toEqual(['overdue', 'overdue']);
});

describe('a next version', () => {
    it('keeps the clauses, says what it changes, and wants to be read anew only if it is a major one', async () => {
        const { owner, agent, reader, editing } = house;
        const first = await house.putInForce(await house.draft('Next'));
        await house.acknowledge(agent, first);
        const [greeting, identity] = anchors(first.content.text);
        await expect(editing.begin(agent, first.documentId)).rejects.toMatchObject({ code: 'FORBIDDEN' });

        let second = await reader.version(owner, await editing.begin(owner, first.documentId));
        expect(second.number).toBe('2.0');
        await expect(editing.begin(owner, first.documentId)).rejects.toMatchObject({ data: { reason: 'version-under-way' } });
        second = await house.save(owner, second, { change: 'minor', text: withoutAnchors(second.content.text).replace('Say hello.', 'Say “hello”.') });
        expect([second.number, anchors(second.content.text)]).toEqual(['1.1', [greeting, identity]]);
        await house.putInForce(second);
        expect(await reader.get(agent, first.documentId)).toMatchObject({ number: '1.1', duty: 'done' });
        expect((await reader.versions(agent, first.documentId)).map(each => [each.number, each.state])).toEqual([['1.1', 'effective'], ['1.0', 'obsolete']]);

        let third = await reader.version(owner, await editing.begin(owner, first.documentId));
        third = await house.save(owner, third, { change: 'minor', text: '# Recording\n\nSay that it is recorded.\n\n# Identity\n\nAsk for three details.' });
        await expect(house.act(owner, third, 'submit')).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ code: 'minor-changes-clauses' }] } });
        third = await house.save(owner, third, { change: 'major' });
        expect(anchors(third.content.text)[1]).toBe(identity);
        third = await house.putInForce(third);
        expect(await reader.get(agent, first.documentId)).toMatchObject({ number: '2.0', duty: 'due', mine: { number: '1.0' } });
        await expect(house.acknowledge(agent, first)).rejects.toMatchObject({ data: { reason: 'not-in-effect' } });

        const clauses = await house.database.read<TrainingTables>().selectFrom('training.clause').select(['anchor', 'number', 'current', 'id']).where('document_id', '=', first.documentId).orderBy('current').orderBy('number').execute();
        expect(clauses.map(each => [each.anchor === greeting ? 'greeting' : each.anchor === identity ? 'identity' : 'new', each.number, each.current])).toEqual([['greeting', '1', false], ['new', '1', true], ['identity', '2', true]]);
        const source = new ClauseSearch(house.database);
        expect((await source.load(clauses.map(each => each.id))).map(each => each.fields.title).sort()).toEqual(['Identity · Next', 'Recording · Next']);
        expect((await source.versions()).map(each => each.id)).not.toContain(clauses[0]!.id);
    });

    it('is held back by what hangs on its clauses, until that is checked or it is released with a reason', async () => {
        const { owner, gates, reader, editing, workflow } = house;
        const first = await house.putInForce(await house.draft('Held'));
        const heard: [string, VersionChange['clauses']][] = [];
        let open = 3;
        gates.push({
            kind: 'question', toBeChecked: async () => open, approved: async (_transaction, _log, { clauses }) => { heard.push(['approved', clauses]); },
            withdrawn: async (_transaction, _log, { clauses }) => { heard.push(['withdrawn', clauses]); }, tookEffect: async (_transaction, _log, { clauses }) => { heard.push(['effective', clauses]); }
        });
        try {
            const draft = await house.save(owner, await reader.version(owner, await editing.begin(owner, first.documentId)), { text: first.content.text.replace('two details', 'three details') });
            const changed = { changed: [anchors(first.content.text)[1]], added: [], removed: [] };
            await house.act(owner, draft, 'submit');
            let version = await house.act(house.approver, await reader.version(house.approver, draft.id), 'approve');
            expect(version.heldBy).toEqual([{ kind: 'question', count: 3 }]);
            await expect(house.act(owner, version, 'take-effect')).rejects.toMatchObject({ data: { reason: 'to-be-checked', detail: { heldBy: [{ kind: 'question', count: 3 }] } } });
            const day = new Date(Date.now() + dayMs);
            version = await house.act(owner, version, 'schedule', { effectiveAt: day.toISOString() });
            expect(await workflow.followCalendar(new Date(day.getTime() + 1))).toEqual({ effective: 0, held: 1 });
            await workflow.followCalendar(new Date(day.getTime() + 2));
            expect((await told(owner)).filter(each => each === 'document.held')).toEqual(['document.held']);
            expect(await workOf(owner, 'Held')).toEqual(['document.held']);

            version = await house.act(owner, await reader.version(owner, draft.id), 'take-effect', { reason: 'The exam is closed.' });
            expect(version).toMatchObject({ state: 'effective', releaseReason: 'The exam is closed.', releasedByName: 'owner' });
            expect(heard).toEqual([['approved', changed], ['effective', changed]]);

            open = 0;
            const next = await house.save(owner, await reader.version(owner, await editing.begin(owner, first.documentId)), { text: `${version.content.text}\n\n# More` });
            await house.act(owner, next, 'submit');
            const approved = await house.act(house.approver, await reader.version(house.approver, next.id), 'approve');
            const back = await house.act(owner, approved, 'withdraw');
            expect([back.state, back.approvals[0]!.voided, heard.map(([each]) => each)]).toEqual(['draft', true, ['approved', 'effective', 'approved', 'withdrawn']]);
        } finally {
            gates.pop();
        }
    });
});

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
