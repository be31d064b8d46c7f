import { describe, expect, it } from 'vitest';
import { readDay } from './day';

describe('readDay', () => {
    it.each([['2026-03-05', '2026-03-05'], ['2026/3/5', '2026-03-05'], ['2026.12.31', '2026-12-31'], ['2026年3月5日', '2026-03-05'], [' 2024-02-29 ', '2024-02-29']])('reads %s', (text, day) => expect(readDay(text)).toBe(day));
    it.each(['2026-02-29', '2026-13-01', '05/03/2026', '3 March 2026', '45991', '', '2026-00-10'])('refuses %s', text => expect(readDay(text)).toBeUndefined());
});
