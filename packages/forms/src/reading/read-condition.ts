import type { AnswerTest, AnswerValue } from '../definition/answer-test';
import type { Condition } from '../definition/condition';
import { formLimits } from '../definition/form-limits';
import { Reader, formId, isObject, list, number, record, refuse, required, text, word } from './json-reading';

/** The value of an answer as a form may mention it. */
export const answerValue: Reader<AnswerValue> = (value, path, reading) =>
    typeof value === 'boolean' ? value : typeof value === 'number' ? number(value, path, reading) : text(value, path, reading);

type TestWith<O extends AnswerTest['operator']> = Extract<AnswerTest, { readonly operator: O }>;

const comparison = record<TestWith<'equals' | 'not-equals'>>({ operator: required(word('equals', 'not-equals')), value: required(answerValue) });
const bound = record<TestWith<'at-least' | 'at-most'>>({ operator: required(word('at-least', 'at-most')), value: required(number) });
const testReaders = new Map<unknown, Reader<AnswerTest>>([
    ['equals', comparison],
    ['not-equals', comparison],
    ['in', record<TestWith<'in'>>({ operator: required(word('in')), value: required(list(answerValue)) })],
    ['at-least', bound],
    ['at-most', bound],
    ['answered', record<TestWith<'answered'>>({ operator: required(word('answered')) })],
    ['not-applicable', record<TestWith<'not-applicable'>>({ operator: required(word('not-applicable')) })]
]);

/** A statement about one answer. */
export const answerTest: Reader<AnswerTest> = (value, path, reading) => {
    if (!isObject(value)) {
        return refuse(reading, path, 'wrong-type', { expected: 'object' });
    }
    const read = testReaders.get(Object.hasOwn(value, 'operator') ? value.operator : undefined);
    return read ? read(value, path, reading) : refuse(reading, `${path}/operator`, 'unknown-word', { expected: [...testReaders.keys()].map(String) });
};

const leaf: Reader<Condition> = (value, path, reading) => {
    if (!isObject(value)) {
        return refuse(reading, path, 'wrong-type', { expected: 'object' });
    }
    const { question: id, ...rest } = value;
    const question = formId(id, `${path}/question`, reading);
    const test = answerTest(rest, path, reading);
    return question !== undefined && test ? { question, ...test } : undefined;
};

/** A condition of at most `depth` levels of all, any and not. */
export const condition = (depth: number = formLimits.depth): Reader<Condition> => (value, path, reading) => {
    if (depth < 0) {
        return refuse(reading, path, 'too-deep', { largest: formLimits.depth });
    }
    const has = (key: string): boolean => isObject(value) && Object.hasOwn(value, key);
    if (has('all')) {
        return record<Extract<Condition, { readonly all: unknown }>>({ all: required(list(condition(depth - 1))) })(value, path, reading);
    }
    if (has('any')) {
        return record<Extract<Condition, { readonly any: unknown }>>({ any: required(list(condition(depth - 1))) })(value, path, reading);
    }
    if (has('not')) {
        return record<Extract<Condition, { readonly not: unknown }>>({ not: required(condition(depth - 1)) })(value, path, reading);
    }
    return leaf(value, path, reading);
};
