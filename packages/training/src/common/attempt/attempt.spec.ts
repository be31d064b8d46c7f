import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testBlueprint } from '../exam/exam-fixture';
import { arrivalOf, attemptDeadline, mayBegin, timeLeft } from './attempt-clock';
import { attemptStates, attemptTransition, attemptTransitions } from './attempt-state';
import { gradeAttempt, type MarkedItem, passesFor, pointsOf } from './grade-attempt';

const at = (time: string): Date => new Date(`2026-11-20T${time}Z`);

describe('the way of an attempt', () => {
    it('reaches every state, and goes one way from each by each action', () => {
        expect(new Set(attemptTransitions.map(each => `${each.state} ${each.action}`)).size).toBe(attemptTransitions.length);
        expect(attemptStates.filter(each => each !== 'not-started' && !attemptTransitions.some(one => one.next === each))).toEqual([]);
    });
    it('does not lead back to answering', () => {
        expect(attemptTransitions.filter(each => each.next === 'running').map(each => each.state)).toEqual(['not-started']);
        expect(attemptTransition('submitted', 'submit')).toBeUndefined();
        expect(attemptTransition('running', 'grade')).toBeUndefined();
    });
});

describe('the clock of an attempt', () => {
    const times = { startedAt: at('09:00:00'), minutes: 30, extraMinutes: 0, closesAt: null };
    it.each([
        [times, '09:30:00'],
        [{ ...times, extraMinutes: 15 }, '09:45:00'],
        [{ ...times, closesAt: at('09:10:00') }, '09:10:00'],
        [{ ...times, closesAt: at('09:10:00'), extraMinutes: 15 }, '09:25:00'],
        [{ ...times, minutes: null, closesAt: at('18:00:00') }, '18:00:00']
    ])('%o ends at %s', (about, end) => expect(attemptDeadline(about)).toEqual(at(end)));
    it('runs for ever without a limit', () => {
        expect(attemptDeadline({ ...times, minutes: null })).toBeNull();
        expect(arrivalOf(null, at('23:59:59'))).toBe('in-time');
        expect(timeLeft(null, at('23:59:59'))).toBeNull();
    });
    it.each([['09:30:00.000', 'in-time'], ['09:30:00.001', 'late'], ['09:31:00.000', 'late'], ['09:31:00.001', 'over']])('takes what arrives at %s as %s', (time, arrival) => expect(arrivalOf(at('09:30:00'), at(time))).toBe(arrival));
    it('never has less than no time left', () => {
        expect(timeLeft(at('09:30:00'), at('09:29:30'))).toBe(30_000);
        expect(timeLeft(at('09:30:00'), at('10:00:00'))).toBe(0);
    });
});

describe('an attempt may begin', () => {
    const facts = { opensAt: at('09:00:00'), closesAt: at('18:00:00'), extraMinutes: 0, attempts: 2, waitHours: 2, made: [] };
    const failed = { submittedAt: at('10:00:00'), passed: false };
    it.each([
        ['in the time of its round', facts, '12:00:00', { may: true }],
        ['not before', facts, '08:59:59', { may: false, why: 'not-open', from: at('09:00:00') }],
        ['not after', facts, '18:00:00', { may: false, why: 'closed' }],
        ['not beside another one', { ...facts, made: [{ submittedAt: null, passed: null }] }, '12:00:00', { may: false, why: 'running' }],
        ['not for nothing', { ...facts, made: [{ submittedAt: at('10:00:00'), passed: true }] }, '13:00:00', { may: false, why: 'passed' }],
        ['not while the last is marked', { ...facts, made: [{ submittedAt: at('10:00:00'), passed: null }] }, '13:00:00', { may: false, why: 'being-marked' }],
        ['after a rest', { ...facts, made: [failed] }, '11:59:59', { may: false, why: 'wait', from: at('12:00:00') }],
        ['when it has rested', { ...facts, made: [failed] }, '12:00:00', { may: true }],
        ['not a third time of two', { ...facts, made: [failed, failed] }, '13:00:00', { may: false, why: 'no-attempts-left' }],
        ['a third time of any', { ...facts, attempts: null, made: [failed, failed] }, '13:00:00', { may: true }]
    ])('%s', (_, about, time, expected) => expect(mayBegin(about, at(time))).toEqual(expected));
});

describe('the grade of an attempt', () => {
    const item = (about: Partial<MarkedItem> = {}): MarkedItem => ({ sectionId: 'all', points: 1, knockOut: false, answered: true, share: 1, ...about });
    const blueprint = testBlueprint([], { passPercent: 75, passByPosition: { lead: 100 } });
    const wrong = item({ share: 0 });

    it('is passed by the pass mark of the position', () => {
        const marked = [item(), item(), item(), wrong];
        expect(gradeAttempt(blueprint, marked, null)).toMatchObject({ points: 3, of: 4, percent: 75, passed: true, reasons: [] });
        expect(gradeAttempt(blueprint, marked, 'lead')).toMatchObject({ passPercent: 100, passed: false, reasons: [{ why: 'points' }] });
    });
    it('is failed by a section, and by a knock-out question that is not wholly right', () => {
        const sections = [{ id: 'law', title: 'Law', passPercent: 100, rules: [] }, { id: 'rest', title: 'Rest', passPercent: null, rules: [] }];
        const marked = [item({ sectionId: 'law' }), item({ sectionId: 'law', share: 0.5 }), ...Array.from({ length: 6 }, () => item({ sectionId: 'rest' })), item({ sectionId: 'rest', knockOut: true, share: 0.9 })];
        const grade = gradeAttempt({ ...blueprint, sections }, marked, null);
        expect(grade).toMatchObject({ passed: false, reasons: [{ why: 'section', sectionId: 'law' }, { why: 'knock-out', place: 8 }] });
        expect(grade.sections).toMatchObject([{ sectionId: 'law', points: 1.5, of: 2, percent: 75, passed: false }, { sectionId: 'rest', passed: null }]);
    });
    it('adds thirds up to a whole', () => {
        expect(gradeAttempt({ ...blueprint, passPercent: 100 }, [item({ points: 3, share: 1 / 3 }), item({ points: 1, share: 2 / 3 + 1 / 3 })], null).items).toEqual([1, 1]);
        expect(gradeAttempt({ ...blueprint, passPercent: 70 }, Array.from({ length: 10 }, (_, place) => item({ points: 0.1, share: place < 7 ? 1 : 0 })), null).passed).toBe(true);
    });
    it.each([
        [0, true, 0, 0], [0.25, true, 0, -0.5], [0.25, false, 0, 0], [0, true, -1, 0], [0.25, true, -0.5, -1], [0.25, true, 0.5, 1], [1, true, null, null]
    ])('takes a deduction of %s, answered %s, with share %s as %s of 2 points', (deduction, answered, share, expected) => expect(pointsOf({ points: 2, answered, share }, deduction)).toBe(expected));
    it('waits only for marks that could still decide', () => {
        const open = item({ share: null });
        expect(gradeAttempt(blueprint, [item(), item(), open, open], null)).toMatchObject({ passed: null, waiting: 2, reasons: [] });
        expect(gradeAttempt(blueprint, [item(), wrong, wrong, open], null)).toMatchObject({ passed: false, waiting: 1, reasons: [{ why: 'points' }] });
        expect(gradeAttempt(blueprint, [item(), item(), item(), open], null)).toMatchObject({ passed: null });
    });
    it('never falls by answering better, nor below zero', () => {
        const shares = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
        fc.assert(fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(7), (given, wrongDeduction, which) => {
            const marked = given.map(share => item({ share }));
            const better = marked.map((each, place) => place === which % given.length ? { ...each, share: 1 } : each);
            const [before, after] = [marked, better].map(each => gradeAttempt({ ...blueprint, wrongDeduction }, each, null));
            expect(before.percent).toBeGreaterThanOrEqual(0);
            expect(after.percent).toBeGreaterThanOrEqual(before.percent - 1e-9);
            expect(after.percent).toBeLessThanOrEqual(100);
        }));
    });
});

describe('an attempt seen from another position', () => {
    const marks = { passPercent: 70, passByPosition: { senior: 85 } };
    it.each([
        ['reaches the higher mark', 85, [], 'senior', true], ['passes no longer by it', 84, [], 'senior', false], ['passes by a lower one that it failed before', 72, [{ why: 'points' }], 'junior', true],
        ['stays failed by a section', 90, [{ why: 'section', sectionId: 's' }], 'junior', false], ['stays failed by a knock-out question', 90, [{ why: 'knock-out', place: 0 }], null, false]
    ] as const)('%s', (_, percent, reasons, positionId, passed) => expect(passesFor({ percent, reasons }, marks, positionId)).toBe(passed));
});
