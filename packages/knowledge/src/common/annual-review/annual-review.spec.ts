import { expect, it } from 'vitest';
import { isNextInTime, lastDayAhead } from './annual-review';

it.each([['2025-11-21', false], ['2025-11-22', false], ['2025-11-23', true], ['2026-11-22', true], ['2026-11-23', false]])('the next review after one on 2025-11-22 may be on %s: %s', (next, expected) => expect(isNextInTime('2025-11-22', next)).toBe(expected));

it('is told two weeks ahead', () => expect(lastDayAhead(Date.parse('2026-12-20T23:00:00Z'))).toBe('2027-01-03'));
