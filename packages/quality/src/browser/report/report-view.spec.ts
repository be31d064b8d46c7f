import { describe, expect, it } from 'vitest';
import { daysOf, evaluationsBehind, readReportView, reportInput } from './report-view';

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
    it('lead to the evaluations behind them: of a period, as far as it is looked at', () => {
        const behind = (text: string, part: Parameters<typeof evaluationsBehind>[2]) => evaluationsBehind(at(text), now, part);
        const inForce = { occasion: 'recorded', purpose: 'monitoring', state: 'submitted' };
        expect(behind('span=365', { first: '2026-02-01' })).toEqual({ from: '2026-02-01', to: '2026-02-28', ...inForce });
        expect(behind('queue=Loans&from=2026-10-28&to=2026-11-05', { first: '2026-11-02' })).toEqual({ from: '2026-11-02', to: '2026-11-05', queue: 'Loans', ...inForce });
        expect(behind('', { first: '2026-08-17' })).toEqual({ from: '2026-08-21', to: '2026-08-23', ...inForce });
        expect(behind('span=30', { first: '2026-11-02', evaluator: 'e' })).toEqual({ from: '2026-11-02', to: '2026-11-02', evaluator: 'e', ...inForce });
        expect(behind('occasion=live', {})).toEqual({ from: '2026-08-21', ...inForce, occasion: 'live' });
        expect(behind('occasion=any', {})).toEqual({ from: '2026-08-21', purpose: 'monitoring', state: 'submitted' });
        expect(behind('', { form: 'f', lost: 'q' })).toEqual({ from: '2026-08-21', form: 'f', lost: 'q', ...inForce });
    });
    it('passes over what cannot be', () => {
        expect(reportInput(at('basis=estimated&occasion=mystery'), now, 'UTC')).toMatchObject({ basis: 'estimated', occasion: 'mystery' });
        expect(at('span=7&team=x&from=today&period=year&queue=&occasion=never&basis=guessed')).toEqual(at(''));
        expect(Object.keys(reportInput(at(''), now, 'Asia/Taipei'))).toEqual(['from', 'period', 'timeZone']);
    });
});
