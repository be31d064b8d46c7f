import { describe, expect, it } from 'vitest';
import type { PendingAnswer } from './answer-saver';
import { KeptAnswers } from './kept-answers';

/** As browsers keep it, all windows together. */
class FakeStorage implements Storage {
    private readonly values = new Map<string, string>();
    get length(): number { return this.values.size; }
    key(place: number): string | null { return [...this.values.keys()][place] ?? null; }
    getItem(key: string): string | null { return this.values.get(key) ?? null; }
    setItem(key: string, value: string): void { this.values.set(key, value); }
    removeItem(key: string): void { this.values.delete(key); }
    clear(): void { this.values.clear(); }
}

const pending = (place: number, value: string, client: string): PendingAnswer => ({ place, answer: { kind: 'short', text: value }, flagged: false, version: 0, client, sequence: 1 });

describe('answers that are kept', () => {
    it('stay beside those of another window of the same attempt, until a later window has them', () => {
        const storage = new FakeStorage();
        const [one, other] = ['one', 'other'].map(each => new KeptAnswers(storage, 'attempt', each));
        one.keep([pending(0, 'a', 'one')]);
        other.keep([pending(1, 'b', 'other')]);
        other.keep([]);
        other.keep([pending(2, 'c', 'other')]);
        new KeptAnswers(storage, 'another', 'one').keep([pending(3, 'd', 'one')]);
        const next = new KeptAnswers(storage, 'attempt', 'next');
        expect(next.takeOver().map(each => each.place)).toEqual([0, 2]);
        expect(new KeptAnswers(storage, 'attempt', 'after a crash').takeOver().map(each => each.place)).toEqual([0, 2]);
        expect(storage.length).toBe(2);
    });
    it('are none where they cannot be read', () => {
        const storage = new FakeStorage();
        storage.setItem('earshot.attempt.attempt.one', '{');
        expect(new KeptAnswers(storage, 'attempt', 'next').takeOver()).toEqual([]);
    });
});
