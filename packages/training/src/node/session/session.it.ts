import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSessionHouse, type TestSessionHouse } from '../testing/session-house';
import type { TrainingTables } from '../training-tables';
import { SessionHandOver } from './session-work';

const hourMs = 3_600_000;
const later = (hours: number): Date => new Date(Date.now() + hours * hourMs);
const reason = (name: string) => ({ data: { reason: name } });
let house: TestSessionHouse;
beforeAll(async () => { house = await openTestSessionHouse(); });
afterAll(() => house.close());

describe('a session', () => {
    it('is planned for people, who are told, find it on Home and are reminded once', async () => {
        const [first] = house.agents;
        const id = await house.planned(30, [first!]);
        expect(await house.people.invite(house.trainer, { id, personIds: [first!.personId], teamIds: [house.teamId], positionIds: [] })).toEqual({ invited: 5, known: 1 });
        expect(await house.reader.get(house.trainer, id)).toMatchObject({ state: 'planned', invited: 6, courseTitle: 'Identity', counts: { open: 6 }, may: ['change', 'invite', 'cancel'] });
        expect(await house.toldOf(first!)).toEqual(['training-session.invited']);
        expect(await house.work.items(first!)).toMatchObject([{ kind: 'training-session.attend', title: 'Identity', link: `earshot:/training/my-sessions/${id}` }]);
        await house.database.read<TrainingTables>().updateTable('training.session_participant').set({ invited_at: later(-24) }).where('session_id', '=', id).where('person_id', '=', first!.personId).execute();
        await house.reminders.run(later(1));
        expect(await house.toldOf(first!)).toEqual(['training-session.invited']); // not yet the day before
        await Promise.all([house.reminders.run(later(10)), house.reminders.run(later(10))]);
        await house.reminders.run(later(11));
        expect(await house.toldOf(first!)).toEqual(['training-session.invited', 'training-session.tomorrow']);
        await house.act(house.trainer, id, 'cancel');
    });

    it('tells people what has changed, only of what matters to them, and can be cancelled and taken back', async () => {
        const [, second] = house.agents;
        const id = await house.planned(50, [second!]);
        const { version, startsAt, endsAt } = await house.reader.get(house.trainer, id);
        const plan = { id, trainerId: house.trainer.personId, startsAt, endsAt, place: 'Room 1', onlineLink: '', seats: 3 };
        const before = (await house.toldOf(second!)).length;
        await house.planning.change(house.trainer, { ...plan, version });
        expect(await house.toldOf(second!)).toHaveLength(before);
        await expect(house.planning.change(house.trainer, { ...plan, version })).rejects.toMatchObject(reason('changed-meanwhile'));
        await house.planning.change(house.trainer, { ...plan, version: version + 1, place: 'Room 2' });
        await house.act(house.trainer, id, 'cancel');
        await expect(house.planning.change(house.trainer, { ...plan, version: version + 3 })).rejects.toMatchObject(reason('session-state'));
        await house.act(house.trainer, id, 'reinstate');
        expect((await house.toldOf(second!)).slice(before)).toEqual(['training-session.changed', 'training-session.cancelled', 'training-session.invited']);
        await house.people.uninvite(house.trainer, { id, personId: second!.personId });
        expect((await house.toldOf(second!)).at(-1)).toBe('training-session.uninvited');
        expect(await house.feedback.mine(second!)).not.toContainEqual(expect.objectContaining({ id }));
    });

    it('has no more people than seats, none who hold it, and a trainer who may', async () => {
        const id = await house.planned(60, house.agents.slice(0, 2), { seats: 2 });
        await expect(house.people.invite(house.trainer, { id, personIds: [house.agents[2]!.personId], teamIds: [], positionIds: [] })).rejects.toMatchObject(reason('no-seats'));
        expect(await house.people.invite(house.trainer, { id, personIds: [house.trainer.personId], teamIds: [], positionIds: [] })).toEqual({ invited: 0, known: 0 });
        await expect(house.planned(60, [], { by: house.stranger })).rejects.toMatchObject({ data: { problems: [{ path: 'trainerId', code: 'not-a-trainer' }] } });
        const { version, ...row } = await house.reader.get(house.trainer, id);
        await expect(house.planning.change(house.trainer, { id, version, trainerId: house.trainer.personId, startsAt: row.endsAt, endsAt: row.startsAt, place: '', onlineLink: '', seats: null })).rejects.toMatchObject({ data: { problems: [{ code: 'round-backwards' }] } });
    });

    it('is seen by teams as far as it is theirs, and held by nobody but its trainer', async () => {
        const id = await house.planned(-1, [house.agents[0]!, house.stranger]);
        expect((await house.reader.get(house.leader, id)).participants.map(each => each.personName)).toEqual(['agent-a']);
        expect((await house.reader.get(house.leader, id)).may).toEqual([]);
        const elsewhere = await house.planned(-1, [house.stranger]);
        await expect(house.reader.get(house.leader, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.people.note(house.leader, { id, marks: [{ personId: house.agents[0]!.personId, mark: 'present' }] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.people.note(house.leader, { id: elsewhere, marks: [{ personId: house.stranger.personId, mark: 'present' }] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const own = await house.planned(-1, [house.stranger], { by: house.leader });
        await house.people.note(house.leader, { id: own, marks: [{ personId: house.stranger.personId, mark: 'late' }] });
        expect((await house.reader.get(house.leader, own)).counts.late).toBe(1);
        expect((await house.reader.list(house.leader, { period: 'all', limit: 50 })).rows.map(each => each.id)).not.toContain(elsewhere);
    });
});

describe('attendance', () => {
    it('is noted from half an hour before, closed when everybody is noted, and mended afterwards', async () => {
        const [first, second] = house.agents;
        const early = await house.planned(1, [first!]);
        await expect(house.people.note(house.trainer, { id: early, marks: [{ personId: first!.personId, mark: 'present' }] })).rejects.toMatchObject(reason('too-early'));
        const id = await house.planned(-1, [first!, second!]);
        await expect(house.people.note(house.trainer, { id, marks: [{ personId: house.stranger.personId, mark: 'present' }] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await house.people.note(house.trainer, { id, marks: [{ personId: first!.personId, mark: 'present' }] });
        expect((await house.work.items(house.trainer)).filter(each => each.link.endsWith(id))).toMatchObject([{ kind: 'training-session.close', detail: { open: 1 } }]);
        await expect(house.act(house.trainer, id, 'hold')).rejects.toMatchObject({ data: { reason: 'attendance-open', detail: { people: 1 } } });
        await house.people.note(house.trainer, { id, marks: [{ personId: second!.personId, mark: 'absent' }] });
        await house.act(house.trainer, id, 'hold');
        await house.people.note(house.trainer, { id, marks: [{ personId: second!.personId, mark: 'excused' }] });
        await expect(house.people.note(house.trainer, { id, marks: [{ personId: second!.personId, mark: null }] })).rejects.toMatchObject(reason('attendance-open'));
        expect((await house.reader.get(house.trainer, id)).counts).toEqual({ present: 1, late: 0, excused: 1, absent: 0, open: 0 });
    });

    it('offers whoever missed a session for the next, until they were at one', async () => {
        const courseId = await house.courses.add(house.trainer, { title: 'Complaints', aim: '', covers: [], feedbackFormId: null });
        const [first, second] = house.agents;
        const id = await house.planned(-30, [first!, second!], { courseId });
        await house.people.note(house.trainer, { id, marks: [{ personId: first!.personId, mark: 'present' }, { personId: second!.personId, mark: 'absent' }] });
        await house.act(house.trainer, id, 'hold');
        const next = await house.planned(20, [], { courseId });
        expect(await house.reader.missing(house.trainer, next)).toEqual([{ id: second!.personId, name: second!.name }]);
        expect((await house.reader.get(house.trainer, id)).next?.id).toBe(next);
        await house.people.invite(house.trainer, { id: next, personIds: [second!.personId], teamIds: [], positionIds: [] });
        expect(await house.reader.missing(house.trainer, next)).toEqual([]);
    });
});

describe('feedback', () => {
    const give = async (agent: TestSessionHouse['stranger'], id: string, rating: number, version = 0, now?: Date) => house.feedback.give(agent, { id, version, answers: house.answers(rating) }, now);

    it('is given by those who were there, once each, and changed as long as it is open', async () => {
        const id = await house.held(5);
        const [first, , , , , last] = house.agents;
        expect((await house.work.items(first!)).filter(each => each.link.endsWith(id))).toMatchObject([{ kind: 'training-session.feedback' }]);
        expect((await house.toldOf(first!)).at(-1)).toBe('training-session.feedback');
        await expect(give(last!, id, 3)).rejects.toMatchObject(reason('feedback-closed')); // was absent
        await expect(give(house.stranger, id, 3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.feedback.give(first!, { id, version: 0, answers: { 'training.use': { value: 9 } } })).rejects.toMatchObject({ code: 'INVALID' });
        await give(first!, id, 2);
        await expect(give(first!, id, 3)).rejects.toMatchObject(reason('changed-meanwhile'));
        await give(first!, id, 4, 1);
        expect(await house.feedback.my(first!, id)).toMatchObject({ feedback: { state: 'open', given: true }, answers: house.answers(4), version: 2 });
        expect((await house.work.items(first!)).filter(each => each.link.endsWith(id))).toEqual([]);
        await expect(house.act(house.trainer, id, 'reopen')).rejects.toMatchObject(reason('feedback-given'));
        await expect(give(first!, id, 1, 2, later(24 * 8))).rejects.toMatchObject(reason('feedback-closed'));
    });

    it('shows the trainer nothing of fewer than five, then means without names', async () => {
        const id = await house.held(6);
        for (const [place, agent] of house.agents.slice(0, 4).entries()) {
            await give(agent, id, place + 1);
        }
        expect(await house.feedback.summary(house.trainer, id)).toMatchObject({ given: 4, asked: 6, shown: false, questions: [] });
        await give(house.agents[4]!, id, 5);
        const summary = await house.feedback.summary(house.trainer, id);
        expect(summary.questions.find(each => each.questionId === 'training.use')).toMatchObject({ n: 5, mean: 3 });
        house.agents.forEach(each => expect(JSON.stringify(summary)).not.toContain(each.personId));
        await expect(house.feedback.summary(house.stranger, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });

    it('loses its names when it cannot be changed any more, for good', async () => {
        const id = await house.held(5);
        await give(house.agents[0]!, id, 2);
        const named = () => house.database.read<TrainingTables>().selectFrom('training.session_feedback').select(['person_id', 'id']).where('session_id', '=', id).execute();
        await house.reminders.run(later(24 * 6));
        expect((await named()).map(each => each.person_id)).toEqual([house.agents[0]!.personId]);
        await house.reminders.run(later(24 * 7 + 1));
        expect((await named()).map(each => each.person_id)).toEqual([null]);
        expect((await named())[0]!.id[14]).toBe('4'); // random: no time in it
        expect(await house.feedback.my(house.agents[0]!, id, later(24 * 8))).toMatchObject({ feedback: { state: 'over', given: false }, answers: {} });
        expect(await house.feedback.summary(house.trainer, id)).toMatchObject({ given: 1 });
    });
});

it('courses refuse what is no link and forms for something else, and are retired and taken back', async () => {
    const content = { title: 'Tone', aim: '', covers: [], feedbackFormId: null };
    await expect(house.courses.add(house.trainer, { ...content, covers: ['https://example.org'] })).rejects.toMatchObject({ data: { problems: [{ code: 'not-a-link' }] } });
    await expect(house.courses.add(house.trainer, { ...content, feedbackFormId: newId() })).rejects.toMatchObject({ data: { problems: [{ code: 'form-not-for-trainings' }] } });
    const id = await house.courses.add(house.trainer, { ...content, covers: [`earshot:/training/documents/${newId()}`] });
    await house.courses.change(house.trainer, { id, version: 1, ...content, retired: true });
    await expect(house.planned(5, [], { courseId: id })).rejects.toMatchObject(reason('course-retired'));
    expect((await house.courses.list({ limit: 50 })).rows.map(each => each.id)).not.toContain(id);
    expect((await house.courses.list({ limit: 50, retired: true })).rows.map(each => each.id)).toContain(id);
    await expect(house.courses.change(house.trainer, { id, version: 1, ...content, retired: false })).rejects.toMatchObject(reason('changed-meanwhile'));
});

it('whoever leaves hands over what they would have held', async () => {
    const colleague = await house.person('colleague', { roles: ['trainer'] });
    const id = await house.planned(40, [], { by: colleague });
    const handing = new SessionHandOver(house.database);
    expect(await handing.count(colleague.personId)).toBe(1);
    await house.database.write(house.trainer, (transaction, log) => handing.handOver(transaction, log, colleague.personId, house.trainer.personId));
    expect((await house.reader.get(house.trainer, id)).trainerId).toBe(house.trainer.personId);
});
