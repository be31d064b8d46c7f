import { describe, expect, it } from 'vitest';
import { calibrationSummary } from './calibration-summary';
import { fixturePanel } from './panel-fixture';
import { minimumUnits } from './question-agreement';
import { referenceTotal, totalDifferences } from './rater-leniency';

const question = (summary: ReturnType<typeof calibrationSummary>, id: string) => summary.questions.find(each => each.questionId === id)!;

describe('agreement on a question', () => {
    it('counts pairs within calls, and leaves free text out', () => {
        // Call 0: three of three pairs agree; call 1: yes, yes, no: one of three. Mean of 1 and 1/3.
        const summary = calibrationSummary(fixturePanel([[[true, 3, 80], [true, 3, 80], [true, 3, 80]], [[true, 3, 80], [true, 4, 90], [false, 5, 60]]]));
        expect(summary.questions.map(each => each.questionId)).toEqual(['greeting', 'tone']);
        expect(question(summary, 'greeting').exact.value).toBeCloseTo(2 / 3, 12);
        expect(question(summary, 'greeting').exact.n).toBe(2);
        expect(question(summary, 'greeting').agreement).toBe('fair');
    });
    it('counts "not applicable" as an answer of its own among categories, as none on a scale', () => {
        const summary = calibrationSummary(fixturePanel([[['na', 3, 80], ['na', 3, 80]], [['na', 3, 80], [true, 3, 80]]]));
        expect(question(summary, 'greeting').exact.value).toBe(0.5);
    });
    it(`says "too few" below ${minimumUnits} calls instead of a coefficient`, () => {
        const rows = [[[true, 3, 80], [true, 4, 80]], [[false, 2, 60], [true, 2, 70]]] as const;
        for (const { coefficient } of question(calibrationSummary(fixturePanel(rows)), 'tone').coefficients) {
            expect(coefficient).toMatchObject({ value: null, reason: 'too-few-units', n: 2 });
        }
    });
    it('gives AC1 and alpha for categories, AC2 and alpha for scales, with intervals and n', () => {
        const rows = [[true, 1], [true, 2], [false, 3], [true, 4], [false, 5], [true, 3]].map(([greeting, tone], place) =>
            [[greeting as boolean, tone as number, 50], [place === 0 ? !greeting : greeting as boolean, tone as number, 60]] as [[boolean, number, number], [boolean, number, number]]);
        const summary = calibrationSummary(fixturePanel(rows));
        const [ac1, alpha] = question(summary, 'greeting').coefficients;
        // Gwet's AC1 by hand, with the three categories yes, no, N/A: pa = 5/6; shares of yes and no 7/12 and 5/12 …
        const shares = [7 / 12, 5 / 12, 0];
        const chance = shares.reduce((sum, share) => sum + share * (1 - share), 0) / 2;
        expect(ac1!.name).toBe('AC1');
        expect(ac1!.coefficient.value).toBeCloseTo((5 / 6 - chance) / (1 - chance), 10);
        expect(ac1!.coefficient.n).toBe(6);
        expect(ac1!.coefficient.interval).toBeDefined();
        expect(alpha!.name).toBe('alpha');
        expect(question(summary, 'tone').coefficients.map(each => [each.name, each.coefficient.value])).toEqual([['AC2', 1], ['alpha', 1]]);
    });
    it('still counts incomplete panels', () => {
        const summary = calibrationSummary(fixturePanel([[[true, 3, 80], null, [true, 3, 80]], [null, null, [false, 2, 50]]]));
        expect(question(summary, 'greeting').exact).toMatchObject({ value: 1, n: 1 });
    });
    it('has nothing to say of one rater alone', () => {
        expect(question(calibrationSummary(fixturePanel([[[true, 3, 80]]])), 'greeting')).toMatchObject({ agreement: 'too-few', ambiguous: false });
    });
});

describe('why people disagree', () => {
    it('is the person when one departs from the others', () => {
        const summary = calibrationSummary(fixturePanel([[[true, 3, 80], [true, 3, 80], [true, 3, 80], [false, 3, 60]], [[true, 3, 80], [true, 3, 80], [true, 3, 80], [false, 3, 60]]]));
        expect(question(summary, 'greeting')).toMatchObject({ ambiguous: false, driftingRaters: ['d'] });
        expect(question(summary, 'tone')).toMatchObject({ ambiguous: false, driftingRaters: [] });
    });
    it('is the question when the panel is split', () => {
        expect(question(calibrationSummary(fixturePanel([[[true, 1, 80], [true, 2, 80], [false, 3, 80], [false, 4, 60]]])), 'greeting')).toMatchObject({ ambiguous: true, driftingRaters: [] });
        expect(question(calibrationSummary(fixturePanel([[[true, 1, 80], [true, 2, 80], [false, 3, 80], [false, 4, 60]]])), 'tone')).toMatchObject({ ambiguous: true });
    });
    it('is held against the consensus first, then the expert', () => {
        const rows = [[[true, 3, 80], [true, 3, 80], [false, 3, 60]]] as const;
        expect(question(calibrationSummary(fixturePanel(rows, { expertId: 'c' })), 'greeting').references[0]).toMatchObject({ source: 'expert', rating: 0 });
        const agreed = { interactionId: '0', questionId: 'greeting', rating: 1 };
        expect(question(calibrationSummary(fixturePanel(rows, { expertId: 'c', consensus: [agreed] })), 'greeting').references[0]).toMatchObject({ source: 'consensus', rating: 1 });
    });
});

describe('strictness', () => {
    // Against the expert (e): a is always 4 below, b exact, c on the average 0 but wide.
    const rows = [80, 70, 90, 60].map((total, place) => [[true, 3, total - 4], [true, 3, total], [true, 3, total + (place % 2 ? 8 : -8)], [true, 3, total]] as [boolean, number, number][]);
    const panel = fixturePanel(rows, { expertId: 'd' });
    const summary = calibrationSummary(panel);

    it('is the mean difference of totals from the reference, with an interval', () => {
        expect(summary.raters.map(each => each.mean)).toEqual([-4, 0, 0, null]);
        expect(summary.raters[0]!.interval).toEqual({ low: -4, high: -4, level: 0.95 });
        // c: differences −8, 8, −8, 8: s = 9.2376, t(3; .975) = 3.18245, half width 14.699
        expect(summary.raters[2]!.interval!.high).toBeCloseTo(14.699, 3);
        expect(summary.raters.map(each => each.withinTolerance)).toEqual([1, 1, 0, null]);
    });
    it('names only those whose interval excludes zero', () => {
        expect(summary.strictest?.raterId).toBe('a');
        expect(summary.mostLenient).toBeNull();
    });
    it('takes the mean of the others where there is no expert', () => {
        const open = fixturePanel([[[true, 3, 80], [true, 3, 90], [true, 3, 100]]]);
        expect(referenceTotal(open, '0')).toEqual({ percent: 90, source: 'mean' });
        expect(calibrationSummary(open).raters.map(each => each.mean)).toEqual([-15, 0, 15]);
        expect(calibrationSummary(open).raters[0]!.interval).toBeNull();
    });
    it('is drawn after Bland and Altman', () => {
        const { plot, pairs } = totalDifferences(panel);
        expect(pairs).toHaveLength(12);
        expect(plot.bias).toBeCloseTo(-4 / 3, 10);
        expect(pairs[0]).toEqual({ raterId: 'a', interactionId: '0', mean: 78, difference: -4 });
    });
    it('has no ICC for fewer calls than it needs, and one for enough', () => {
        expect(summary.icc).toMatchObject({ value: null, reason: 'too-few-units', n: 4 });
        const enough = fixturePanel([50, 60, 70, 80, 90].map(total => [[true, 3, total], [true, 3, total + 1]] as [boolean, number, number][]));
        // Rows 50,60,…,90 and one point more in column two: MSR = 500, MSC = 2.5, MSE = 0: ICC(2,1) = 500 / (500 + 2 · 2.5 / 5) = 500/501
        expect(calibrationSummary(enough).icc.value).toBeCloseTo(500 / 501, 10);
    });
});

describe('the work', () => {
    /** How often answers were looked at, for so many raters of three calls. */
    const looks = (raters: number): number => {
        const { evaluations, ...rest } = fixturePanel(Array.from({ length: 3 }, () => Array.from({ length: raters }, (_, place) => [place % 3 === 0, 1 + place % 5, 50 + place] as const)));
        let count = 0;
        const counted = evaluations.map(({ answers, ...each }) => ({ ...each, get answers() { count++; return answers; } }));
        calibrationSummary({ ...rest, evaluations: counted });
        return count;
    };
    it('doubles with twice the raters, and is not four times as much', () => {
        expect(looks(10)).toBe(2 * looks(5));
    });
});
