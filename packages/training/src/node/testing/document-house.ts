import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../core/src/node/people/test-house';
import { type DocumentContent, newContent } from '../../common/document/document-content';
import type { DocumentVersion } from '../../common/document/document-contract';
import type { VersionAction } from '../../common/document/version-workflow';
import { trainingPermissions } from '../../common/training-permissions';
import { AcknowledgementService } from '../document/acknowledgement-service';
import { DocumentCalendar } from '../document/document-calendar';
import { DocumentEditing } from '../document/document-editing';
import { DocumentReader } from '../document/document-reader';
import type { EffectGate } from '../document/effect-gate';
import { VersionWorkflow } from '../document/version-workflow';

/** For integration tests: a house with two positions, and everybody who works with documents. */
export interface TestDocumentHouse extends TestHouse {
    readonly reader: DocumentReader; readonly editing: DocumentEditing; readonly workflow: VersionWorkflow; readonly acknowledgements: AcknowledgementService; readonly calendar: DocumentCalendar;
    /** What may hold versions back: a test adds to it. */
    readonly gates: EffectGate[];
    readonly owner: TestPerson; readonly approver: TestPerson; readonly agent: TestPerson; readonly colleague: TestPerson; readonly clerk: TestPerson; readonly leader: TestPerson; readonly auditor: TestPerson;
    readonly agents: string; readonly clerks: string;
    /** A complete draft that concerns the agents. */
    draft(title: string, about?: Partial<DocumentContent>, by?: TestPerson): Promise<DocumentVersion>;
    act(by: TestPerson, version: Pick<DocumentVersion, 'id' | 'version'>, action: VersionAction, more?: { readonly effectiveAt?: string; readonly reason?: string }): Promise<DocumentVersion>;
    save(by: TestPerson, version: DocumentVersion, change: Partial<DocumentContent>): Promise<DocumentVersion>;
    /** Submitted, approved by the approver and put into force. */
    putInForce(version: DocumentVersion, by?: TestPerson): Promise<DocumentVersion>;
    acknowledge(by: TestPerson, version: Pick<DocumentVersion, 'id' | 'hash'>): Promise<void>;
}

export async function openTestDocumentHouse(): Promise<TestDocumentHouse> {
    const house = await openTestHouse([...corePermissions, ...trainingPermissions]);
    const { database } = house;
    const gates: EffectGate[] = [];
    const provider = { getContributions: () => gates };
    const [reader, editing, workflow, acknowledgements] = [new DocumentReader(database, provider), new DocumentEditing(database), new VersionWorkflow(database, provider), new AcknowledgementService(database)];
    const position = async (code: string): Promise<string> => {
        const id = newId();
        await database.read().insertInto('core.position').values({ id, code, name: code }).execute();
        return id;
    };
    const [agents, clerks] = [await position('CSR10'), await position('CLK10')];
    const team = await house.team('North');
    const employed = async (login: string, roles: readonly string[], positionId: string | null): Promise<TestPerson> => {
        const person = await house.person(login, { roles, teamId: team });
        await database.read().updateTable('core.person').set({ position_id: positionId }).where('id', '=', person.personId).execute();
        return person;
    };
    const owner = await employed('owner', ['process-owner'], null);
    const approver = await employed('approver', ['approver'], null);
    const leader = await employed('leader', ['team-leader'], null);
    await database.read().updateTable('core.team').set({ leader_id: leader.personId }).where('id', '=', team).execute();
    const act: TestDocumentHouse['act'] = async (by, { id, version }, action, more = {}) => {
        await workflow.act(by, { id, version, action, ...more });
        return reader.version(by, id);
    };
    return {
        ...house, reader, editing, workflow, acknowledgements, calendar: new DocumentCalendar(workflow, acknowledgements), gates, owner, approver, leader: await house.again(leader), agents, clerks, act,
        agent: await employed('agent', ['agent'], agents), colleague: await employed('colleague', ['agent'], agents), clerk: await employed('clerk', ['agent'], clerks), auditor: await employed('auditor', ['auditor'], null),
        draft: async (title, about = {}, by = owner) => reader.version(by, await editing.create(by, {
            ...newContent({ language: 'en', title, kind: 'business', chapter: 'inbound', positionIds: [agents], text: '# Greeting\n\nSay hello.\n\n# Identity\n\nAsk for two details.\n' }), ...about
        })),
        save: async (by, version, change) => {
            await editing.save(by, { id: version.id, version: version.version, content: { ...version.content, ...change }, note: null });
            return reader.version(by, version.id);
        },
        putInForce: async (version, by = owner) => {
            await act(by, version, 'submit');
            const approved = await act(approver, await reader.version(approver, version.id), 'approve');
            return act(by, approved, 'take-effect');
        },
        acknowledge: async (by, { id, hash }) => { await acknowledgements.give(by, id, hash); }
    };
}
