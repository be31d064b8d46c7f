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
