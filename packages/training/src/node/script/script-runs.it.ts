import { WorkService } from '@earshot/core/lib/node/work/work-service';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentVersion } from '../../common/document/document-contract';
import type { Script } from '../../common/script/script';
import { openTestDocumentHouse, type TestDocumentHouse } from '../testing/document-house';
import { ScriptRunEntity, ScriptRuns } from './script-runs';

const script: Script = {
    start: 'c-aaaa', variables: [], steps: [
        { id: 'c-aaaa', title: 'Greeting', say: 'Hello', links: [], asks: [], choices: [{ id: '1', label: 'goes on', next: 'c-bbbb' }] },
        { id: 'c-bbbb', title: 'End', say: 'Goodbye', links: [], asks: [], choices: [], outcome: 'answered' }
    ]
};
const went = [{ stepId: 'c-aaaa', choiceId: '1' }, { stepId: 'c-bbbb', choiceId: null }];

let house: TestDocumentHouse;
let runs: ScriptRuns;
let version: DocumentVersion;
beforeAll(async () => {
    house = await openTestDocumentHouse();
    runs = new ScriptRuns(house.database, { resolveLink: async () => ({}) } as unknown as WorkService);
    version = await house.putInForce(await house.draft('Lost card', { script }));
});
afterAll(() => house.close());

describe('a call script', () => {
    it('is a document: each step a clause with its id, nothing of it lost', () => {
        expect(version.content.text).toBe('## Greeting {#c-aaaa}\n\nHello\n\n- goes on → End\n\n## End {#c-bbbb}\n\nGoodbye\n\n■ answered');
        expect(version.content.script).toEqual(script);
    });
    it('with a gap is not handed on', async () => {
        const draft = await house.draft('Gap', { script: { ...script, steps: [{ ...script.steps[0]!, choices: [] }] } });
        await expect(house.act(house.owner, draft, 'submit')).rejects.toMatchObject({ data: { problems: [{ path: 'content.text', code: 'script-broken' }] } });
    });
    it('is something else when a condition is', async () => {
        const [one, other] = [await house.draft('One', { script }), await house.draft('One', { script: { ...script, variables: [{ name: 'x', kind: 'text' }] } })];
        expect([one.content.text === other.content.text, one.hash === other.hash]).toEqual([true, false]);
    });
});

describe('going through a script', () => {
    it('is kept with the server\'s times, and cannot be changed afterwards', async () => {
        const { id } = await runs.begin(house.agent, { versionId: version.id, interaction: null }, new Date('2026-11-22T10:00:00.000Z'));
        const run = await runs.go(house.agent, { id, path: went }, new Date('2026-11-22T10:00:30.000Z'));
        expect(run).toMatchObject({ outcome: 'answered', number: '1.0', path: [{ stepId: 'c-aaaa', choiceId: '1', at: '2026-11-22T10:00:00.000Z' }, { stepId: 'c-bbbb', choiceId: null, at: '2026-11-22T10:00:30.000Z' }] });
        expect((await runs.go(house.agent, { id, path: went }, new Date('2026-11-22T11:00:00.000Z'))).path).toEqual(run.path);
        await expect(runs.go(house.agent, { id, path: went.slice(0, 1).map(each => ({ ...each, choiceId: null })) })).rejects.toMatchObject({ data: { reason: 'path-differs' } });
        await expect(runs.go(house.agent, { id, path: [went[0]!, went[0]!] })).rejects.toMatchObject({ code: 'INVALID' });
    });
    it('is seen by its agent, the team\'s leader and those who evaluate, not by colleagues', async () => {
        const { id } = await runs.begin(house.agent, { versionId: version.id, interaction: null });
        const entity = new ScriptRunEntity(house.database);
        expect((await runs.get(house.leader, id)).personName).toBe((await runs.get(house.auditor, id)).personName);
        expect(await entity.describe(house.leader, id)).toMatchObject({ kind: 'script-run', title: 'Lost card' });
        await expect(runs.get(house.colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(runs.go(house.colleague, { id, path: went })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await entity.describe(house.colleague, id)).toBeUndefined();
    });
    it('begins once, however often it is asked for with its id', async () => {
        const id = newId();
        const begin = (person = house.agent, versionId = version.id) => runs.begin(person, { id, versionId, interaction: null });
        const [first, second] = await Promise.all([begin(), begin()]);
        await runs.go(house.agent, { id, path: went });
        const third = await begin();
        expect([first.id, second.id, third.id, third.path.length]).toEqual([id, id, id, 2]);
        const begun = await house.database.read().selectFrom('core.audit_entry').select('id').where('action', '=', 'script-run.begun').where('entity_id', '=', id).execute();
        expect(begun).toHaveLength(1);
        const other = await house.putInForce(await house.draft('Other', { script }));
        await expect(begin(house.agent, other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(begin(house.colleague)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('stands with a call that is named later, with the times that it had', async () => {
        const call = `earshot:/quality/calls/${newId()}`;
        const { id } = await runs.begin(house.agent, { versionId: version.id, interaction: null }, new Date('2026-11-22T10:00:00.000Z'));
        const { path } = await runs.go(house.agent, { id, path: went }, new Date('2026-11-22T10:00:30.000Z'));
        expect(await runs.link(house.agent, { id, interaction: call }, new Date('2026-11-22T10:05:00.000Z'))).toMatchObject({ interaction: call, path });
        await runs.link(house.agent, { id, interaction: call });
        await expect(runs.link(house.colleague, { id, interaction: null })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await house.database.read().selectFrom('core.audit_entry').select('detail').where('action', '=', 'script-run.linked').where('entity_id', '=', id).orderBy('id').execute()).toEqual([{ detail: { interaction: call, before: null } }, { detail: { interaction: call, before: call } }]);
    });
    it('needs a script in effect', async () => {
        const draft = await house.draft('Draft', { script });
        await expect(runs.begin(house.owner, { versionId: draft.id, interaction: null })).rejects.toMatchObject({ data: { reason: 'script-not-in-effect' } });
        const text = await house.putInForce(await house.draft('Text'));
        await expect(runs.begin(house.agent, { versionId: text.id, interaction: null })).rejects.toMatchObject({ data: { reason: 'script-not-in-effect' } });
        await expect(runs.begin(house.agent, { versionId: draft.id, interaction: null })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});
