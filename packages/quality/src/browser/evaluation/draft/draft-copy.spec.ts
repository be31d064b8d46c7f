import { describe, expect, it } from 'vitest';
import { type DraftCopy, DraftShelf } from './draft-copy';

class Memory {
    private readonly entries = new Map<string, string>();
    get length(): number { return this.entries.size; }
    key = (index: number) => [...this.entries.keys()][index] ?? null;
    getItem = (key: string) => this.entries.get(key) ?? null;
    setItem = (key: string, value: string) => { this.entries.set(key, value); };
    removeItem = (key: string) => { this.entries.delete(key); };
}
const copy = (keptAt: string, version = 1): DraftCopy => ({ version, content: { answers: {}, evidence: [] }, sent: null, keptAt });

describe('the copies in this browser', () => {
    it('are found again by person and evaluation, the newest of all tabs', () => {
        const memory = new Memory();
        const [one, other] = [new DraftShelf(memory, 'ann', 'tab-1'), new DraftShelf(memory, 'ann', 'tab-2')];
        one.keep('e1', copy('2026-11-18T06:00:00.000Z', 1));
        other.keep('e1', copy('2026-11-18T06:05:00.000Z', 2));
        other.keep('e2', copy('2026-11-18T07:00:00.000Z', 3));
        expect(one.find('e1')?.version).toBe(2);
        expect(new DraftShelf(memory, 'bo', 'tab-1').find('e1')).toBeUndefined();
        one.forget('e1');
        expect(one.find('e1')).toBeUndefined();
        expect(one.find('e2')?.version).toBe(3);
    });
    it('go after a month, and when they cannot be read', () => {
        const memory = new Memory();
        const shelf = new DraftShelf(memory, 'ann', 'tab');
        shelf.keep('old', copy('2026-10-01T00:00:00.000Z'));
        shelf.keep('new', copy('2026-11-17T00:00:00.000Z'));
        memory.setItem('earshot.draft/ann/broken/tab', '{');
        memory.setItem('something-else', 'x');
        shelf.tidy(Date.parse('2026-11-18T00:00:00.000Z'));
        expect(memory.length).toBe(2);
        expect(shelf.find('new')).toBeDefined();
    });
    it('are done without where the browser keeps nothing', () => {
        const refusing = { length: 0, key: () => null, getItem: () => null, removeItem: () => { /* nothing there */ }, setItem: () => { throw new Error('QuotaExceeded'); } };
        const shelf = new DraftShelf(refusing, 'ann', 'tab');
        shelf.keep('e1', copy('2026-11-18T06:00:00.000Z'));
        expect(shelf.find('e1')).toBeUndefined();
    });
});
