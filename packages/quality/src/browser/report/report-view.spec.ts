import { describe, expect, it } from 'vitest';
import { daysOf, readReportView, reportInput } from './report-view';

const at = (text: string) => readReportView(new URLSearchParams(text));
const now = new Date(2026, 10, 18, 15, 30);

describe('what reports are about', () => {
    it('is the last ninety days by week, if nothing else is asked for', () => {
        expect(at('')).toEqual({ span: '90', period: 'week' });
        expect(daysOf(at(''), now)).toEqual({ from: '2026-08-21' });
    });
    it('takes periods that suit the span, or those that were chosen', () => {
        expect([at('span=30').period, at('span=365').period, at('span=365&period=week').period]).toEqual(['day', 'month', 'week']);
    });
    it('prefers days that were chosen to the span', () => {
        expect(daysOf(at('span=30&from=2026-10-01&to=2026-10-31'), now)).toEqual({ from: '2026-10-01', to: '2026-10-31' });
        expect(reportInput(at('from=2026-10-01&to=2026-10-31'), now, 'UTC')).toMatchObject({ from: new Date(2026, 9, 1).toISOString(), to: new Date(2026, 10, 1).toISOString() });
    });
    it('passes over what cannot be', () => {
        expect(at('span=7&team=x&from=today&period=year&queue=')).toEqual(at(''));
        expect(Object.keys(reportInput(at(''), now, 'Asia/Taipei'))).toEqual(['from', 'period', 'timeZone']);
    });
});
