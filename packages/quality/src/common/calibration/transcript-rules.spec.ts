import { allQuestions } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { calibrationSummary } from './calibration-summary';
import { fixturePanel } from './panel-fixture';
import { rulesAgainst, rulesRaterId, withRules } from './transcript-rules';

/** Three people who agree, on three calls. */
const panel = fixturePanel([[[true, 3, 80], [true, 3, 80], [true, 3, 80]], [[false, 3, 60], [false, 3, 60], [false, 3, 60]], [[true, 3, 80], [true, 3, 80], [true, 3, 80]]]);
const [question] = allQuestions(panel.form).map(each => each.question.id);
const says = (value: boolean) => [{ questionId: question!, value, kept: value, places: [], missing: [] }];
const [first, second] = panel.interactionIds;

describe('transcript rules in a calibration', () => {
    it('are a rater of their own, without totals, where they say something', () => {
        const all = withRules(panel, new Map([[first!, says(true)], [second!, says(true)]]));
        expect(all.raterIds).toEqual([...panel.raterIds, rulesRaterId]);
        expect(all.evaluations.slice(panel.evaluations.length).map(each => [each.raterId, each.interactionId, each.percent, each.answers])).toEqual([
            [rulesRaterId, first, null, { [question!]: { value: true } }], [rulesRaterId, second, null, { [question!]: { value: true } }]]);
        expect(withRules(panel, new Map())).toBe(panel);
        expect(withRules(panel, new Map([[first!, []]]))).toBe(panel);
    });
    it('are held against what people agreed on', () => {
        const all = withRules(panel, new Map([[first!, says(true)], [second!, says(true)]]));
        expect(rulesAgainst(panel, all)).toMatchObject({ raterId: rulesRaterId, mean: null, exactShare: 0.5, exactCount: 2 });
        expect(rulesAgainst(panel, panel)).toBeNull();
    });
    it('change agreement only when they are counted', () => {
        const all = withRules(panel, new Map([[second!, says(true)]]));
        const exact = (of: typeof panel) => calibrationSummary(of).questions.find(each => each.questionId === question)!.exact.value;
        expect(exact(panel)).toBe(1);
        expect(exact(all)).toBeLessThan(1);
        expect(calibrationSummary(all).icc).toEqual(calibrationSummary(panel).icc);
    });
});
