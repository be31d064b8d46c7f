import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { clockTime, spreadsheetOf } from './spreadsheet';

const table = {
    name: 'Scores: [October]', timeZone: 'Asia/Shanghai',
    columns: [{ title: '坐席', format: 'text' }, { title: 'Mean', format: 'number' }, { title: 'Rate', format: 'share' }, { title: 'Day', format: 'day' }, { title: 'At', format: 'moment' }],
    rows: [['=1+1', 82.25, 0.825, '2026-11-18', '2026-11-18T16:30:00.000Z'], ['黄小姐', null, null, null, null]]
} as const;

describe('a spreadsheet', () => {
    it('holds real numbers, shares in percent and dates, and text that is no formula', async () => {
        const files = unzipSync(await spreadsheetOf(table));
        const text = (name: string): string => strFromU8(files[name]!);
        const sheet = text('xl/worksheets/sheet1.xml');
        expect(sheet).not.toContain('<f>');
        expect(sheet).toContain('<v>82.25</v>');
        expect(sheet).toContain('<v>0.825</v>');
        expect(text('xl/sharedStrings.xml')).toContain('=1+1');
        expect(text('xl/sharedStrings.xml')).toContain('黄小姐');
        // Days since 30 December 1899: 18 November 2026 is 46344, half past midnight of the next day in Shanghai 46345.0208
        expect(sheet).toContain('<v>46344</v>');
        expect(sheet).toMatch(/<v>46345\.0208\d*<\/v>/);
        expect(text('xl/styles.xml')).toContain('0.0%');
        expect(text('xl/workbook.xml')).toContain('name="Scores   October"');
    });
    it('writes moments as the clock of the place reads, in summer too', () => {
        expect(clockTime(new Date('2026-07-01T12:00:00Z'), 'Europe/London').toISOString()).toBe('2026-07-01T13:00:00.000Z');
        expect(clockTime(new Date('2026-12-31T20:00:00Z'), 'Asia/Taipei').toISOString()).toBe('2027-01-01T04:00:00.000Z');
    });
});
