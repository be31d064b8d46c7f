import { nls } from '@theia/core/lib/common/nls';
import { type FormDefinition, type FormScore, type NoScoreReason, type TraceStep, allQuestions } from '@earshot/forms';
import { formatList, formatNumber } from '@earshot/core/lib/browser/widgets/format';
import { formText } from '../form-text';
import { criticalClassText } from './critical-text';

/** One line of the way to a score. */
export interface TraceLine {
    /** What it is about: a question with its number, a section, or the form. */
    readonly subject: string;
    /** What happened, in words. */
    readonly what: string;
    /** What it adds to the percentage; null where it only explains. */
    readonly percentPoints: number | null;
    readonly tone: 'plain' | 'critical' | 'quiet';
}

/** `2.1` for the first question of the second section. */
export const questionNumbers = (form: FormDefinition): ReadonlyMap<string, string> =>
    new Map(form.sections.flatMap((section, index) => section.questions.map(({ id }, position) => [id, `${index + 1}.${position + 1}`] as const)));

const share = (value: number): string => formatNumber(100 * value, 1);

type Why = Extract<TraceStep, { step: 'left-out' }>['why'];

/** Why a question does not count. What was not asked explains nothing; what is not answered yet has one line for all. */
const leftOut: Readonly<Partial<Record<Why, (share: string) => string>>> = {
    'not-applicable': part => nls.localize('earshot/assessment/trace/not-applicable', 'Not applicable: its weight of {0} % is spread over the other questions.', part),
    'invalid': part => nls.localize('earshot/assessment/trace/invalid', 'The answer does not fit: its weight of {0} % does not count so far.', part)
};

/** The steps of a score as lines in the reader's language, in their order. */
export function traceLines(form: FormDefinition, { trace }: Pick<FormScore, 'trace'>): readonly TraceLine[] {
    const numbers = questionNumbers(form);
    const questions = new Map(allQuestions(form).map(({ question }) => [question.id, question]));
    const name = (id: string): string => nls.localize('earshot/assessment/trace/question-name', '{0} {1}', numbers.get(id) ?? '', formText(questions.get(id)?.text));
    const names = (ids: readonly string[]): string => formatList(ids.map(id => numbers.get(id) ?? id));
    const section = (id: string): string => formText(form.sections.find(each => each.id === id)?.title);
    const whole = nls.localize('earshot/assessment/trace/form', 'Whole form');
    const lineOf = (step: Exclude<TraceStep, { step: 'left-out' }>): TraceLine => {
        const { percentPoints } = step;
        switch (step.step) {
            case 'question': return {
                subject: name(step.question), percentPoints, tone: 'plain',
                what: nls.localize('earshot/assessment/trace/question', '{0} of {1} points, {2} % of the form', formatNumber(step.points, 3), formatNumber(step.possible, 3), share(step.share))
            };
            case 'critical-error': return {
                subject: name(step.question), percentPoints: null, tone: 'critical',
                what: step.class === 'none' ? nls.localize('earshot/assessment/trace/failed', 'Failed.') : nls.localize('earshot/assessment/trace/critical-error', '{0} error.', criticalClassText(step.class))
            };
            case 'section-zero': return {
                subject: section(step.section), percentPoints, tone: 'critical',
                what: nls.localize('earshot/assessment/trace/section-zero', 'The section counts zero because of question {0}.', names(step.questions))
            };
            case 'adjustment': return {
                subject: name(step.question), percentPoints, tone: 'plain',
                what: percentPoints < 0 ? nls.localize('earshot/assessment/trace/penalty', 'Penalty.') : nls.localize('earshot/assessment/trace/bonus', 'Bonus.')
            };
            case 'clamp': return {
                subject: whole, percentPoints, tone: 'quiet', what: nls.localize('earshot/assessment/trace/clamp', 'A score lies between 0 and 100.')
            };
            case 'form-zero': return {
                subject: whole, percentPoints, tone: 'critical', what: nls.localize('earshot/assessment/trace/form-zero', 'The form counts zero because of question {0}.', names(step.questions))
            };
        }
    };
    const lines = trace.flatMap((step): readonly TraceLine[] => {
        if (step.step !== 'left-out') {
            return [lineOf(step)];
        }
        const what = leftOut[step.why];
        return what ? [{ subject: name(step.question), what: what(share(step.nominalShare)), percentPoints: null, tone: 'quiet' }] : [];
    });
    const open = trace.filter(step => step.step === 'left-out' && step.why === 'unanswered');
    const openShare = open.reduce((sum, step) => step.step === 'left-out' ? sum + step.nominalShare : sum, 0);
    return open.length === 0 ? lines : [...lines, {
        subject: whole, percentPoints: null, tone: 'quiet', what: open.length === 1 ? nls.localize('earshot/assessment/trace/one-unanswered', 'One question is not answered yet: {0} % of the weight does not count so far.', share(openShare))
            : nls.localize('earshot/assessment/trace/unanswered', '{0} questions are not answered yet: {1} % of the weight does not count so far.', open.length, share(openShare))
    }];
}

/** Why there is no percentage. */
export const noScoreText = (reason: NoScoreReason | undefined): string => {
    switch (reason) {
        case 'not-scored': return nls.localize('earshot/assessment/trace/not-scored', 'This form is not scored.');
        case 'all-not-applicable': return nls.localize('earshot/assessment/trace/all-not-applicable', 'Nothing that counts is applicable, so there is no score.');
        case 'nothing-answered':
        case undefined: return nls.localize('earshot/assessment/trace/nothing-answered', 'Nothing that counts is answered yet.');
    }
};
