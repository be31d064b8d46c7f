/**
 * Who may do what: every operation of every package, tried by somebody of each built-in role and by nobody. What is expected is
 * derived from the contract and from the grants that the packages declare.
 */
import { type BuiltInRole, builtInRoles, type Scope } from '@earshot/core/lib/common/access/permission';
import { afterAll, describe, expect, it } from 'vitest';
import { Caller } from '../fault/harness/caller';
import { firstAdministrator, signIn } from '../fault/harness/people';
import { attempt, codeOf, requestFor } from './attempt';
import type { ContractOperation } from './contract-operations';
import { startHouse } from './running-house';
import { idMembers, unknownId } from './sample-input';
import { type Kind, seedRows } from './seeded-rows';

const house = await startHouse();
const seeded = await seedRows(await firstAdministrator(house.url, house.notice), builtInRoles);
const nobody = new Caller(house.url);
afterAll(() => house.stop());

const forEverybody = ['public', 'signed-in'];
/** The cookie is worth nothing afterwards. */
const endsSession = 'core.session.signOut';

const scopeOf = (role: BuiltInRole, permission: string): Scope | undefined => house.permissions.find(each => each.id === permission)?.grants[role];
const callerOf = (role: BuiltInRole): Caller => seeded.callers.get(role)!.caller;
const mayCall = (role: BuiltInRole, { meta }: ContractOperation): boolean => forEverybody.includes(meta.permission) || scopeOf(role, meta.permission) !== undefined;
const title = ({ method, path }: ContractOperation): string => `${method} ${path}`;

/** The kind of row whose id stands in a path. */
const kindsOfPaths: readonly (readonly [RegExp, Kind])[] = [
    [/^\/people\/\{/, 'person'], [/^\/teams\/\{/, 'team'], [/^\/positions\/\{/, 'position'], [/^\/roles\/\{/, 'role'], [/^\/jobs\/\{/, 'job'], [/^\/session\/tokens\/\{/, 'token'],
    [/^\/search\/synonyms\/\{/, 'synonym'], [/^\/search\/synonym-proposals\/\{/, 'synonymProposal'], [/^\/search\/pins\/\{/, 'pin'], [/^\/search\/documents\/\{/, 'document'], [/^\/search\/linked-answers\/\{/, 'linkedAnswer'],
    [/^\/assessment\/forms\/\{/, 'form'], [/^\/assessment\/form-versions\/\{/, 'formVersion'], [/^\/media\/recordings\/\{/, 'recording'],
    [/^\/quality\/interactions\/\{/, 'interaction'], [/^\/quality\/evaluations\/\{/, 'evaluation'], [/^\/quality\/calibrations\/\{/, 'calibration'], [/^\/quality\/coaching\/\{/, 'coaching'],
    [/^\/quality\/sampling-plans\/\{/, 'samplingPlan'], [/^\/quality\/sampling-draws\/\{/, 'samplingDraw'], [/^\/quality\/sampling-items\/\{/, 'samplingItem'], [/^\/quality\/retention-rules\/\{/, 'retentionRule'], [/^\/quality\/saved-reports\/\{/, 'savedReport'],
    [/^\/knowledge\/articles\/\{/, 'article'], [/^\/knowledge\/revisions\/\{/, 'revision'], [/^\/knowledge\/categories\/\{/, 'category'], [/^\/knowledge\/comments\/\{/, 'comment'], [/^\/knowledge\/flags\/\{/, 'flag'], [/^\/knowledge\/attachments\/\{/, 'attachment'], [/^\/knowledge\/imports\/\{/, 'import'],
    [/^\/knowledge\/annual-reviews\/\{/, 'annualReview'], [/^\/knowledge\/article-evaluations\/\{/, 'articleEvaluation'], [/^\/knowledge\/annual-review-actions\/\{/, 'annualReviewAction'],
    [/^\/training\/documents\/\{/, 'processDocument'], [/^\/training\/document-versions\/\{/, 'documentVersion'], [/^\/training\/clauses\/\{/, 'clause'], [/^\/training\/script-runs\/\{/, 'scriptRun'],
    [/^\/training\/exams\/\{/, 'exam'], [/^\/training\/exam-assignments\/\{/, 'examAssignment'], [/^\/training\/attempts\/\{/, 'attempt'],
    [/^\/training\/document-requests\/\{/, 'changeRequest'], [/^\/training\/document-comments\/\{/, 'documentComment'], [/^\/training\/review-actions\/\{/, 'reviewAction'],
    [/^\/training\/certificates\/\{/, 'certificate'], [/^\/training\/people\/\{/, 'person'], [/^\/training\/positions\/\{/, 'position'],
    [/^\/training\/courses\/\{/, 'course'], [/^\/training\/(?:my-)?sessions\/\{/, 'trainingSession'],
    [/^\/training\/questions\/\{/, 'question'], [/^\/training\/question-imports\/\{/, 'questionImport']
];
/** What decides who sees a row of a kind; nothing where everybody sees all or only their own. */
const readPermissions: Readonly<Partial<Record<Kind, string>>> = {
    person: 'person:read', job: 'job:read', recording: 'recording:listen', interaction: 'interaction:read', evaluation: 'evaluation:read', calibration: 'calibration:read', coaching: 'coaching:read', scriptRun: 'script-run:read', certificate: 'certification:read', trainingSession: 'training-plan:read'
};
/** Rows for which more than the permission of the operation is needed: one of these, for everything. */
const besides: Readonly<Partial<Record<Kind, readonly string[]>>> = { articleEvaluation: ['article:evaluate', 'article:read-all', 'article:write'] };
const kindOf = ({ path }: ContractOperation): Kind | undefined => kindsOfPaths.find(([pattern]) => pattern.test(path))?.[1];

/** To whom the rows of the north belong. */
const owners: Readonly<Partial<Record<Kind, readonly BuiltInRole[]>>> = { person: ['agent'], interaction: ['agent'], recording: ['agent'], evaluation: ['agent', 'qa-evaluator'], coaching: ['agent', 'team-leader'], job: ['qa-evaluator'], scriptRun: ['agent'], certificate: ['agent'] };

describe('the contract', () => {
    it('is open to nobody in particular only where that was decided', () => {
        expect(house.operations.filter(each => each.meta.permission === 'public').map(title)).toMatchInlineSnapshot(`
          [
            "POST /session",
            "POST /session/invitation",
            "GET /health",
            "GET /openapi.json",
            "POST /training/certificate-verifications",
          ]
        `);
    });
    it('limits how often what can be guessed at, or costs much, is called', () => {
        expect(house.operations.filter(each => each.meta.rate && each.meta.rate !== 'normal').map(each => `${each.meta.rate} ${title(each)}`).sort()).toMatchInlineSnapshot(`
          [
            "heavy GET /assessment/form-versions/{id}/replay",
            "heavy GET /knowledge/exports/{format}",
            "heavy GET /quality/calibration-trend",
            "heavy GET /quality/calibrations/{id}/result",
            "heavy POST /audit/verification",
            "heavy POST /knowledge/imports/{id}/undoing",
            "heavy POST /knowledge/imports/{id}/writing",
            "heavy POST /media/recordings/{id}/processing",
            "heavy POST /people/import",
            "heavy POST /training/document-files",
            "heavy POST /training/question-exports",
            "heavy POST /training/question-files",
            "heavy POST /training/question-import-plans",
            "heavy POST /training/question-imports",
            "strict POST /people/{id}/password-reset",
            "strict POST /session",
            "strict POST /session/invitation",
            "strict POST /session/password",
            "strict POST /session/tokens",
            "strict POST /training/certificate-verifications",
          ]
        `);
        expect(house.operations.filter(each => !['normal', 'strict', 'heavy'].includes(each.meta.rate ?? 'normal'))).toEqual([]);
    });
    it('names permissions that somebody declared, which the administrator always has for everything', () => {
        const used = new Set(house.operations.map(each => each.meta.permission).filter(each => !forEverybody.includes(each)));
        expect([...used].filter(each => scopeOf('administrator', each) !== 'all')).toEqual([]);
    });
    it('tells each person what they may do', async () => {
        for (const role of builtInRoles) {
            const { permissions } = await callerOf(role).do<{ permissions: Record<string, Scope> }>('GET', '/session');
            expect(permissions, role).toEqual(Object.fromEntries(house.permissions.flatMap(each => each.grants[role] ? [[each.id, each.grants[role]]] : [])));
        }
    });
    it('shows to whoever may see everything what is kept from the others below', async () => {
        for (const [path, kinds] of [['/people', ['person']], ['/jobs', ['job']], ['/quality/interactions', ['interaction', 'recording']], ['/quality/evaluations', ['evaluation']], ['/quality/calibrations', ['calibration']], ['/quality/coaching', ['coaching']],
            ['/quick-open?text=south', ['person']], ['/quick-open?text=call+1', ['interaction']], ['/people?text=south', ['person']]] as const) {
            const { body } = await callerOf('administrator').ask('GET', path);
            expect(kinds.filter(each => !JSON.stringify(body).includes(seeded.south[each]!)), path).toEqual([]);
        }
    });
    it('has a kind of row for every id in a path', () => {
        expect(house.operations.filter(each => each.path.includes('{id}') && !kindOf(each)).map(title)).toEqual([]);
    });
});

describe.each(house.operations.map(each => [title(each), each] as const))('%s', (_title, operation) => {
    const { permission } = operation.meta;

    it('answers those who may, and refuses the others', async () => {
        const unsigned = await attempt(nobody, operation);
        if (permission === 'public') {
            expect(unsigned.status).toBeLessThan(500);
            expect(['UNAUTHORIZED', 'FORBIDDEN']).not.toContain(codeOf(unsigned));
        } else {
            expect({ status: unsigned.status, code: codeOf(unsigned) }).toEqual({ status: 401, code: 'UNAUTHORIZED' });
        }
        for (const role of builtInRoles) {
            const caller = operation.name === endsSession ? await signIn(house.url, seeded.callers.get(role)!.login) : callerOf(role);
            const answer = await attempt(caller, operation);
            if (mayCall(role, operation)) {
                expect(answer.status, `${role}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
                expect(['UNAUTHORIZED', 'FORBIDDEN'], role).not.toContain(codeOf(answer));
            } else {
                expect(answer, role).toMatchObject({ status: 403, body: { code: 'FORBIDDEN', data: { permission } } });
            }
        }
    });

    const lacking = builtInRoles.find(each => !mayCall(each, operation));
    if (permission !== 'public' && operation.method !== 'GET') {
        it('refuses before it looks at what was sent', async () => {
            const { path } = requestFor(operation);
            const nonsense = { raw: '{"nonsense": [', headers: { 'content-type': 'application/json' } };
            expect((await nobody.ask(operation.method, path, nonsense)).status).toBe(401);
            if (lacking) {
                expect((await callerOf(lacking).ask(operation.method, path, { body: { nonsense: true } })).status, lacking).toBe(403);
            }
        });
    }

    const kind = kindOf(operation);
    const scopeFor = (role: BuiltInRole): Scope => kind === 'token' ? 'own' : scopeOf(role, permission) ?? 'all';
    const callers = builtInRoles.filter(each => mayCall(each, operation));
    const narrow = callers.filter(each => kind && scopeFor(each) !== 'all');
    if (kind && narrow.length > 0) {
        it('says of rows out of reach what it says of none', async () => {
            for (const role of narrow) {
                const [found, none] = [await attempt(callerOf(role), operation, { id: seeded.south[kind] }), await attempt(callerOf(role), operation, { id: unknownId })];
                expect(found, `${role} (${scopeFor(role)})`).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
                expect(found.body, role).toEqual(none.body);
            }
        });
    }

    if (kind && operation.method === 'GET' && seeded.north[kind]) {
        it('answers about the rows within reach', async () => {
            const sees = (role: BuiltInRole): boolean => besides[kind]?.some(each => scopeOf(role, each) === 'all') ?? true;
            for (const role of callers.filter(each => scopeFor(each) !== 'own' || owners[kind]?.includes(each))) {
                expect(await attempt(callerOf(role), operation, { id: seeded.north[kind] }), role).toMatchObject({ status: sees(role) ? 200 : 404 });
            }
        });
    }

    const referred = idMembers(operation.input).flatMap(member => {
        const ofMember = member.replace(/Id$/, '') as Kind;
        const unseeing = callers.filter(each => readPermissions[ofMember] && scopeOf(each, readPermissions[ofMember]) !== 'all');
        return member === 'id' || operation.method === 'GET' || unseeing.length === 0 ? [] : [{ member, ofMember, unseeing }];
    });
    if (referred.length > 0) {
        it('says of what is referred to, and out of reach, what it says of nothing', async () => {
            for (const { member, ofMember, unseeing } of referred) {
                for (const role of unseeing) {
                    const [found, none] = [await attempt(callerOf(role), operation, { [member]: seeded.south[ofMember] }), await attempt(callerOf(role), operation, { [member]: unknownId })];
                    expect({ status: found.status, body: found.body }, `${role} ${member}`).toEqual({ status: none.status, body: none.body });
                }
            }
        });
    }

    if (operation.method === 'GET' && !operation.stream && !operation.path.includes('{')) {
        it('lists nothing that is out of reach', async () => {
            for (const role of callers) {
                const hidden = (Object.entries(readPermissions) as [Kind, string][]).filter(([, read]) => scopeOf(role, read) !== 'all').map(([each]) => each)
                    .filter(each => each !== 'recording' || scopeOf(role, 'interaction:read') !== 'all');
                for (const given of operation.path === '/quick-open' ? [{ text: 'south' }, { text: 'call 1' }] : [{}]) {
                    const answer = await attempt(callerOf(role), operation, given);
                    expect(hidden.filter(each => JSON.stringify(answer.body).includes(seeded.south[each]!)), role).toEqual([]);
                }
            }
        });
    }
});
