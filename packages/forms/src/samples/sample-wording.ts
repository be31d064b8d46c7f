import { Criticality, Question, QuestionOption, notCritical } from '../definition/form-definition';
import type { LocalizedText } from '../definition/localized-text';

/** A text in the three languages of the samples. */
export const say = (english: string, simplified: string, traditional: string): LocalizedText => ({ en: english, 'zh-cn': simplified, 'zh-tw': traditional });

/** What a sample question states only where it differs: never "not applicable", not critical. */
export const sampleDefaults = { notApplicable: false, critical: notCritical } as const;

export const critical = (criticalClass: Criticality['class'], effect: Criticality['effect'] = 'none'): Criticality => ({ class: criticalClass, effect });

/** Four levels without a middle to hide in; "meets the standard" earns 80 % of the weight. */
export const serviceLevels: readonly QuestionOption[] = [
    { value: 1, points: 0, label: say('Unacceptable', '不合格', '不合格') },
    { value: 2, points: 0.5, label: say('Needs improvement', '待改进', '待改進') },
    { value: 3, points: 0.8, label: say('Meets the standard', '达标', '達標') },
    { value: 4, points: 1, label: say('Outstanding', '优秀', '優秀') }
];

/** A rating on the service levels with an example of each, from 1 to 4; the two lower ones must be explained. */
export const ratedByLevel = (...examples: readonly [LocalizedText, LocalizedText, LocalizedText, LocalizedText]): Pick<Question, 'kind' | 'options' | 'examples' | 'commentRequiredOn'> => ({
    kind: 'scale',
    options: serviceLevels,
    examples: examples.map((text, index) => ({ answer: serviceLevels[index].value, text })),
    commentRequiredOn: [{ operator: 'at-most', value: 2 }]
});

const twoExamples = (whenTrue: LocalizedText, whenFalse: LocalizedText): Question['examples'] => [{ answer: true, text: whenTrue }, { answer: false, text: whenFalse }];

/** Yes or no, with an example of each. */
export const yesOrNo = (yes: LocalizedText, no: LocalizedText): Pick<Question, 'kind' | 'examples'> => ({ kind: 'yes-no', examples: twoExamples(yes, no) });

/** Passed or failed, with an example of each; a failure must be explained. */
export const passedOrFailed = (passed: LocalizedText, failed: LocalizedText): Pick<Question, 'kind' | 'examples' | 'commentRequiredOn'> => ({
    kind: 'pass-fail', examples: twoExamples(passed, failed), commentRequiredOn: [{ operator: 'equals', value: false }]
});
