import { describe, expect, it } from 'vitest';
import { keptUntil, type RetentionRule, ruleFor } from './retention-rule';

const rule = (id: string, queue: string | null, tag: string | null, recording: number): RetentionRule => ({ id, name: id, queue, tag, months: { recording, transcript: 0, messages: 0, customer: 0 } });
const all = rule('all', null, null, 6);
const cards = rule('cards', 'Cards', null, 3);
const complaints = rule('complaints', null, 'complaint', 24);
const both = rule('both', 'Cards', 'complaint', 60);
const facts = (queue: string | null, ...tags: string[]) => ({ queue, tags });

describe('the rule that holds', () => {
    it.each([
        ['for everything', facts('Loans'), 'all'], ['for its queue rather', facts('Cards'), 'cards'], ['for its tag rather than its queue', facts('Loans', 'complaint'), 'complaints'], ['for both rather than for one', facts('Cards', 'complaint', 'new'), 'both'],
        ['for what came by no queue', facts(null), 'all']
    ])('is the one %s', (_, each, id) => expect(ruleFor([all, cards, complaints, both], 'recording', each)?.id).toBe(id));
    it('is the one that keeps longer, where several say as much; for ever is longest', () => {
        const [short, long, ever] = [rule('a', null, 'x', 3), rule('b', null, 'y', 12), rule('c', null, 'z', 0)];
        expect(ruleFor([short, long], 'recording', facts(null, 'x', 'y'))?.id).toBe('b');
        expect(ruleFor([short, long, ever], 'recording', facts(null, 'x', 'y', 'z'))?.id).toBe('c');
    });
    it('is none where none meets it', () => expect(ruleFor([cards], 'recording', facts('Loans'))).toBeUndefined());
});

describe('how long something is kept', () => {
    it.each([
        ['2026-01-15T08:30:00.000Z', 6, '2026-07-15T08:30:00.000Z'], ['2026-01-31T23:00:00.000Z', 1, '2026-02-28T23:00:00.000Z'], ['2027-12-31T00:00:00.000Z', 2, '2028-02-29T00:00:00.000Z'], ['2026-11-22T12:00:00.000Z', 14, '2028-01-22T12:00:00.000Z']
    ])('%s and %i months: %s', (from, months, until) => expect(keptUntil(new Date(from), months)?.toISOString()).toBe(until));
    it('0: for ever', () => expect(keptUntil(new Date(), 0)).toBeNull());
});
