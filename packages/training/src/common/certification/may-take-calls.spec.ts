import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedSince } from './asked-since';
import { certificationRule } from './certification-contract';
import { endingSoon, endingsOf, keepingFromCalls, wantedOfTrainers } from './ending-soon';
import { addMonths, type CertificationFacts, type CertificationRule, mayTakeCalls, validUntil } from './may-take-calls';

const day = (text: string): Date => new Date(`${text}T09:00:00.000Z`);
const nothing: CertificationFacts = { exams: [], documents: [], supervisedCalls: [], signOffs: [], certifiedBefore: true, enteredAt: day('2020-01-01'), transferred: false };
const rule = (about: Partial<CertificationRule> = {}): CertificationRule => ({ requirements: [{ kind: 'exam', id: 'e', examId: 'exam' }], validity: { kind: 'completion', months: 12 }, graceDays: 14, introductionDays: 10, ...about });

describe('what was done holds', () => {
    it.each([['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-12-15', 1, '2027-01-15'], ['2024-02-29', 12, '2025-02-28']])('from %s for %i months until %s', (from, months, to) => expect(addMonths(day(from), months)).toEqual(day(to)));
    it('from the day it was done', () => expect(validUntil([day('2026-05-01'), day('2025-01-01')], { kind: 'completion', months: 12 })).toEqual(day('2027-05-01')));
    it('from its old end where it was renewed within the window, so that early people lose nothing', () => {
        const validity = { kind: 'expiry', months: 12, windowDays: 60 } as const;
        expect(validUntil([day('2025-06-01'), day('2026-05-01')], validity)).toEqual(day('2027-06-01'));
        expect(validUntil([day('2025-06-01'), day('2026-01-01')], validity)).toEqual(day('2026-06-01'));  // too early to prolong it
        expect(validUntil([day('2025-06-01'), day('2026-07-01')], validity)).toEqual(day('2027-07-01'));  // begun anew
    });
    it('until a day of the year, the next one where it was done shortly before', () => {
        const validity = { kind: 'fixed', day: '12-31', windowDays: 45 } as const;
        expect(validUntil([day('2026-03-01')], validity)).toEqual(new Date('2027-01-01T00:00:00.000Z'));
        expect(validUntil([day('2026-12-01')], validity)).toEqual(new Date('2028-01-01T00:00:00.000Z'));
        expect(validUntil([day('2026-12-01'), day('2027-02-01')], validity)).toEqual(new Date('2028-01-01T00:00:00.000Z'));
    });
    it('until a day that there is', () => {
        const dayOf = (text: string): boolean => certificationRule.shape.validity.safeParse({ kind: 'fixed', day: text, windowDays: 0 }).success;
        expect(['12-31', '02-29', '02-30', '04-31', '00-10', '13-01'].map(dayOf)).toEqual([true, true, false, false, false, false]);
        expect(validUntil([day('2026-01-10')], { kind: 'fixed', day: '02-29', windowDays: 0 })).toEqual(new Date('2026-03-01T00:00:00.000Z'));
    });
    it('never shorter for having been done once more', () => {
        const moments = fc.array(fc.integer({ min: 0, max: 2000 }).map(days => new Date(Date.UTC(2022, 0, 1 + days))), { minLength: 1, maxLength: 6 });
        const validity = fc.oneof(
            fc.record({ kind: fc.constant('completion' as const), months: fc.integer({ min: 1, max: 36 }) }),
            fc.record({ kind: fc.constant('expiry' as const), months: fc.integer({ min: 1, max: 36 }), windowDays: fc.integer({ min: 0, max: 28 }) }),
            fc.record({ kind: fc.constant('fixed' as const), day: fc.constantFrom('01-01', '02-28', '12-31'), windowDays: fc.integer({ min: 0, max: 90 }) }));
        fc.assert(fc.property(moments, validity, (done, each) => {
            const ordered = [...done].sort((one, other) => one.getTime() - other.getTime());
            const [whole, without] = [validUntil(ordered, each)!, validUntil(ordered.slice(0, -1), each)];
            expect(whole.getTime()).toBeGreaterThan(ordered.at(-1)!.getTime());
            expect(without === null || whole >= without).toBe(true);
        }));
    });
});

describe('somebody may take calls', () => {
    const passed = { ...nothing, exams: [{ examId: 'exam', passedAt: day('2026-01-10') }] };
    it.each([
        ['not before they have passed', nothing, '2026-06-01', false, 'missing'],
        ['when they have passed', passed, '2026-06-01', true, 'valid'],
        ['for some days after it ended', passed, '2027-01-20', true, 'grace'],
        ['not after those', passed, '2027-01-24', false, 'expired'],
        ['not by another exam', { ...nothing, exams: [{ examId: 'other', passedAt: day('2026-01-10') }] }, '2026-06-01', false, 'missing'],
        ['not by what is still ahead', passed, '2026-01-01', false, 'missing']
    ])('%s', (_, facts, now, may, state) => expect(mayTakeCalls(rule(), facts, day(now))).toMatchObject({ may, standings: [{ state }] }));
    it('when they have read what concerns them, or have still time to', () => {
        const documents = rule({ requirements: [{ kind: 'documents', id: 'd' }] });
        const facts = (acknowledgedAt: Date | null, dueAt: Date | null): CertificationFacts => ({ ...nothing, documents: [{ documentId: 'a', title: 'A', acknowledgedAt: day('2026-01-01'), dueAt: null }, { documentId: 'b', title: 'B', acknowledgedAt, dueAt }] });
        const at = (each: CertificationFacts) => mayTakeCalls(documents, each, day('2026-06-01'));
        expect(at(facts(day('2026-02-01'), null))).toMatchObject({ may: true, until: null, standings: [{ state: 'valid', done: 2, of: 2, open: [] }] });
        expect(at(facts(null, day('2026-06-05')))).toMatchObject({ may: true, until: day('2026-06-05'), standings: [{ state: 'grace', done: 1, open: [{ documentId: 'b', title: 'B' }] }] });
        expect(at(facts(null, day('2026-05-31')))).toMatchObject({ may: false, standings: [{ state: 'missing', open: [{ title: 'B' }] }] });
        // who was never certified reads first, but for who came from another position
        expect(at({ ...facts(null, day('2026-06-05')), certifiedBefore: false })).toMatchObject({ may: false, standings: [{ state: 'missing' }] });
        expect(at({ ...facts(null, day('2026-06-05')), certifiedBefore: false, enteredAt: day('2026-05-30'), transferred: true })).toMatchObject({ may: true, standings: [{ state: 'grace', graceUntil: day('2026-06-09') }] });
    });
    it('not by calls that have carried it once already', () => {
        const calls = rule({ requirements: [{ kind: 'supervised-calls', id: 's', calls: 3, percent: 80 }] });
        const on = (...days: string[]): CertificationFacts => ({ ...nothing, supervisedCalls: days.map(each => ({ percent: 90, at: day(each) })) });
        const year = ['2025-06-01', '2025-06-02', '2025-06-10'];
        expect(mayTakeCalls(calls, on(...year, '2026-05-01'), day('2026-05-02'))).toMatchObject({ until: day('2026-06-10'), standings: [{ state: 'valid' }] });
        expect(mayTakeCalls(calls, on(...year, '2026-05-01'), day('2026-07-01'))).toMatchObject({ may: false, standings: [{ state: 'expired', done: 1, of: 3 }] });
        expect(mayTakeCalls(calls, on(...year, '2026-05-01', '2026-05-02', '2026-05-03'), day('2026-07-01'))).toMatchObject({ until: day('2027-05-03') });
    });
    it('when enough of their calls were good', () => {
        const calls = rule({ requirements: [{ kind: 'supervised-calls', id: 's', calls: 2, percent: 80 }] });
        const facts = (...percents: number[]): CertificationFacts => ({ ...nothing, supervisedCalls: percents.map((percent, place) => ({ percent, at: day(`2026-03-0${place + 1}`) })) });
        expect(mayTakeCalls(calls, facts(90, 79), day('2026-06-01'))).toMatchObject({ may: false, standings: [{ state: 'missing', done: 1, of: 2 }] });
        expect(mayTakeCalls(calls, facts(90, 79, 80), day('2026-06-01'))).toMatchObject({ may: true, until: day('2027-03-03'), standings: [{ done: 2 }] });
    });
    it.each([
        ['completion', { kind: 'completion', months: 12 }], ['expiry', { kind: 'expiry', months: 12, windowDays: 60 }], ['fixed', { kind: 'fixed', day: '12-31', windowDays: 0 }]
    ] as const)('not by calls of which some no longer held when the last was good: %s', (_, validity) => {
        const calls = rule({ requirements: [{ kind: 'supervised-calls', id: 's', calls: 3, percent: 80 }], validity });
        const on = (...days: string[]): CertificationFacts => ({ ...nothing, supervisedCalls: days.map(each => ({ percent: 90, at: day(each) })) });
        const now = day('2026-11-22');
        expect(mayTakeCalls(calls, on('2020-01-01', '2020-01-02', '2026-11-01'), now)).toMatchObject({ may: false, standings: [{ state: 'missing', until: null, done: 1, of: 3 }] });
        expect(mayTakeCalls(calls, on('2020-01-01', '2020-01-02', '2020-01-03', '2026-11-01'), now)).toMatchObject({ may: false, standings: [{ state: 'expired', done: 1 }] });
        expect(mayTakeCalls(calls, on('2020-01-01', '2026-05-02', '2026-06-01', '2026-11-01'), now)).toMatchObject({ may: true, standings: [{ state: 'valid', done: 3 }] });
    });
    it('all of whose calls count while they are valid, though the first is older', () => {
        const calls = rule({ requirements: [{ kind: 'supervised-calls', id: 's', calls: 2, percent: 80 }] });
        const facts = { ...nothing, supervisedCalls: ['2026-01-10', '2026-06-10'].map(each => ({ percent: 90, at: day(each) })) };
        expect(mayTakeCalls(calls, facts, day('2027-03-01'))).toMatchObject({ until: day('2027-06-10'), standings: [{ state: 'valid', done: 2 }] });
        expect(mayTakeCalls(calls, facts, day('2027-06-12'))).toMatchObject({ may: true, standings: [{ state: 'grace', done: 0 }] });
    });
    it.each([
        ['for some days after they came from another position', '2026-06-01', true, {}, '2026-06-10', true, 'grace', '2026-06-11'],
        ['not after those', '2026-06-01', true, {}, '2026-06-12', false, 'missing', null],
        ['not when they are new in the house', '2026-06-01', false, { e: '2026-01-01' }, '2026-06-02', false, 'missing', null],
        ['for some days after their position began to ask for more', '2026-01-01', false, { e: '2026-06-01' }, '2026-06-10', true, 'grace', '2026-06-11'],
        ['counted from what came last', '2026-06-03', true, { e: '2026-06-01' }, '2026-06-12', true, 'grace', '2026-06-13']
    ] as const)('without what is new to them %s', (_, enteredAt, transferred, asked, now, may, state, graceUntil) => {
        const since = Object.fromEntries(Object.entries(asked).map(([id, each]) => [id, day(each)]));
        expect(mayTakeCalls(rule(), { ...nothing, enteredAt: day(enteredAt), transferred }, day(now), since)).toMatchObject({ may, until: graceUntil && day(graceUntil), standings: [{ state, until: null, graceUntil: graceUntil && day(graceUntil) }] });
    });
    it('for the longer of two graces', () => {
        const { graceUntil, until } = mayTakeCalls(rule(), { ...passed, enteredAt: day('2027-01-20'), transferred: true }, day('2027-01-22')).standings[0];
        expect({ graceUntil, until }).toEqual({ graceUntil: day('2027-01-30'), until: day('2027-01-10') });
        expect(mayTakeCalls(rule(), { ...passed, enteredAt: day('2027-02-10'), transferred: true }, day('2027-02-12')).standings[0]).toMatchObject({ state: 'grace', graceUntil: day('2027-02-20') });
    });
    it('when all of it holds; the first end counts; and without requirements always', () => {
        const both = rule({ requirements: [{ kind: 'exam', id: 'e', examId: 'exam' }, { kind: 'sign-off', id: 's' }] });
        expect(mayTakeCalls(both, passed, day('2026-06-01'))).toMatchObject({ may: false, standings: [{ state: 'valid' }, { state: 'missing' }] });
        expect(mayTakeCalls(both, { ...passed, signOffs: [day('2025-12-01')] }, day('2026-06-01'))).toMatchObject({ may: true, until: day('2026-12-01') });
        expect(mayTakeCalls(rule({ requirements: [] }), nothing, day('2026-06-01'))).toEqual({ may: true, until: null, standings: [] });
    });
});

describe('what is asked for', () => {
    const [before, now] = [day('2026-01-01'), day('2026-06-01')];
    const calls = (count: number, percent: number) => ({ kind: 'supervised-calls' as const, id: 's', calls: count, percent });
    it('is new from the day on which it was added or asks for more, and keeps its day otherwise', () => {
        const until = { rule: { requirements: [calls(3, 80), { kind: 'exam' as const, id: 'e', examId: 'exam' }, { kind: 'sign-off' as const, id: 'o' }] }, asked: { s: before, e: before } };
        const since = (requirement: CertificationRule['requirements'][number]) => askedSince({ requirements: [requirement] }, until, now);
        expect(since(calls(2, 80))).toEqual({ s: before });
        expect(since(calls(4, 80))).toEqual({ s: now });
        expect(since(calls(3, 85))).toEqual({ s: now });
        expect(since({ kind: 'exam', id: 'e', examId: 'exam' })).toEqual({ e: before });
        expect(since({ kind: 'exam', id: 'e', examId: 'other' })).toEqual({ e: now });
        expect(since({ kind: 'sign-off', id: 'o' })).toEqual({}); // as it always was
        expect(since({ kind: 'documents', id: 'd' })).toEqual({ d: now });
        expect(askedSince({ requirements: [calls(3, 80)] }, undefined, now)).toEqual({ s: now });
    });
});

describe('somebody is told', () => {
    const sign = { kind: 'sign-off' as const, id: 'o' };
    const completion = { kind: 'completion' as const, months: 12 };
    const [until, now] = [day('2026-07-01'), day('2026-06-05')];
    it.each([
        ['of what ends within a month', { requirement: sign, state: 'valid', until, graceUntil: null }, completion, until],
        ['not of what ends later', { requirement: sign, state: 'valid', until: day('2026-07-06'), graceUntil: null }, completion, null],
        ['not before a renewal counts', { requirement: sign, state: 'valid', until, graceUntil: null }, { kind: 'expiry', months: 12, windowDays: 20 }, null],
        ['of what has ended and is in its grace, by its end', { requirement: sign, state: 'grace', until: day('2026-06-01'), graceUntil: until }, completion, day('2026-06-01')],
        ['of what is new to them', { requirement: sign, state: 'grace', until: null, graceUntil: until }, completion, until],
        ['not once more of what keeps from calls', { requirement: sign, state: 'expired', until: day('2026-01-01'), graceUntil: null }, completion, null],
        ['not of documents, which have reminders of their own', { requirement: { kind: 'documents', id: 'd' }, state: 'grace', until, graceUntil: until }, completion, null]
    ] as const)('%s', (_, standing, validity, end) => expect(endingSoon(standing, validity, now)).toEqual(end));
});

describe('what ends', () => {
    const standing = { requirement: { kind: 'sign-off', id: 'o' }, done: 1, of: 1, open: [] } as const;
    const validity = { kind: 'completion', months: 12 } as const;
    it.each([
        ['has its grace where it has ended', { state: 'grace', until: day('2026-05-01'), graceUntil: day('2026-05-15') }, '2026-05-01', '2026-05-15'],
        ['is to be met where it is new', { state: 'grace', until: null, graceUntil: day('2026-05-15') }, '2026-05-15', null],
        ['ends soon', { state: 'valid', until: day('2026-05-20'), graceUntil: null }, '2026-05-20', null]
    ] as const)('%s', (_, about, endsAt, graceUntil) => expect(endingsOf([{ ...standing, ...about }], validity, day('2026-05-10'))).toEqual([{ requirement: standing.requirement, endsAt: day(endsAt), graceUntil: graceUntil && day(graceUntil) }]));
});

describe('what keeps from calls', () => {
    const sign = { requirement: { kind: 'sign-off', id: 'o' }, done: 0, of: 1, open: [], graceUntil: null } as const;
    const exam = { ...sign, requirement: { kind: 'exam', id: 'e', examId: 'exam' } } as const;
    const validity = { kind: 'completion', months: 12 } as const;
    it.each([['missing', null, 1], ['expired', '2026-01-01', 1], ['grace', '2026-05-01', 0], ['valid', '2027-05-01', 0]] as const)('is what is %s', (state, until, count) =>
        expect(keepingFromCalls([{ ...sign, state, until: until && day(until) }])).toHaveLength(count));
    it('or ends soon is for trainers where only they can give it', () => {
        const now = day('2026-05-10');
        expect(wantedOfTrainers([{ ...sign, state: 'missing', until: null }, { ...exam, state: 'missing', until: null }], validity, now)).toEqual(new Set(['sign-off']));
        expect(wantedOfTrainers([{ ...sign, state: 'valid', until: day('2026-05-20') }], validity, now)).toEqual(new Set(['sign-off']));
        expect(wantedOfTrainers([{ ...sign, state: 'valid', until: day('2027-05-20') }], validity, now)).toEqual(new Set());
    });
});
