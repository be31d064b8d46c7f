import { describe, expect, it } from 'vitest';
import type { CalibrationResult } from '../../../common/calibration/calibration-contract';
import { summarySentence } from './summary-sentence';

const result = (summary: Partial<CalibrationResult['summary']>): CalibrationResult => ({
    summary: { questionsGood: 9, questions: 12, questionsJudged: 12, ambiguous: [], strictest: null, mostLenient: null, ...summary },
    raters: ['A', 'B', 'C'].map(name => ({ raterId: name.toLowerCase(), name, submitted: name === 'B' ? 0 : 3 }))
}) as unknown as CalibrationResult;

describe('the sentence of a session', () => {
    it('says agreement, ambiguity and who is stricter', () => {
        expect(summarySentence(result({ ambiguous: ['tone'], strictest: { raterId: 'c', mean: -4.12, halfWidth: 1.8 } }), id => id))
            .toBe('2 evaluators agree well on 9 of 12 questions; ambiguous: “tone”; C is 4.1 points stricter (±1.8).');
    });
    it('counts many ambiguous questions instead of naming them', () => {
        expect(summarySentence(result({ ambiguous: ['a', 'b', 'c', 'd'] }), id => id)).toContain('4 questions are ambiguous');
    });
    it('is honest where too little was rated', () => {
        expect(summarySentence(result({ questionsJudged: 0, questionsGood: 0 }), id => id)).toBe('There are too few ratings to speak of agreement.');
    });
});
