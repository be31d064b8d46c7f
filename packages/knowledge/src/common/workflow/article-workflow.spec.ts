import { describe, expect, it } from 'vitest';
import { isApproved, liveStates, openStates, possibleSteps, type RevisionState, revisionStates, revisionStep, revisionSteps, type StepTaker, takersOf } from './article-workflow';

const takers = (...all: StepTaker[]) => new Set(all);
const everybody = takers('writer', 'approver', 'second-approver', 'house');

describe('the table of steps', () => {
    it('leads everywhere, and nowhere out of the end', () => {
        const reached = new Set<RevisionState>(['draft']);
        for (let before = 0; before !== reached.size;) {
            before = reached.size;
            revisionSteps.filter(each => reached.has(each.state) && each.next).forEach(each => reached.add(each.next!));
        }
        expect([...reached].sort()).toEqual([...revisionStates].sort());
        expect(revisionSteps.filter(each => each.state === 'retired' || each.state === 'superseded')).toEqual([]);
    });

    it('has one step at most for a state, an action and a category', () => {
        for (const second of [true, false]) {
            const seen = revisionSteps.filter(each => each.when === undefined || (each.when === 'second-approval') === second).map(each => `${each.state} ${each.action}`);
            expect(new Set(seen).size).toBe(seen.length);
        }
    });

    it('never leads to readers but through an approval', () => {
        for (const second of [true, false]) {
            const withoutApproving = new Set<RevisionState>(['draft']);
            for (let before = 0; before !== withoutApproving.size;) {
                before = withoutApproving.size;
                revisionSteps.filter(each => withoutApproving.has(each.state) && each.action !== 'approve' && each.next && (each.when === undefined || (each.when === 'second-approval') === second)).forEach(each => withoutApproving.add(each.next!));
            }
            expect([...withoutApproving].filter(each => each === 'approved' || each === 'scheduled' || (liveStates as readonly string[]).includes(each))).toEqual([]);
        }
    });

    it('voids approvals on every way back to a draft, and edits nothing but drafts', () => {
        expect(revisionSteps.filter(each => each.next === 'draft' && each.state !== 'draft' && !each.voids)).toEqual([]);
        expect(revisionSteps.filter(each => each.action === 'edit').map(each => each.state)).toEqual(['draft']);
        expect(new Set([...openStates, ...liveStates, 'retired', 'superseded']).size).toBe(revisionStates.length);
    });

    it('offers what the table says', () => {
        expect(possibleSteps('in-review', takers('approver'), false)).toEqual(['return', 'approve']);
        expect(possibleSteps('in-review', takers('second-approver'), true)).toEqual([]);
        expect(possibleSteps('second-review', takers('second-approver'), true)).toEqual(['return', 'approve']);
        expect(possibleSteps('published', everybody, false)).toEqual(['verify', 'fall-due', 'supersede', 'retire']);
        expect([revisionStep('in-review', 'approve', false)?.next, revisionStep('in-review', 'approve', true)?.next]).toEqual(['approved', 'second-review']);
    });
});

describe('who somebody is to a revision', () => {
    const able = { personId: 'a', writes: true, approves: true, approvesSecond: true };
    it('takes what they wrote, and their first approval, into account', () => {
        expect([...takersOf(able, { contributors: [], approvals: [] })]).toEqual(['writer', 'approver', 'second-approver']);
        expect([...takersOf(able, { contributors: ['a', 'b'], approvals: [] })]).toEqual(['writer']);
        expect([...takersOf(able, { contributors: ['b'], approvals: [{ personId: 'a', hash: 'x', voided: false }] })]).toEqual(['writer', 'approver']);
        expect([...takersOf(able, { contributors: ['b'], approvals: [{ personId: 'a', hash: 'x', voided: true }] })]).toEqual(['writer', 'approver', 'second-approver']);
    });
});

describe('an approval', () => {
    const by = (personId: string, hash = 'h', voided = false) => ({ personId, hash, voided });
    it.each<[string, boolean, readonly ReturnType<typeof by>[], boolean]>([
        ['nobody', false, [], false], ['one', false, [by('a')], true], ['one for another content', false, [by('a', 'other')], false], ['one that was voided', false, [by('a', 'h', true)], false],
        ['one where two are needed', true, [by('a')], false], ['the same twice', true, [by('a'), by('a')], false], ['two', true, [by('a'), by('b')], true], ['one who wrote it', false, [by('writer')], false]
    ])('of %s (two needed: %s)', (_, second, approvals, expected) => expect(isApproved('h', approvals, ['writer'], second)).toBe(expected));
});
