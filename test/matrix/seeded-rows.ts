import type { BuiltInRole } from '@earshot/core/lib/common/access/permission';
import type { Caller } from '../fault/harness/caller';
import { answersWith, publishForm, shortCall } from '../fault/harness/contents';
import { addPerson, type Person } from '../fault/harness/people';

/** What ids of rows are called in this test. */
export type Kind = 'person' | 'interaction' | 'recording' | 'evaluation' | 'calibration' | 'coaching' | 'job' | 'token' | 'form' | 'formVersion' | 'team' | 'position' | 'role' | 'synonym' | 'synonymProposal' | 'pin' | 'document' | 'linkedAnswer' | 'article' | 'revision' | 'category' | 'comment' | 'flag' | 'attachment' | 'import' | 'processDocument' | 'documentVersion' | 'clause' | 'scriptRun' | 'changeRequest' | 'documentComment' | 'reviewAction' | 'samplingPlan' | 'samplingDraw' | 'samplingItem' | 'retentionRule' | 'savedReport' | 'exam' | 'certificate' | 'examAssignment' | 'attempt' | 'question' | 'questionImport' | 'annualReview' | 'annualReviewAction' | 'articleEvaluation' | 'course' | 'trainingSession';

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

/** Articles of a knowledge base: the one of the south is confidential, the one of the north is for everybody. Somebody has commented on each and flagged it. */
const writeArticles = async (administrator: Caller, approver: Caller, south: string) => {
    const category = await administrator.do<{ id: string }>('POST', '/knowledge/categories', { parentId: null, name: { en: 'Seeded' }, place: 0, reviewDays: null, secondApproval: null });
    interface Revision { readonly id: string; readonly articleId: string; readonly version: number; readonly content: object }
    const publish = async (title: string, audience: readonly string[]) => {
        const { id, articleId, ...draft } = await administrator.do<Revision>('POST', '/knowledge/articles', { kind: 'faq', language: 'en', title, categoryId: category.id });
        const file = (await administrator.ask('POST', `/knowledge/articles/${articleId}/attachments?name=Seen.txt`, { raw: 'Seen', headers: { 'content-type': 'application/octet-stream' } })).body as { readonly id: string };
        let { version } = await administrator.do<Revision>('PUT', `/knowledge/revisions/${id}`, { version: draft.version, note: null, content: { ...draft.content, audience, parts: { short: title, full: `[Seen](attachment:${file.id})` } } });
        const comment = await administrator.do<{ id: string }>('POST', `/knowledge/revisions/${id}/comments`, { text: 'Seen' });
        for (const [by, action] of [[administrator, 'submit'], [approver, 'approve'], [administrator, 'publish']] as const) {
            ({ version } = await by.do<Revision>('POST', `/knowledge/revisions/${id}/actions`, { version, action }));
        }
        await approver.do('POST', `/knowledge/articles/${articleId}/flags`, { reason: 'wrong', text: 'Seen' });
        const { rows: [flag] } = await administrator.do<{ rows: readonly { readonly id: string }[] }>('GET', `/knowledge/flags?articleId=${articleId}`);
        return { article: articleId, revision: id, comment: comment.id, flag: flag!.id, attachment: file.id };
    };
    const hidden = await publish('Southern article', [`team:${south}`]);
    const { article, flag, attachment } = await publish('Northern article', ['everyone']);
    return { category: category.id, hidden, shown: { article, flag, attachment } };
};

/** Minutes of a review of the knowledge base, for whoever writes, approves or audits all articles, and for its participants. */
const recordReview = async (administrator: Caller, participantIds: readonly string[], responsible: string) => {
    const { id, actions: [action] } = await administrator.do<{ id: string; actions: readonly { readonly id: string }[] }>('POST', '/knowledge/annual-reviews', {
        categoryId: null, heldOn: '2026-01-15', participantIds, completeness: 'Seen', fitness: 'Seen', nextOn: '2027-01-15', nextOwnerId: responsible, actions: [{ text: 'Seen', ownerId: responsible, dueOn: '2099-12-31' }]
    });
    return { annualReview: id, annualReviewAction: action!.id };
};

/** Process documents in effect: the one of the south is for a position that nobody tried out holds, the one of the north for everybody. */
const writeDocuments = async (administrator: Caller, approver: Person, positionId: string) => {
    interface Version { readonly id: string; readonly documentId: string; readonly version: number; readonly content: object }
    const publish = async (title: string, audience: object) => {
        const { id, documentId, ...draft } = await administrator.do<Version>('POST', '/training/documents', { language: 'en', title, kind: 'business', chapter: 'inbound', text: `# ${title}` });
        let { version } = await administrator.do<Version>('PUT', `/training/document-versions/${id}`, { version: draft.version, note: null, content: { ...draft.content, ...audience } });
        const { id: documentComment } = await administrator.do<{ id: string }>('POST', `/training/document-versions/${id}/comments`, { text: 'Seen' });
        for (const [by, action] of [[administrator, 'submit'], [approver.caller, 'approve'], [administrator, 'take-effect']] as const) {
            ({ version } = await by.do<Version>('POST', `/training/document-versions/${id}/actions`, { version, action }));
        }
        const { id: changeRequest } = await approver.caller.do<{ id: string }>('POST', `/training/documents/${documentId}/requests`, { text: 'Seen' });
        const { actions: [action] } = await administrator.do<{ actions: readonly { readonly id: string }[] }>('POST', '/training/document-reviews', {
            documentId, heldOn: '2026-01-15', participantIds: [], findings: 'Seen', outcome: 'keep', actions: [{ text: 'Seen', ownerId: approver.id, dueOn: '2099-12-31' }]
        });
        return { processDocument: documentId, documentVersion: id, changeRequest, documentComment, reviewAction: action!.id };
    };
    return { hidden: await publish('Southern document', { restricted: true, positionIds: [positionId] }), shown: await publish('Northern document', { everybody: true }) };
};

/** A call script in effect for everybody, gone through by an agent of the south and one of the north. */
const runScript = async (administrator: Caller, approver: Caller, agents: readonly Caller[]): Promise<readonly string[]> => {
    interface Version { readonly id: string; readonly version: number; readonly content: { readonly script: { readonly steps: readonly object[] } } }
    const { id, content, ...draft } = await administrator.do<Version>('POST', '/training/documents', { language: 'en', title: 'Seeded script', kind: 'business', chapter: 'inbound', asScript: true });
    const steps = content.script.steps.map(each => ({ ...each, say: 'Seen', outcome: 'Seen' }));
    let { version } = await administrator.do<Version>('PUT', `/training/document-versions/${id}`, { version: draft.version, note: null, content: { ...content, everybody: true, script: { ...content.script, steps } } });
    for (const [by, action] of [[administrator, 'submit'], [approver, 'approve'], [administrator, 'take-effect']] as const) {
        ({ version } = await by.do<Version>('POST', `/training/document-versions/${id}/actions`, { version, action }));
    }
    return Promise.all(agents.map(async each => (await each.do<{ id: string }>('POST', '/training/script-runs', { versionId: id, interaction: null })).id));
};

/** What an approver who wrote at neither found of the articles, on a form for articles. */
const evaluateArticles = async (lead: Caller, approver: Caller, articles: readonly string[]): Promise<readonly string[]> => {
    const formId = await publishForm(lead, 'seeded-articles', 'article');
    return Promise.all(articles.map(async article => {
        const { id, version } = await approver.do<{ id: string; version: number }>('POST', `/knowledge/articles/${article}/evaluations`, { formId });
        await approver.do('POST', `/knowledge/article-evaluations/${id}/submission`, { version, answers: answersWith('Seen') });
        return id;
    }));
};

/** Words that so many put for others that they are proposed as synonyms. */
const searchAgain = async (callers: readonly Caller[], lead: Caller): Promise<string> => {
    for (const each of callers) {
        await each.do('POST', '/search/log', { text: 'seeded' });
        await each.do('POST', '/search/log', { text: 'planted' });
    }
    const [proposal] = await lead.do<readonly { readonly id: string }[]>('GET', '/search/synonym-proposals');
    return proposal!.id;
};

/** Certificates of people in a position that asks for a sign-off alone. @returns their ids, in the same order */
const certify = async (administrator: Caller, people: readonly string[]): Promise<readonly string[]> => {
    const position = await administrator.do<{ id: string }>('POST', '/positions', { code: 'CERT', name: 'Certified' });
    await administrator.do('PUT', `/training/positions/${position.id}/certification-rule`, { version: 0, rule: { requirements: [{ kind: 'sign-off', id: 'ready' }], graceDays: 0, introductionDays: 0, validity: { kind: 'completion', months: 12 } } });
    const certificates: string[] = [];
    for (const id of people) {
        const { version } = await administrator.do<{ version: number }>('GET', `/people/${id}`);
        await administrator.do('PATCH', `/people/${id}`, { version, positionId: position.id });
        await administrator.do('POST', `/training/people/${id}/sign-offs`);
        certificates.push(await only(administrator, `/training/certificates?personId=${id}`));
    }
    return certificates;
};

/** A plan that has drawn every call of the week in which the seeded calls were made. */
const drawSample = async (lead: Caller, formId: string, evaluatorId: string) => {
    await lead.do('PUT', '/quality/evaluator-forms', { personId: evaluatorId, formId, qualified: true });
    const definition = { formId, population: {}, strata: [], period: 'week', size: { kind: 'total', calls: 10, allocation: 'proportional' }, evaluatorIds: [evaluatorId], notOwnTeam: false };
    const plan = await lead.do<{ id: string }>('POST', '/quality/sampling-plans', { title: 'Seeded', definition, active: false });
    const draw = await lead.do<{ id: string }>('POST', `/quality/sampling-plans/${plan.id}/draws`, { day: '2026-11-20' });
    return { samplingPlan: plan.id, samplingDraw: draw.id, samplingItem: await only(lead, `/quality/sampling-draws/${draw.id}/items`) };
};

/** A course of which somebody from elsewhere holds a session for each of these groups. */
const teach = async (administrator: Caller, trainerId: string, groups: readonly (readonly string[])[]) => {
    const { id: course } = await administrator.do<{ id: string }>('POST', '/training/courses', { title: 'Seeded', aim: 'Seen', covers: [], feedbackFormId: null });
    const plan = { courseId: course, trainerId, startsAt: '2099-01-15T09:00:00.000Z', endsAt: '2099-01-15T11:00:00.000Z', place: 'Seen', onlineLink: '', seats: null };
    const sessions = await Promise.all(groups.map(async personIds => (await administrator.do<{ id: string }>('POST', '/training/sessions', { ...plan, personIds })).id));
    return { course, sessions };
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
    const coach = async (caller: Caller, agentId: string): Promise<string> => (await caller.do<{ id: string }>('POST', '/quality/coaching', {
        title: 'Seeded', formId: null, dueOn: '2099-12-31', followUp: null, agentId, evaluationId: null, behaviours: [{ text: 'Seen', questionIds: [] }], steps: [{ text: 'Seen', link: null, span: null, dueOn: null }]
    })).id;
    const coached = { south: await coach(administrator, agent.id), north: await coach(leader.caller, callers.get('agent')!.id) };
    const token = await evaluators[0].caller.do<{ id: string }>('POST', '/session/tokens', { name: 'Of the south' });
    const position = await administrator.do<{ id: string }>('POST', '/positions', { code: 'CSR', name: 'Representative' });
    await Promise.all([far, near].map(each => processed(administrator, each.recording)));
    const approver = await addPerson(administrator, 'south-approver', ['approver'], south.id);
    const articles = await writeArticles(administrator, approver.caller, south.id);
    const [farRating, nearRating] = await evaluateArticles(lead, approver.caller, [articles.hidden.article, articles.shown.article]);
    const synonymProposal = await searchAgain(evaluators.map(each => each.caller).concat(approver.caller), administrator);
    const documents = await writeDocuments(administrator, approver, position.id);
    const reviewed = { south: await recordReview(administrator, [], approver.id), north: await recordReview(administrator, [...callers.values()].map(each => each.id), approver.id) };
    const [farRun, nearRun] = await runScript(administrator, approver.caller, [agent.caller, callers.get('agent')!.caller]);
    const [farCertificate, nearCertificate] = await certify(administrator, [agent.id, callers.get('agent')!.id]);
    const sample = await drawSample(lead, formId, evaluators[0].id);
    const rule = await administrator.do<{ id: string }>('POST', '/quality/retention-rules', { name: 'Seeded', queue: null, tag: null, months: { recording: 0, transcript: 0, messages: 0, customer: 0 } });
    const { course, sessions: [farSession, nearSession] } = await teach(administrator, approver.id, [[agent.id], [...callers.values()].map(each => each.id)]);
    const savedReport = async (caller: Caller): Promise<string> => (await caller.do<{ id: string }>('POST', '/quality/saved-reports', { name: 'Seeded', search: '' })).id;
    const asked = await administrator.do<{ id: string }>('POST', '/training/questions', { content: { language: 'en', name: 'Seeded', category: '', tags: [], skills: [], difficulty: null, clauses: [], question: { kind: 'true-false', prompt: 'Seen?', points: 1, answer: true } } });
    const { importId } = await administrator.do<{ importId: string }>('POST', '/training/question-imports', { format: 'gift', language: 'en', text: 'Seen?{T}' });
    const common = { ...sample, synonymProposal, question: asked.id, questionImport: importId, retentionRule: rule.id, category: articles.category, form: formId, formVersion: versions[0]!.id, position: position.id };
    return {
        callers,
        south: { ...common, savedReport: await savedReport(evaluators[0].caller), ...articles.hidden, articleEvaluation: farRating, ...documents.hidden, ...reviewed.south, ...far, scriptRun: farRun, certificate: farCertificate, trainingSession: farSession, person: agent.id, calibration: calibration.id, coaching: coached.south, token: token.id, team: south.id, job: await only(evaluators[0].caller, '/jobs') },
        // a request is seen by those whom it concerns, which is no scope of a role
        north: { ...common, ...articles.shown, articleEvaluation: nearRating, ...documents.shown, changeRequest: undefined, ...reviewed.north, ...near, scriptRun: nearRun, certificate: nearCertificate, course, trainingSession: nearSession, person: callers.get('agent')!.id, coaching: coached.north, team: north.id, job: await only(callers.get('qa-evaluator')!.caller, '/jobs') }
    };
};
