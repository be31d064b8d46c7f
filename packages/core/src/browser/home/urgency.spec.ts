import { describe, expect, it } from 'vitest';
import { urgencyOf } from './urgency';

describe('how pressing a duty is', () => {
    const now = new Date(2026, 10, 18, 14, 0).getTime();
    const at = (day: number, hour: number): string => new Date(2026, 10, day, hour).toISOString();
    it.each([[at(18, 13), 'overdue'], [at(18, 23), 'today'], [at(19, 0), 'later'], [at(25, 9), 'later'], [null, 'open']])('%s is %s', (due, expected) => expect(urgencyOf(due, now)).toBe(expected));
});
