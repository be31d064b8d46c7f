import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from '../answers/answer';
import { validateAnswers } from '../answers/validate-answers';
import { visibleQuestions } from '../answers/visible-questions';
import { FormDefinition, allQuestions } from '../definition/form-definition';
import { scorablePoints } from '../kinds/scorable-points';
import { exportForm, importForm } from '../reading/form-file';
import { roundedPercent } from '../scoring/rounded-percent';
import { scoreForm } from '../scoring/score-form';
import { validateForm } from '../validation/validate-form';
import { articleQualityForm } from './article-quality';
import { complianceForm } from './compliance';
import { generalServiceForm } from './general-service';
import { trainingFeedbackForm } from './training-feedback';

const questionsOf = (form: FormDefinition) => allQuestions(form).map(({ question }) => question);
const textsIn = (value: unknown, key: string): readonly string[] => typeof value !== 'object' || value === null ? [] :
    Object.entries(value).flatMap(([name, member]) => name === key && typeof member === 'string' ? [member] : textsIn(member, key));

const scoredForms = [['general service', generalServiceForm], ['compliance', complianceForm], ['article quality', articleQualityForm]] as const;

describe.each(scoredForms)('the sample form that scores: %s', (_, form) => {
    it('has weights that read as percentage points', () => {
        const scored = questionsOf(form).filter(question => scorablePoints(question) > 0);
        expect(scored.map(question => scorablePoints(question)).every(points => points === 1)).toBe(true);
        expect(scored.reduce((total, { weight }) => total + weight, 0)).toBe(100);
    });

    it('explains every question, and shows every rating that can be chosen by an example', () => {
        for (const { id, kind, help, options, examples = [] } of questionsOf(form)) {
            expect(help, id).toBeDefined();
            const ratings: readonly unknown[] = options ? options.map(({ value }) => value) : kind === 'text' || kind === 'number' ? [] : [true, false];
            expect(ratings.filter(rating => !examples.some(({ answer }) => answer === rating)), id).toEqual([]);
        }
    });
});

describe.each([...scoredForms, ['training feedback', trainingFeedbackForm] as const])('the sample form: %s', (_, form) => {
    it('has neither errors nor warnings', () => expect(validateForm(form)).toEqual([]));

    it('goes through a file unchanged', () => expect(importForm(JSON.stringify(exportForm(form)))).toEqual({ form }));

    it('keeps the scripts apart, with Chinese punctuation', () => {
        const wrong = {
            'zh-cn': /[話說這個時間請問題詢應錄證銀戶帳質檢單處對與為開讓從會來電號]|[「」]/,
            'zh-tw': /[话说这个时间请问题询应录证银户账质检单处对与为开让从会来电号]|[“”]/
        };
        for (const [language, foreign] of Object.entries(wrong)) {
            const texts = textsIn(form, language);
            expect(texts.length).toBe(textsIn(form, 'en').length);
            expect(texts.filter(text => foreign.test(text) || /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u.test(text))).toEqual([]);
        }
    });
});

describe('the general service form in use', () => {
    const level = (value: number, comment?: string): Answer => ({ value, ...comment ? { comment } : {} });
    const ordinary: Answers = {
        'phrases.opening': { value: true }, 'phrases.hold': { value: null, notApplicable: true }, 'phrases.forbidden': { value: false }, 'phrases.closing': { value: true },
        'tone.voice': level(3), 'tone.listening': level(4), 'tone.empathy': { value: null, notApplicable: true }, 'tone.courtesy': { value: true },
        'knowledge.need': level(3), 'knowledge.correct': { value: true }, 'knowledge.clarity': level(2, 'Read the article aloud.'), 'knowledge.authority': { value: null, notApplicable: true },
        'handling.control': level(3), 'handling.silence': { value: 30 }, 'handling.record': { value: true }, 'handling.resolution': { value: 'resolved' },
        'emergency.event': { value: 'none' }, 'overall.extra-mile': { value: false }
    };

    it('scores an ordinary call as one would by hand', () => {
        expect(validateAnswers(generalServiceForm, ordinary, { complete: true })).toEqual([]);
        const score = scoreForm(generalServiceForm, ordinary);
        // phrases 4+4+4; tone 6·0.8+6+3; knowledge 8·0.8+12+6·0.5; handling 6·0.8+4·0.75+7+8
        const earned = 12 + 13.8 + 21.4 + 22.8;
        const possible = 12 + 15 + 26 + 25;
        expect(score.points).toBeCloseTo(earned, 9);
        expect(score.possible).toBe(possible);
        expect(roundedPercent(score.percent ?? NaN)).toBe(89.7); // 70 / 78
        expect(score).toMatchObject({ passed: true, unanswered: 0, criticalErrors: { customer: { assessed: 3, failed: 0 }, business: { assessed: 1, failed: 0 }, compliance: { accurate: null } } });
    });

    it('takes the section away for a wrong answer, and everything for rudeness', () => {
        const wrong = scoreForm(generalServiceForm, { ...ordinary, 'knowledge.correct': { value: false, comment: 'Old tariff.' } });
        expect(roundedPercent(wrong.percent ?? NaN)).toBe(62.3); // (70 − 21.4) / 78
        expect(wrong.criticalErrors.customer).toMatchObject({ failed: 1, questions: ['knowledge.correct'], accurate: false });
        expect(scoreForm(generalServiceForm, { ...ordinary, 'tone.courtesy': { value: false } })).toMatchObject({ percent: 0, autoFail: true, passed: false });
    });

    it('adds the bonus', () => {
        expect(roundedPercent(scoreForm(generalServiceForm, { ...ordinary, 'overall.extra-mile': { value: true, comment: 'Corrected the address.' } }).percent ?? NaN)).toBe(92.7);
    });

    it('opens the emergency questions only in an emergency', () => {
        const shown = (event: string): readonly string[] => visibleQuestions(generalServiceForm, { 'emergency.event': { value: event } })
            .filter(({ section }) => section.id === 'emergency').map(({ question }) => question.id);
        expect(shown('none')).toEqual(['emergency.event']);
        expect(shown('danger')).toEqual(['emergency.event', 'emergency.calm', 'emergency.escalation']);
        expect(shown('outage')).toHaveLength(4);
    });
});

describe('the compliance form in use', () => {
    const clean: Answers = {
        'identity.customer': { value: true }, 'identity.recording-notice': { value: true }, 'identity.agent': { value: true },
        'disclosure.subject': { value: 'none' }, 'data.card': { value: null, notApplicable: true }, 'data.need-to-know': { value: true },
        'complaint.raised': { value: false }, 'complaint.record': { value: true }
    };

    it('asks only what applies, and does not hold a complaint against anybody', () => {
        expect(validateAnswers(complianceForm, clean, { complete: true })).toEqual([]);
        expect(scoreForm(complianceForm, clean)).toMatchObject({ percent: 100, possible: 35, passed: true, criticalErrors: { compliance: { assessed: 4, failed: 0 } } });
    });

    it('fails a contract without consent, whatever else was right', () => {
        const contract: Answers = {
            ...clean, 'disclosure.subject': { value: 'contract' }, 'disclosure.terms': { value: true }, 'disclosure.no-guarantee': { value: true },
            'disclosure.consent': { value: false, comment: 'Only "hm".' }
        };
        expect(validateAnswers(complianceForm, contract, { complete: true })).toEqual([]);
        expect(scoreForm(complianceForm, contract)).toMatchObject({ percent: 0, autoFail: true, criticalErrors: { compliance: { assessed: 7, failed: 1, questions: ['disclosure.consent'] } } });
    });
});
