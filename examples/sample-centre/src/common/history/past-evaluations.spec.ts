import { scoreForm, validateAnswers, validateForm } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { samplePeople } from '../sample-people';
import { pastCoaching } from './past-coaching';
import { pastContacts, quarter } from './past-contacts';
import { formOf, type PastEvaluation, pastForms, pastQuarter } from './past-evaluations';
import { forgetfulQueue } from './past-judgements';
import { writtenForm } from './written-form';

const now = new Date('2026-11-22T12:00:00Z');
const dayMs = 86_400_000;
const contacts = pastContacts(now);
const { evaluations, sessions } = pastQuarter(contacts);
const scored = (chosen: readonly PastEvaluation[]): readonly number[] => chosen.map(each => scoreForm(pastForms[formOf(each.contact)], each.answers).percent ?? 0);
const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
const shareOf = (chosen: readonly PastEvaluation[], question: string): number => {
    const rated = chosen.filter(each => typeof each.answers[question]?.value === 'boolean');
    return rated.filter(each => each.answers[question]!.value === true).length / rated.length;
};

describe('the quarter of the sample centre', () => {
    it('has a form of its own that is sound', () => { expect(validateForm(writtenForm).filter(each => each.severity === 'error')).toEqual([]); });
    it('holds three to four hundred evaluations of contacts of the quarter, the same every time', () => {
        expect(evaluations.length).toBeGreaterThan(300);
        expect(evaluations.length).toBeLessThan(400);
        expect(pastQuarter(pastContacts(now))).toEqual({ evaluations, sessions });
        expect(new Set(contacts.map(each => each.id)).size).toBe(contacts.length);
        expect(contacts.filter(each => now.getTime() - each.startedAt.getTime() > (quarter.workDays * 7 / 5 + quarter.lastDaysAgo + 3) * dayMs || now.getTime() - each.startedAt.getTime() < (quarter.lastDaysAgo - 1) * dayMs)).toEqual([]);
        expect(contacts.filter(each => each.startedAt.getDay() === 0 || each.startedAt.getDay() === 6)).toEqual([]);
    });
    it('is filled in as its forms ask, also what was corrected and what was calibrated', () => {
        const corrected = evaluations.flatMap(each => each.dispute?.corrected ? [{ ...each, answers: { ...each.answers, [each.dispute.question]: each.dispute.corrected } }] : []);
        for (const { contact, answers } of [...evaluations, ...corrected, ...sessions.flatMap(each => each.ratings)]) {
            expect(validateAnswers(pastForms[formOf(contact)], answers, { complete: true })).toEqual([]);
        }
    });
    it('is the same on whatever day of the week it begins, but for its days', () => {
        for (const days of [1, 2, 3, 4, 5, 6]) {
            expect(pastQuarter(pastContacts(new Date(now.getTime() + days * dayMs))).evaluations.map(each => each.answers)).toEqual(evaluations.map(each => each.answers));
        }
    });
    it('tells what the reports are for: coaching helps, one evaluator is lenient, one queue forgets, errors and disputes happen', () => {
        const coached = evaluations.filter(each => each.contact.agent.number === '1022' && each.contact.messages.length);
        const since = coached[0]!.contact.agent.coached!;
        const [before, after] = [coached.filter(each => each.contact.daysAgo > since), coached.filter(each => each.contact.daysAgo <= since)];
        expect(Math.min(before.length, after.length)).toBeGreaterThanOrEqual(8);
        expect(mean(scored(after)) - mean(scored(before))).toBeGreaterThan(8);
        expect(shareOf(after, 'time.waiting') - shareOf(before, 'time.waiting')).toBeGreaterThan(0.3);
        const by = (login: string) => mean(scored(evaluations.filter(each => each.by === login)));
        expect(by('zhou')).toBeGreaterThan(Math.max(by('chen'), by('grace'), by('wong')));
        const queue = (name: string, is: boolean) => shareOf(evaluations.filter(each => (each.contact.queue === name) === is), 'handling.next-step');
        expect(queue(forgetfulQueue, false) - queue(forgetfulQueue, true)).toBeGreaterThan(0.2);
        expect(evaluations.filter(each => each.answers['content.correct']?.value === false).length).toBeGreaterThan(5);
        expect(evaluations.filter(each => each.answers['language.empathy']?.notApplicable).length).toBeGreaterThan(20);
        const disputes = evaluations.flatMap(each => each.dispute ?? []);
        expect([disputes.filter(each => each.corrected).length, disputes.filter(each => !each.corrected).length, disputes.filter(each => each.escalation).length].every(each => each > 0)).toBe(true);
        expect(sessions.map(each => each.contacts.length)).toEqual([6, 6]);
        expect(sessions.filter(each => !each.ratings.some(one => one.by === 'lena' && (one.answers['content.correct']?.value === false || one.answers['handling.record']?.value === false)))).toEqual([]);
    });
    it('names only people and questions that there are', () => {
        const logins = samplePeople.map(each => each.login);
        expect([...evaluations.map(each => each.by), ...contacts.map(each => `agent${each.agent.number}`), ...pastCoaching.flatMap(each => [each.agent, each.coach])].filter(each => !logins.includes(each))).toEqual([]);
        const questions = writtenForm.sections.flatMap(each => each.questions.map(one => one.id));
        expect(pastCoaching.flatMap(each => each.behaviours.flatMap(one => one.questions)).filter(each => !questions.includes(each))).toEqual([]);
    });
});
