import { type Answers, type FormDefinition } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { attendanceCounts, attended, missed } from './attendance';
import { fewestFeedback, summariseFeedback } from './session-feedback';
import { possibleSessionActions, sessionStates, sessionSteps } from './session-state';
import { firstTaught, occasionOfTeam, spansOf, trainingEffect } from './training-effect';

const startsAt = new Date('2026-11-20T09:00:00Z');
const minutes = (count: number): Date => new Date(startsAt.getTime() + count * 60_000);

describe('a session', () => {
    const may = (state: typeof sessionStates[number], actors: readonly ('planner' | 'trainer')[], now = startsAt) => possibleSessionActions({ state, startsAt }, new Set(actors), now);
    it('is planned by planners, and held by its trainer', () => {
        expect(may('planned', ['planner'])).toEqual(['change', 'invite', 'cancel']);
        expect(may('planned', ['trainer'])).toEqual(['invite', 'cancel', 'note', 'hold']);
        expect(may('held', ['planner'])).toEqual([]);
        expect(may('held', ['trainer'])).toEqual(['note', 'reopen']);
        expect(may('cancelled', ['planner', 'trainer'])).toEqual(['reinstate']);
        expect(may('planned', [])).toEqual([]);
    });
    it('has nobody noted before its doors open', () => {
        expect(may('planned', ['trainer'], minutes(-31))).toEqual(['invite', 'cancel']);
        expect(may('planned', ['trainer'], minutes(-30))).toContain('note');
    });
    it('can be got out of every state', () => expect(new Set(sessionSteps.filter(each => each.next !== each.state).map(each => each.state))).toEqual(new Set(sessionStates)));
});

describe('attendance', () => {
    it('counts those who were late as there, and those who were excused as not', () => {
        expect((['present', 'late', 'excused', 'absent', null] as const).map(each => [attended(each), missed(each)])).toEqual([[true, false], [true, false], [false, true], [false, true], [false, false]]);
        expect(attendanceCounts(['present', 'late', null, 'present'])).toEqual({ present: 2, late: 1, excused: 0, absent: 0, open: 1 });
    });
});

describe('feedback', () => {
    const question = { notApplicable: false, weight: 1, critical: { class: 'none', effect: 'none' }, unscored: true } as const;
    const form: FormDefinition = {
        title: { en: 'Feedback' }, languages: ['en'], scoring: { scored: false }, sections: [{
            id: 'all', title: { en: 'All' }, questions: [
                { ...question, id: 'clear', kind: 'scale', text: { en: 'Clear' }, options: [1, 2, 3, 4, 5].map(value => ({ value, label: { en: String(value) } })) },
                { ...question, id: 'pace', kind: 'choice', text: { en: 'Pace' }, options: ['slow', 'right', 'fast'].map(value => ({ value, label: { en: value } })), optional: true },
                { ...question, id: 'remark', kind: 'text', text: { en: 'Remark' }, optional: true }
            ]
        }]
    };
    const given = (clear: number, more: Answers = {}): Answers => ({ clear: { value: clear }, ...more });
    it('says nothing but its number from fewer than five', () => {
        expect(summariseFeedback(form, [given(1, { remark: { value: 'Too loud' } }), given(5), given(5), given(5)])).toEqual({ given: 4, shown: false, questions: [] });
    });
    it('says means and counts from five on, and texts by their letters, not by when they came', () => {
        const { questions, shown } = summariseFeedback(form, [given(1, { remark: { value: 'Too loud' } }), given(5, { pace: { value: 'fast' } }), given(4, { clear: { value: 4, comment: 'Good examples' } }), given(4), given(3, { remark: { value: 'A break, please' } })]);
        expect(shown).toBe(true);
        expect(questions[0]).toEqual({ questionId: 'clear', n: 5, mean: 3.4, counts: [1, 2, 3, 4, 5].map((value, place) => ({ value, count: [1, 0, 1, 2, 1][place] })), texts: ['Good examples'] });
        expect(questions[2]).toMatchObject({ n: 2, mean: null, counts: [], texts: ['A break, please', 'Too loud'] });
    });
    it('keeps back what fewer than five have answered within it, and gives no mean of what has no order', () => {
        const all = (count: number) => summariseFeedback(form, Array.from({ length: 6 }, (_, place) => given(3, place < count ? { pace: { value: 'right' } } : {}))).questions[1];
        expect(all(fewestFeedback - 1)).toMatchObject({ n: 4, mean: null, counts: [] });
        expect(all(fewestFeedback)).toMatchObject({ n: 5, mean: null, counts: [{ value: 'slow', count: 0 }, { value: 'right', count: 5 }, { value: 'fast', count: 0 }] });
    });
});

describe('the effect of a training', () => {
    const of = (before: number | null, after: number | null, n = 2) => ({ before: { mean: before, n: before === null ? 0 : n }, after: { mean: after, n: after === null ? 0 : n } });
    const participants = [of(70, 80), of(60, 72), of(75, 83), of(80, 90), of(65, 73), of(50, null)];
    it('is that of people measured before and after, each once', () => {
        const { people, values, change, colleagues, beyond } = trainingEffect(participants, []);
        expect([people, change.before, change.after, values]).toEqual([6, { value: 70, n: 5 }, { value: 79.6, n: 5 }, { before: 10, after: 10 }]);
        expect(change).toMatchObject({ verdict: 'up' });
        expect(change.difference).toBeCloseTo(9.6, 12);
        expect([colleagues, beyond]).toEqual([null, null]);
    });
    it('is what is beyond colleagues who were not there', () => {
        const alike = trainingEffect(participants, [of(70, 79), of(66, 77), of(71, 80), of(60, 69), of(80, 90)]);
        expect(alike.change.verdict).toBe('up');
        expect(alike.beyond).toMatchObject({ verdict: 'unclear' });
        expect(alike.beyond!.difference).toBeCloseTo(0, 12);
        expect(trainingEffect(participants, [of(70, 71), of(66, 65), of(71, 71), of(60, 62), of(80, 79)]).beyond).toMatchObject({ verdict: 'up' });
        expect(trainingEffect(participants, [of(70, 71)]).beyond).toMatchObject({ verdict: 'too-few' });
    });
    it('is looked at around the first time that somebody was taught, for colleagues around that of their team', () => {
        const at = (day: string, personId: string, teamId: string | null) => ({ personId, teamId, startsAt: new Date(`2026-${day}T09:00:00Z`), endsAt: new Date(`2026-${day}T11:00:00Z`) });
        const taught = [at('06-02', 'a', 'north'), at('05-01', 'a', 'north'), at('06-02', 'b', 'north'), at('05-01', 'c', 'south'), at('06-02', 'd', null)];
        const first = firstTaught(taught);
        expect(first.map(each => [each.personId, each.startsAt.toISOString().slice(5, 10)])).toEqual([['a', '05-01'], ['b', '06-02'], ['c', '05-01'], ['d', '06-02']]);
        expect(occasionOfTeam(first, 'north')!.startsAt).toEqual(taught[1]!.startsAt); // one each: the earlier
        expect(occasionOfTeam(taught, 'north')!.startsAt).toEqual(taught[0]!.startsAt); // two against one
        expect(occasionOfTeam(first, 'west')).toBeUndefined();
        expect(spansOf(taught[0]!)).toEqual({ before: { from: new Date('2026-03-04T09:00:00Z'), to: taught[0]!.startsAt }, after: { from: taught[0]!.endsAt, to: new Date('2026-08-31T11:00:00Z') } });
    });
});
