import { nls } from '@theia/core/lib/common/nls';
import { formLimits } from '@earshot/forms';
import { formatNumber } from '@earshot/core/lib/browser/widgets/format';
import { fieldName } from './field-text';
import { kindText } from './kind-text';

type Parameters = Readonly<Record<string, unknown>>;
type Words = (parameters: Parameters) => string;

const figure = (value: unknown): string => Number.isFinite(Number(value)) ? formatNumber(Number(value), 6) : String(value);
const list = (value: unknown): string => Array.isArray(value) ? value.join(', ') : String(value);

/** What is wrong with the JSON of an imported form. */
const shape: Readonly<Record<string, Words>> = {
    'wrong-type': () => nls.localize('earshot/assessment/form-problem/wrong-type', 'A value of another type belongs here.'),
    'unknown-key': ({ key }) => nls.localize('earshot/assessment/form-problem/unknown-key', 'Forms have no field “{0}”. Is it misspelt?', String(key)),
    'missing-key': ({ key }) => nls.localize('earshot/assessment/form-problem/missing-key', 'The field “{0}” is missing.', String(key)),
    'not-finite': () => nls.localize('earshot/assessment/form-problem/not-finite', 'Write a number.'),
    'text-too-long': ({ length, largest }) => nls.localize('earshot/assessment/form-problem/text-too-long', 'Too long: {0} of at most {1} characters.', figure(length), figure(largest)),
    'text-not-storable': () => nls.localize('earshot/assessment/form-problem/text-not-storable', 'The text contains a character that cannot be saved.'),
    'too-many-entries': ({ largest }) => nls.localize('earshot/assessment/form-problem/too-many-entries', 'At most {0} entries are possible here.', figure(largest)),
    'too-deep': () => nls.localize('earshot/assessment/form-problem/too-deep', 'Conditions are nested too deeply.'),
    'too-large': () => nls.localize('earshot/assessment/form-problem/too-large', 'The form is too large.'),
    'unknown-word': ({ expected }) => nls.localize('earshot/assessment/form-problem/unknown-word', 'One of these belongs here: {0}.', list(expected)),
    'invalid-id': () => nls.localize('earshot/assessment/form-problem/invalid-id', 'An identifier has 1 to 64 letters, digits, dots, hyphens or underscores and begins with a letter or digit.'),
    'invalid-language': ({ language }) => nls.localize('earshot/assessment/form-problem/invalid-language', '“{0}” is not a language tag such as en or zh-cn.', String(language)),
    'invalid-json': () => nls.localize('earshot/assessment/form-problem/invalid-json', 'The file is not JSON.'),
    'unknown-format': () => nls.localize('earshot/assessment/form-problem/unknown-format', 'The file is not a form that was exported here.'),
    'unsupported-version': () => nls.localize('earshot/assessment/form-problem/unsupported-version', 'The file comes from a newer version of the program.')
};

/** What is wrong with what the form means. */
const meaning: Readonly<Record<string, Words>> = {
    'duplicate-id': ({ id }) => nls.localize('earshot/assessment/form-problem/duplicate-id', 'The identifier “{0}” is used twice.', String(id)),
    'no-language': () => nls.localize('earshot/assessment/form-problem/no-language', 'Choose at least one language.'),
    'duplicate-language': ({ language }) => nls.localize('earshot/assessment/form-problem/duplicate-language', 'The language {0} is there twice.', String(language)),
    'missing-text': () => nls.localize('earshot/assessment/form-problem/missing-text', 'Write a text.'),
    'missing-translation': ({ languages }) => nls.localize('earshot/assessment/form-problem/missing-translation', 'The translation is missing: {0}.', list(languages)),
    'undeclared-language': ({ languages }) => nls.localize('earshot/assessment/form-problem/undeclared-language', 'There is a text in a language that the form does not promise: {0}.', list(languages)),
    'no-section': () => nls.localize('earshot/assessment/form-problem/no-section', 'The form has no section yet. Add one.'),
    'empty-section': () => nls.localize('earshot/assessment/form-problem/empty-section', 'The section has no question. Add one, or remove the section.'),
    'too-many-questions': ({ count, largest }) => nls.localize('earshot/assessment/form-problem/too-many-questions', '{0} questions; at most {1} are possible.', figure(count), figure(largest)),
    'weight-out-of-range': ({ smallest, largest }) => nls.localize('earshot/assessment/form-problem/weight-out-of-range', 'A weight lies between {0} and {1}.', figure(smallest), figure(largest)),
    'pass-percent-out-of-range': () => nls.localize('earshot/assessment/form-problem/pass-percent-out-of-range', 'A pass mark lies between 0 and 100 %.'),
    'no-scorable-question': () => nls.localize('earshot/assessment/form-problem/no-scorable-question', 'No question carries points, so there can be no score. Give one points, or make the form one without a score.'),
    'unknown-kind': ({ kind }) => nls.localize('earshot/assessment/form-problem/unknown-kind', 'Nobody here knows questions of the kind “{0}”.', String(kind)),
    'field-not-used': ({ field, kind }) => nls.localize('earshot/assessment/form-problem/field-not-used', '“{0}” has no effect for “{1}”.', fieldName(String(field)), kindText(String(kind))),
    'unscored-with-bonus': () => nls.localize('earshot/assessment/form-problem/unscored-with-bonus', 'A question without points cannot give a bonus.'),
    'effect-without-class': () => nls.localize('earshot/assessment/form-problem/effect-without-class', 'A failure changes the score, but nobody knows for whom it is critical. Choose a class.'),
    'cannot-fail': () => nls.localize('earshot/assessment/form-problem/cannot-fail', 'No answer to this question is a failure, so it cannot be critical. Say which answers fail.'),
    'duplicate-example': () => nls.localize('earshot/assessment/form-problem/duplicate-example', 'There are two examples of the same answer.'),
    'impossible-answer': ({ value }) => nls.localize('earshot/assessment/form-problem/impossible-answer', 'The question cannot be answered with “{0}”.', String(value)),
    'bonus-out-of-range': () => nls.localize('earshot/assessment/form-problem/bonus-out-of-range', 'A bonus or penalty lies between −100 and 100 percentage points and is not 0.'),
    'empty-condition': () => nls.localize('earshot/assessment/form-problem/empty-condition', 'The condition says nothing. Complete or remove it.'),
    'unknown-question': ({ question }) => nls.localize('earshot/assessment/form-problem/unknown-question', 'The condition speaks of a question that does not exist: {0}.', String(question)),
    'later-question': () => nls.localize('earshot/assessment/form-problem/later-question', 'The condition speaks of a question that only comes later.'),
    'circular-condition': ({ circle }) => nls.localize('earshot/assessment/form-problem/circular-condition', 'These questions wait for each other: {0}.', Array.isArray(circle) ? circle.join(' → ') : String(circle))
};

/** What is wrong with the answers that a question offers. */
const answers: Readonly<Record<string, Words>> = {
    'too-few-options': () => nls.localize('earshot/assessment/form-problem/too-few-options', 'Offer at least two answers.'),
    'duplicate-option': ({ value }) => nls.localize('earshot/assessment/form-problem/duplicate-option', 'The value “{0}” is there twice.', String(value)),
    'option-not-a-number': () => nls.localize('earshot/assessment/form-problem/option-not-a-number', 'On a scale every value is a number.'),
    'option-not-a-text': () => nls.localize('earshot/assessment/form-problem/option-not-a-text', 'In a choice every value is a short text.'),
    'options-not-rising': () => nls.localize('earshot/assessment/form-problem/options-not-rising', 'The values of a scale rise from first to last.'),
    'points-incomplete': () => nls.localize('earshot/assessment/form-problem/points-incomplete', 'Give points to every answer or to none.'),
    'points-out-of-range': () => nls.localize('earshot/assessment/form-problem/points-out-of-range', 'Points are 0, or between {0} and {1}.', figure(formLimits.smallestPoints), figure(formLimits.largestPoints)),
    'no-points': () => nls.localize('earshot/assessment/form-problem/no-points', 'No answer earns points. Give points, or make it a question without points.'),
    'missing-bounds': () => nls.localize('earshot/assessment/form-problem/missing-bounds', 'To earn points a number needs a smallest and a largest value.'),
    'bounds-out-of-range': () => nls.localize('earshot/assessment/form-problem/bounds-out-of-range', 'The number is too large.'),
    'bounds-reversed': () => nls.localize('earshot/assessment/form-problem/bounds-reversed', 'The largest value must be larger than the smallest.'),
    'step-out-of-range': () => nls.localize('earshot/assessment/form-problem/step-out-of-range', 'A step is larger than 0.'),
    'no-phrase': () => nls.localize('earshot/assessment/form-problem/no-phrase', 'Add a phrase, or remove the suggestion.'),
    'no-wording': () => nls.localize('earshot/assessment/form-problem/no-wording', 'Write at least one wording, each with letters or digits.'),
    'wording-too-long': ({ largest }) => nls.localize('earshot/assessment/form-problem/wording-too-long', 'A wording has at most {0} characters.', figure(largest)),
    'seconds-out-of-range': ({ largest }) => nls.localize('earshot/assessment/form-problem/seconds-out-of-range', 'Between 1 and {0} seconds are possible.', figure(largest)),
    'same-suggestion': () => nls.localize('earshot/assessment/form-problem/same-suggestion', 'Two different answers are needed: one when all is said as it should be, one when it is not.'),
    'length-out-of-range': ({ largest }) => nls.localize('earshot/assessment/form-problem/length-out-of-range', 'Between 1 and {0} characters are possible.', figure(largest))
};

const words = { ...shape, ...meaning, ...answers };

/** What is wrong with a form, in plain words with what to do; undefined for a code that nobody here knows. */
export const formProblemText = (code: string, parameters: Parameters): string | undefined => Object.hasOwn(words, code) ? words[code]!(parameters) : undefined;

/** The same where something must be said: also for codes of added kinds. */
export const anyFormProblemText = (code: string, parameters: Parameters): string =>
    formProblemText(code, parameters) ?? nls.localize('earshot/assessment/form-problem/other', 'This does not fit the kind of question ({0}).', code);
