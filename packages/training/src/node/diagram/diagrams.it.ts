import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeOfDiagram } from '../../common/diagram/placed-diagrams';
import { madeUpDiagram } from '../../common/diagram/testing/drawn';
import type { DocumentVersion } from '../../common/document/document-contract';
import { ClauseSearch } from '../document/document-search';
import { openTestDocumentHouse, type TestDocumentHouse } from '../testing/document-house';
import type { TrainingTables } from '../training-tables';
import { DiagramService } from './diagram-service';

let house: TestDocumentHouse;
let diagrams: DiagramService;
beforeAll(async () => {
    house = await openTestDocumentHouse();
    diagrams = new DiagramService(house.database);
});
afterAll(() => house.close());

const drawn = (name: string): string => madeUpDiagram([{ type: 'startEvent', id: 'start' }, { type: 'task', id: 'ask', name }], [['start', 'ask']]);
const shows = async (draft: DocumentVersion, xml: string): Promise<DocumentVersion> => {
    const { hash } = await diagrams.add(house.owner, { id: draft.id, xml });
    const reference = { id: 'd-abcd2345', name: 'Way', hash };
    return house.save(house.owner, draft, { diagrams: [reference], text: draft.content.text.includes(reference.id) ? draft.content.text : `${draft.content.text}\n${placeOfDiagram(reference)}\n` });
};

it('a version shows a diagram to those who may read it, is found by its steps, and the next one changes its clause with the file alone', async () => {
    const { owner, agent, approver, reader, editing, gates, database } = house;
    const draft = await house.draft('Drawn');
    const first = await shows(draft, drawn('Ask for the passphrase'));
    expect(first.hash).not.toBe(draft.hash);
    const { hash } = first.content.diagrams[0]!;
    await expect(diagrams.find(agent, { id: first.id, hash })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const inEffect = await house.putInForce(first);
    expect(await diagrams.find(agent, { id: inEffect.id, hash })).toEqual([{ hash, xml: drawn('Ask for the passphrase') }]);
    const source = new ClauseSearch(database);
    const texts = async () => (await source.load((await source.versions()).map(each => each.id))).filter(each => each.fields.title?.includes('Drawn')).map(each => each.fields.text);
    expect(await texts()).toEqual(['Say hello.', expect.stringMatching(/^Ask for two details\.\s+Ask for the passphrase$/)]);

    const heard: readonly string[][] = [];
    gates.push({ kind: 'question', toBeChecked: async () => 0, approved: async (_transaction, _log, change) => { (heard as string[][]).push([...change.clauses.changed]); }, withdrawn: async () => undefined, tookEffect: async () => undefined });
    const second = await shows(await reader.version(owner, await editing.begin(owner, inEffect.documentId)), drawn('Ask for the birthday'));
    expect(second.content.text).toBe(inEffect.content.text);
    const next = await house.putInForce(second);
    gates.pop();
    expect(heard).toEqual([[expect.stringMatching(/^c-/)]]);
    expect((await texts())[1]).toContain('Ask for the birthday');
    const files = [...await diagrams.find(agent, { id: inEffect.id, hash }), ...await diagrams.find(approver, { id: next.id, hash: second.content.diagrams[0]!.hash })];
    expect(files.map(each => each.xml)).toEqual([drawn('Ask for the passphrase'), drawn('Ask for the birthday')]);
    expect(await diagrams.find(agent, { id: next.id, hash })).toEqual([]);
});

it('what is no diagram, not kept, or not a draft is refused, and a file that was kept is never changed', async () => {
    const { owner, agent, approver, database } = house;
    const draft = await house.draft('Refused');
    await expect(diagrams.add(owner, { id: draft.id, xml: '<a/>' })).rejects.toMatchObject({ data: { problems: [{ path: 'file', code: 'diagram-not-bpmn' }] } });
    await expect(diagrams.add(agent, { id: draft.id, xml: drawn('x') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(diagrams.add(approver, { id: draft.id, xml: drawn('x') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(house.save(owner, draft, { diagrams: [{ id: 'd-abcd2345', name: 'Way', hash: 'a'.repeat(64) }] })).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-diagram' }] } });
    const placed = await shows(draft, drawn('y'));
    await expect(house.save(owner, placed, { diagrams: [...placed.content.diagrams, ...placed.content.diagrams] })).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-diagram' }] } });
    await expect(house.act(owner, await house.save(owner, placed, { text: '# Only\n\nWords.' }), 'submit')).rejects.toMatchObject({ data: { problems: [{ path: 'content.text', code: 'diagram-unplaced' }] } });
    const submitted = await house.act(owner, await shows(await house.draft('Submitted'), drawn('z')), 'submit');
    await expect(diagrams.add(owner, { id: submitted.id, xml: drawn('later') })).rejects.toMatchObject({ data: { reason: 'document-not-a-draft' } });
    await expect(database.read<TrainingTables>().updateTable('training.diagram').set({ xml: 'other' }).where('document_id', '=', submitted.documentId).execute()).rejects.toThrow('stays as it was kept');
});
