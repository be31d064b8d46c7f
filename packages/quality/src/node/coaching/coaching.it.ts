import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { addBusinessDays, dayAt } from '../../common/feedback/business-days';
import { usualPolicy } from '../../common/feedback/feedback-policy';
import type { QualityTables } from '../quality-tables';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';
import { houseZone } from '../house-zone';
import { CoachingMentions } from './coaching-mentions';
import type { PlannedCoaching } from './coaching-service';
import { CoachingHandOver, CoachingSearch, CoachingType, CoachingWork } from './coaching-work';

let house: TestQualityHouse;
let agent: TestPerson;
let stranger: TestPerson;
let leader: TestPerson;
let other: TestPerson;
let evaluator: TestPerson;
let work: CoachingWork;
const week = { weekdays: [1, 2, 3, 4, 5, 6, 7], exceptions: new Map<string, boolean>(), zone: 'UTC' };
const today = (): string => dayAt(new Date(), houseZone());
const inDays = (days: number): string => addBusinessDays(today(), days, week);

beforeAll(async () => {
    house = await openTestQualityHouse();
    const cards = await house.person('leader', { roles: ['team-leader'] });
    const loans = await house.person('other', { roles: ['team-leader'] });
    const teamId = await house.team('cards', { leaderId: cards.personId });
    const otherTeam = await house.team('loans', { leaderId: loans.personId });
    [leader, other] = [await house.again(cards), await house.again(loans)];
    agent = await house.person('agent', { roles: ['agent'], teamId, employeeNumber: '1' });
    stranger = await house.person('stranger', { roles: ['agent'], teamId: otherTeam });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    work = new CoachingWork(house.database);
    await house.policies.setDays(house.lead, { weekdays: [1, 2, 3, 4, 5, 6, 7], days: [] });
});
afterAll(() => house.close());

const evaluated = async (startedAt = '2026-11-18T06:03:22.000Z', greeting = false, number = '1'): Promise<string> => {
    const id = await house.evaluations.begin(evaluator, (await house.call({ agent: number, startedAt })).id, house.formId);
    await house.evaluations.submit(evaluator, { id, version: 1, answers: { greeting: { value: greeting }, tone: { value: 2 } }, evidence: [] });
    return id;
};
const step = { text: 'Read the opening phrases', link: null, span: null, dueOn: null };
const planned = (more: Partial<PlannedCoaching> = {}): PlannedCoaching => ({
    title: 'Greeting', formId: house.formId, dueOn: inDays(20), followUp: null, behaviours: [{ text: 'Greets by name', questionIds: ['greeting'] }], steps: [step, { ...step, text: 'Role play', dueOn: inDays(5) }], ...more
});
const open = async (more: Partial<PlannedCoaching> & { readonly evaluationId?: string } = {}, coach = leader): Promise<string> => {
    const { evaluationId = null, ...rest } = more;
    return house.coaching.open(coach, { ...planned(rest), agentId: agent.personId, evaluationId });
};
const seen = async (id: string, person = agent) => ({ id, version: (await house.plans.get(person, id)).version });
const tick = async (id: string, place: number, done = true) => {
    const plan = await house.plans.get(agent, id);
    await house.coaching.tick(agent, { id, version: plan.version, stepId: plan.steps[place]!.id, done, comment: done ? 'Understood.' : '' });
};
const toldOf = async (person: TestPerson) => (await house.database.read().selectFrom('core.notification').select('kind').where('person_id', '=', person.personId).where('kind', 'like', 'coaching.%').orderBy('id').execute()).map(each => each.kind);
const dutiesOf = async (person: TestPerson, id: string) => (await work.items(person)).filter(each => each.link.endsWith(id)).map(each => each.kind);
const reason = (name: string) => ({ data: { reason: name } });
const problem = (path: string, code: string) => ({ data: { problems: [expect.objectContaining({ path, code })] } });

describe('a coaching plan', () => {
    it('goes from an evaluation to its sign-off: the agent ticks, the coach extends and judges', async () => {
        const evaluationId = await evaluated();
        const id = await open({ evaluationId, steps: [{ ...step, link: `earshot:/quality/evaluations/${evaluationId}`, span: { fromMs: 200, toMs: 800 } }, step] });
        expect(await house.plans.get(agent, id)).toMatchObject({
            state: 'active', coachName: 'leader', evaluation: { id: evaluationId, percent: 40 }, ticked: { done: 0, of: 2 }, behaviours: [{ text: 'Greets by name', questionIds: ['greeting'] }], steps: [{ span: { fromMs: 200, toMs: 800 } }, { link: null }], may: ['tick', 'note']
        });
        expect((await house.plans.get(leader, id)).may).toEqual(['note', 'change', 'extend', 'complete', 'stop']);
        expect(await toldOf(agent)).toEqual(['coaching.opened']);
        expect(await dutiesOf(agent, id)).toEqual(['coaching.act']);

        await tick(id, 0);
        await tick(id, 1);
        expect(await house.plans.get(leader, id)).toMatchObject({ state: 'reported', ticked: { done: 2, of: 2 }, steps: [{ comment: 'Understood.' }, {}] });
        expect(await toldOf(leader)).toEqual(['coaching.reported']);
        expect([await dutiesOf(agent, id), await dutiesOf(leader, id)]).toEqual([[], ['coaching.sign-off']]);
        await tick(id, 1, false);
        expect(await house.plans.get(agent, id)).toMatchObject({ state: 'active', steps: [{}, { doneAt: null }] });
        await tick(id, 1);

        await expect(house.coaching.extend(leader, { ...await seen(id, leader), dueOn: inDays(20), text: 'Once more.' })).rejects.toMatchObject(problem('dueOn', 'day-past'));
        await house.coaching.extend(leader, { ...await seen(id, leader), dueOn: inDays(30), text: 'Once more.' });
        expect(await house.plans.get(agent, id)).toMatchObject({ state: 'active', dueOn: inDays(30), notes: [{ kind: 'extended', text: 'Once more.', by: 'leader' }] });
        await house.coaching.note(agent, { ...await seen(id), text: 'Thank you.' });
        await house.coaching.close(leader, { ...await seen(id, leader), action: 'complete', text: 'Greets every time.' });
        expect(await house.plans.get(agent, id)).toMatchObject({ state: 'completed', may: [], notes: [{}, { kind: 'note', by: 'agent' }, { kind: 'completed', text: 'Greets every time.' }] });
        expect([await toldOf(agent), await toldOf(leader)]).toEqual([['coaching.opened', 'coaching.changed', 'coaching.completed'], ['coaching.reported', 'coaching.reported', 'coaching.noted']]);
        await expect(house.coaching.note(agent, { ...await seen(id), text: 'Late.' })).rejects.toMatchObject(reason('wrong-state'));
    });
    it('is there for its agent, its coach and who leads them, and for nobody else', async () => {
        const id = await open();
        for (const person of [stranger, other]) {
            await expect(house.plans.get(person, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
            expect((await house.plans.list(person, { limit: 50 })).rows.map(each => each.id)).not.toContain(id);
            expect(await new CoachingType(house.database).describe(person, id)).toBeUndefined();
            expect(await new CoachingSearch(house.database).search(person, 'Greeting', 10)).toEqual([]);
        }
        expect((await house.plans.list(agent, { limit: 50, state: 'open' })).rows.map(each => each.id)).toContain(id);
        expect((await new CoachingSearch(house.database).search(agent, 'greet', 10)).map(each => each.link)).toContain(`earshot:/quality/coaching/${id}`);
        await expect(house.coaching.tick(leader, { ...await seen(id, leader), stepId: newId(), done: true, comment: '' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(house.coaching.close(agent, { ...await seen(id), action: 'complete', text: 'Done!' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(house.coaching.tick(agent, { ...await seen(id), stepId: newId(), done: true, comment: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('is opened only for whom one leads, about them, and with what their form asks', async () => {
        const evaluationId = await evaluated();
        await expect(house.coaching.open(other, { ...planned(), agentId: agent.personId, evaluationId: null })).rejects.toMatchObject(problem('agentId', 'unknown-person'));
        await expect(house.coaching.open(other, { ...planned(), agentId: stranger.personId, evaluationId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.coaching.open(house.lead, { ...planned(), agentId: stranger.personId, evaluationId })).rejects.toMatchObject(problem('evaluationId', 'other-agent'));
        await expect(house.coaching.open(house.lead, { ...planned(), agentId: house.lead.personId, evaluationId: null })).rejects.toMatchObject(problem('agentId', 'coach-yourself'));
        await expect(open({ behaviours: [{ text: 'Sings', questionIds: ['song'] }] })).rejects.toMatchObject(problem('behaviours.0.questionIds', 'unknown-question'));
        await expect(open({ formId: null })).rejects.toMatchObject(problem('behaviours.0.questionIds', 'unknown-question'));
        await expect(open({ steps: [{ ...step, link: 'https://example.org' }] })).rejects.toMatchObject(problem('steps.0.link', 'not-a-link'));
        await expect(open({ dueOn: '2026-01-01', steps: [step] })).rejects.toMatchObject(problem('dueOn', 'day-past'));
        await expect(open({ steps: [{ ...step, dueOn: inDays(21) }] })).rejects.toMatchObject(problem('steps.0.dueOn', 'step-after-plan'));
    });
    it('keeps what was ticked when it is changed, by who saw it last', async () => {
        const id = await open();
        await tick(id, 0);
        const { steps, version } = await house.plans.get(leader, id);
        await expect(house.coaching.change(leader, { ...planned(), id, version: version - 1 })).rejects.toMatchObject(reason('changed-meanwhile'));
        await house.coaching.change(leader, { ...planned({ title: 'Greeting and tone' }), id, version, steps: [{ ...step, text: 'New first' }, { ...step, id: steps[0]!.id }] });
        expect(await house.plans.get(agent, id)).toMatchObject({ title: 'Greeting and tone', steps: [{ text: 'New first', doneAt: null }, { id: steps[0]!.id, doneAt: expect.any(String) as string, comment: 'Understood.' }] });
    });
    it('counts evaluations of later calls, and asks its coach for those that are missing', async () => {
        const id = await open({ followUp: { wanted: 1, from: today() } });
        await evaluated('2026-11-18T06:03:22.000Z', true);
        expect((await house.plans.get(leader, id)).followUp).toEqual({ wanted: 1, from: today(), done: 0 });
        expect(await dutiesOf(leader, id)).toEqual(['coaching.follow-up']);
        await evaluated(new Date(Date.now() + 60_000).toISOString(), true);
        expect((await house.plans.get(leader, id)).followUp).toMatchObject({ done: 1 });
        expect(await dutiesOf(leader, id)).toEqual([]);
        await tick(id, 0);
        await tick(id, 1);
        expect(await dutiesOf(leader, id)).toEqual(['coaching.sign-off']);
    });
    it('shows what changed with it, without the evaluation that it came from, and the team to its coach only', async () => {
        const evaluationId = await evaluated(new Date(Date.now() - 86_400_000).toISOString());
        const id = await open({ evaluationId });
        const before = await house.effects.get(leader, id);
        const far = new Date(Date.now() - 200 * 86_400_000).toISOString();
        await evaluated(far, true);
        await evaluated(new Date(Date.now() - 2 * 86_400_000).toISOString(), false);
        for (const place of [1, 2, 3]) {
            await evaluated(new Date(Date.now() + place * 60_000).toISOString(), true);
        }
        const { score, behaviours, team } = await house.effects.get(leader, id);
        expect(before.score.before.n).toBeGreaterThan(0);
        expect([score.before.n - before.score.before.n, score.after.n - before.score.after.n]).toEqual([1, 3]);
        expect(score.after.value).toBeCloseTo(60, 6);
        expect(behaviours).toMatchObject([{ text: 'Greets by name', change: { after: { value: 1, n: score.after.n }, verdict: 'too-few' } }]);
        expect(team).toMatchObject({ before: { n: 0 }, after: { n: 0 }, verdict: 'too-few' });
        expect((await house.effects.get(agent, id)).team).toBeNull();
        await expect(house.effects.get(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('leaves out the evaluation that it came from also where a correction has replaced it', async () => {
        const evaluationId = await evaluated(new Date(Date.now() - 86_400_000).toISOString());
        const id = await open({ evaluationId });
        const { score } = await house.effects.get(leader, id);
        const revision = await house.corrections.revise(evaluator, evaluationId, 'The greeting was there.');
        await house.evaluations.submit(evaluator, { id: revision, version: 1, answers: { greeting: { value: true }, tone: { value: 2 } }, evidence: [] });
        await house.corrections.decide(house.lead, 'approve', revision, (await house.reader.get(house.lead, revision)).version);
        expect((await house.effects.get(leader, id)).score).toEqual(score);
    });
    it('does not tell a colleague of the agent of their own results that are not released', async () => {
        const id = await open();
        const colleague = await house.person('colleague', { roles: ['agent', 'qa-lead'], teamId: (await house.database.read().selectFrom('core.person').select('team_id').where('id', '=', agent.personId).executeTakeFirstOrThrow()).team_id, employeeNumber: '4' });
        const team = async (person: TestPerson) => (await house.effects.get(person, id)).team!.after.n;
        const before = await team(colleague);
        await house.policies.set(house.lead, null, { ...usualPolicy, release: 'after-review' });
        await evaluated(new Date(Date.now() + 60_000).toISOString(), false, '4');
        await house.policies.set(house.lead, null, usualPolicy);
        expect([await team(colleague), await team(leader)]).toEqual([before, before + 1]);
        await evaluated(new Date(Date.now() + 120_000).toISOString(), false, '4');
        expect([await team(colleague), await team(leader)]).toEqual([before + 1, before + 2]);
    });
    it('reminds the agent of each step once, and the coach when its time is over', async () => {
        const id = await open({ dueOn: inDays(3), steps: [{ ...step, dueOn: inDays(1) }, step] });
        const before = [(await toldOf(agent)).length, (await toldOf(leader)).length] as const;
        const news = async () => [(await toldOf(agent)).slice(before[0]), (await toldOf(leader)).slice(before[1])];
        const day = (days: number): Date => new Date(Date.now() + days * 86_400_000);
        const reminded = () => house.database.read<QualityTables>().selectFrom('quality.coaching_step').select('reminded_on').where('plan_id', '=', id).orderBy('place').execute();
        await house.coachingClock.run(day(0));
        await house.coachingClock.run(day(0));
        expect((await reminded()).map(each => each.reminded_on !== null)).toEqual([true, false]);
        expect((await news())[0]).toEqual(['coaching.due']);
        await house.coachingClock.run(day(2));
        expect((await reminded()).map(each => each.reminded_on !== null)).toEqual([true, true]);
        expect((await news())[1]).toEqual([]);
        await house.coachingClock.run(day(4));
        await house.coachingClock.run(day(5));
        expect((await news())[1]).toEqual(['coaching.overdue']);
    });
    it('goes to a successor who may coach, with its agent left alone', async () => {
        const id = await open({}, house.lead);
        const handOver = new CoachingHandOver(house.database);
        const held = await handOver.count(house.lead.personId);
        expect(held).toBeGreaterThan(0);
        const to = (person: TestPerson) => house.database.write(house.lead, (transaction, log) => handOver.handOver(transaction, log, house.lead.personId, person.personId));
        await expect(to(evaluator)).rejects.toMatchObject(problem('successorId', 'successor-may-not-coach'));
        await to(leader);
        expect(await handOver.count(house.lead.personId)).toBe(0);
        expect(await house.plans.get(leader, id)).toMatchObject({ coachName: 'leader', state: 'active' });
    });
});

it('a plan is known to link to an article until its step is done', async () => {
    const article = 'earshot:/knowledge/articles/0190a000-0000-7000-8000-000000000001' as const;
    const id = await open({ steps: [{ ...step, text: `Read [](${article})` }, step] });
    const mentions = new CoachingMentions(house.database);
    expect(await mentions.mentioning(article)).toEqual([{ link: `earshot:/quality/coaching/${id}`, live: true, confidential: false }]);
    await tick(id, 0);
    expect(await mentions.mentioning(article)).toEqual([]);
});
