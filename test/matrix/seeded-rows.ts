import type { BuiltInRole } from '@earshot/core/lib/common/access/permission';
import type { Caller } from '../fault/harness/caller';
import { answersWith, publishForm, shortCall } from '../fault/harness/contents';
import { addPerson, type Person } from '../fault/harness/people';

/** What ids of rows are called in this test. */
export type Kind = 'person' | 'interaction' | 'recording' | 'evaluation' | 'calibration' | 'job' | 'token' | 'form' | 'formVersion' | 'team' | 'position' | 'role' | 'synonym' | 'pin' | 'document' | 'linkedAnswer';

/** Rows of two teams that have nothing to do with each other. The people who are tried out, one of each role, belong to the north. */
export interface Seeded {
    readonly callers: ReadonlyMap<BuiltInRole, Person>;
    /** Rows that only a permission for everything reaches. */
    readonly south: Readonly<Partial<Record<Kind, string>>>;
    /** Rows of an agent of the north; the agent is the person tried out with that role. */
    readonly north: Readonly<Partial<Record<Kind, string>>>;
}

interface Rated { readonly interaction: string; readonly recording: string; readonly evaluation: string }

const rate = async (evaluator: Person, agent: Person, formId: string, seed: number): Promise<Rated> => {
    const { id, recordingId } = await evaluator.caller.upload<{ id: string; recordingId: string }>(shortCall(2, seed), { callId: `call ${seed}`, startedAt: '2026-11-20T10:00:00.000Z', agent: agent.login });
    const draft = await evaluator.caller.do<{ id: string; version: number }>('POST', '/quality/evaluations', { interactionId: id, formId });
    await evaluator.caller.do('POST', `/quality/evaluations/${draft.id}/submission`, { version: draft.version, answers: answersWith('Seen'), evidence: [] });
    return { interaction: id, recording: recordingId, evaluation: draft.id };
};

const processed = async (caller: Caller, recording: string): Promise<void> => {
    for (let tries = 0; tries < 300; tries++) {
        const { state } = await caller.do<{ state: string }>('GET', `/media/recordings/${recording}`);
        if (state !== 'processing') {
            return;
        }
        await new Promise(resolve => { setTimeout(resolve, 100); });
    }
    throw new Error('A recording was not processed in time.');
};

const only = async (caller: Caller, path: string): Promise<string> => {
    const { rows } = await caller.do<{ rows: readonly { readonly id: string }[] }>('GET', path);
    return rows[0]!.id;
};

/** Fills an empty house as its people would. */
export const seedRows = async (administrator: Caller, roles: readonly BuiltInRole[]): Promise<Seeded> => {
    const team = (name: string) => administrator.do<{ id: string; version: number }>('POST', '/teams', { name, parentId: null });
    const [north, south] = [await team('North'), await team('South')];
    const callers = new Map<BuiltInRole, Person>();
    for (const role of roles) {
        callers.set(role, await addPerson(administrator, `north-${role}`, [role], north.id));
    }
    const leader = callers.get('team-leader')!;
    await administrator.do('PATCH', `/teams/${north.id}`, { version: north.version, leaderId: leader.id });
    const agent = await addPerson(administrator, 'south-agent', ['agent'], south.id);
    const evaluators = [await addPerson(administrator, 'south-evaluator', ['qa-evaluator'], south.id), await addPerson(administrator, 'south-second', ['qa-evaluator'], south.id)] as const;
    const lead = callers.get('qa-lead')!.caller;
    const formId = await publishForm(lead, 'seeded');
    const { versions } = await lead.do<{ versions: readonly { readonly id: string }[] }>('GET', `/assessment/forms/${formId}`);

    const far = await rate(evaluators[0], agent, formId, 1);
    const near = await rate(callers.get('qa-evaluator')!, callers.get('agent')!, formId, 2);
    const calibration = await administrator.do<{ id: string; version: number }>('POST', '/quality/calibrations', { title: 'South', formId, interactionIds: [far.interaction], raterIds: evaluators.map(each => each.id) });
    await administrator.do('POST', `/quality/calibrations/${calibration.id}/actions`, { version: calibration.version, action: 'open' });
    const token = await evaluators[0].caller.do<{ id: string }>('POST', '/session/tokens', { name: 'Of the south' });
    const position = await administrator.do<{ id: string }>('POST', '/positions', { code: 'CSR', name: 'Representative' });
    await Promise.all([far, near].map(each => processed(administrator, each.recording)));
    const common = { form: formId, formVersion: versions[0]!.id, position: position.id };
    return {
        callers,
        south: { ...common, ...far, person: agent.id, calibration: calibration.id, token: token.id, team: south.id, job: await only(evaluators[0].caller, '/jobs') },
        north: { ...common, ...near, person: callers.get('agent')!.id, team: north.id, job: await only(callers.get('qa-evaluator')!.caller, '/jobs') }
    };
};
