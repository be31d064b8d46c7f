import { describe, expect, it } from 'vitest';
import { acknowledgeBy, reminderIsDue } from './acknowledgement';
import { documentProblems } from './check-document';
import { canonicalContent, mostClauses, newContent } from './document-content';
import { carriesOver, nextNumber, versionNumberText } from './version-number';
import { isApproved, possibleSteps, takersOf, versionActions, versionStates, versionStep, versionSteps } from './version-workflow';

const day = 86_400_000;
const position = '0190a000-0000-7000-8000-000000000001';

describe('the life of a version', () => {
    it('has one step for a state and an action, and an end to every state', () => {
        for (const state of versionStates) {
            for (const action of versionActions) {
                expect(versionSteps.filter(each => each.state === state && each.action === action).length).toBeLessThanOrEqual(1);
            }
        }
        expect(versionSteps.filter(each => each.state === 'obsolete')).toEqual([]);
        expect(versionStep('draft', 'take-effect')).toBeUndefined();
    });
    it('lets nobody approve what they have written', () => {
        const actor = { personId: 'a', writes: true, approves: true };
        expect(possibleSteps('in-review', takersOf(actor, ['a']))).toEqual(['withdraw']);
        expect(possibleSteps('in-review', takersOf(actor, ['b']))).toEqual(['withdraw', 'return', 'approve']);
        expect(possibleSteps('in-review', takersOf({ ...actor, writes: false }, ['b']))).toEqual(['return', 'approve']);
    });
    it('binds the approval to the content', () => {
        const approval = { personId: 'b', hash: 'x', voided: false };
        expect([isApproved('x', [approval], ['a']), isApproved('y', [approval], ['a']), isApproved('x', [{ ...approval, voided: true }], ['a']), isApproved('x', [approval], ['b'])]).toEqual([true, false, false, false]);
    });
});

describe('versions', () => {
    it('count on from the one in effect', () => {
        expect([nextNumber(null, 'minor'), nextNumber({ major: 1, minor: 3 }, 'minor'), nextNumber({ major: 1, minor: 3 }, 'major')].map(versionNumberText)).toEqual(['1.0', '1.4', '2.0']);
        expect([carriesOver({ major: 1, minor: 0 }, { major: 1, minor: 4 }), carriesOver({ major: 1, minor: 4 }, { major: 2, minor: 0 })]).toEqual([true, false]);
    });
    it('have one text, however they were sent', () => {
        const content = newContent({ language: 'en', title: 'Cafe\u0301', kind: 'business', chapter: 'inbound', positionIds: ['b', 'a', 'b'], text: '# A\r\n' });
        expect(canonicalContent(content)).toBe(canonicalContent({ ...content, title: 'Caf\u00e9', positionIds: ['a', 'b'], text: '# A\n' }));
        expect(canonicalContent(content)).not.toBe(canonicalContent({ ...content, reviewDays: 180 }));
        expect(canonicalContent({ ...content, everybody: true })).toBe(canonicalContent({ ...content, everybody: true, positionIds: [] }));
    });
    it('are whole before somebody looks at them', () => {
        const empty = newContent({ language: 'en', title: ' ', kind: 'business', chapter: 'security' });
        expect(documentProblems(empty, null).map(each => each.code)).toEqual(['title-missing', 'clauses-missing', 'nobody-concerned', 'chapter-of-other-kind']);
        const whole = { ...empty, title: 'T', chapter: 'inbound' as const, positionIds: [position], text: '# A {#c-aaaa}\n# B {#c-bbbb}' };
        expect(documentProblems(whole, null)).toEqual([]);
        expect(documentProblems({ ...whole, text: '# {#c-aaaa}' }, null).map(each => each.code)).toEqual(['clause-untitled']);
        expect(documentProblems({ ...whole, change: 'minor', text: '# A {#c-aaaa}\nSaid better.\n# B {#c-bbbb}' }, whole)).toEqual([]);
        expect(documentProblems({ ...whole, change: 'minor', text: '# A {#c-aaaa}' }, whole).map(each => each.code)).toEqual(['minor-changes-clauses']);
        expect(documentProblems({ ...whole, text: Array.from({ length: mostClauses + 1 }, (_, place) => `# ${place} {#c-${String(place).padStart(4, '0')}}`).join('\n') }, null).map(each => each.code)).toEqual(['too-many-clauses']);
    });
    it('are major ones when they concern more people', () => {
        const before = newContent({ language: 'en', title: 'T', kind: 'business', chapter: 'inbound', positionIds: ['a', 'b'], text: '# A {#c-aaaa}' });
        const codes = (change: Partial<typeof before>, from = before) => documentProblems({ ...before, change: 'minor', ...change }, from).map(each => each.code);
        expect([codes({ positionIds: ['b', 'c'] }), codes({ everybody: true }), codes({ change: 'major', everybody: true })]).toEqual([['minor-widens'], ['minor-widens'], []]);
        expect([codes({ positionIds: ['b'] }), codes({}, { ...before, everybody: true }), codes({ everybody: true, positionIds: ['c'] }, { ...before, everybody: true })]).toEqual([[], [], []]);
    });
});

describe('who is late', () => {
    const dueAt = acknowledgeBy(new Date('2026-03-01T00:00:00Z'), 7);
    const due = (now: number, remindedAt: number | null = null) => reminderIsDue({ dueAt, remindedAt: remindedAt === null ? null : new Date(dueAt.getTime() + remindedAt * day), now: new Date(dueAt.getTime() + now * day) });
    it('is reminded the day before, at the end, and every three days from then on', () => {
        expect(dueAt.toISOString()).toBe('2026-03-08T00:00:00.000Z');
        expect([due(-2), due(-1), due(-0.5, -1), due(0, -1), due(1, 0), due(3, 0), due(4, 1)]).toEqual([false, true, false, true, false, true, true]);
        expect(due(-0.5, -5)).toBe(true);
    });
});
