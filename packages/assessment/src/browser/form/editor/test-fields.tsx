import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { AnswerTest, Question } from '@earshot/forms';
import { Button, Checkbox, Field, IconButton, NumberField, Select } from '@earshot/core/lib/browser/widgets';
import { controlOf, ratingsOf } from '../../filling/ratings';
import { operatorText } from '../words/condition-text';
import { useProblemAt } from './editor-context';
import { ValueInput, firstValue } from './value-input';

type Operator = AnswerTest['operator'];

/** The statements that make sense about a question. */
const operatorsFor = (question: Question | undefined): readonly Operator[] => {
    const numeric = question && (controlOf(question) === 'number' || question.options?.some(each => typeof each.value === 'number'));
    const listed = question && controlOf(question) === 'ratings' && ratingsOf(question).length > 2;
    return ['equals', 'not-equals', ...listed ? ['in' as const] : [], ...numeric ? ['at-least' as const, 'at-most' as const] : [], 'answered', ...question?.notApplicable ? ['not-applicable' as const] : []];
};

/** The statement with another operator; the value stays where it can. */
const withOperator = (operator: Operator, test: AnswerTest, question: Question | undefined): AnswerTest => {
    const value = 'value' in test ? Array.isArray(test.value) ? test.value[0] ?? firstValue(question) : test.value as string | number | boolean : firstValue(question);
    switch (operator) {
        case 'answered':
        case 'not-applicable': return { operator };
        case 'in': return { operator, value: [value] };
        case 'at-least':
        case 'at-most': return { operator, value: typeof value === 'number' ? value : 0 };
        case 'equals':
        case 'not-equals': return { operator, value };
    }
};

export const firstTest = (question: Question | undefined): AnswerTest => ({ operator: 'equals', value: firstValue(question) });

export interface TestFieldProps {
    readonly question: Question | undefined;
    readonly test: AnswerTest;
    onChange(test: AnswerTest): void;
}

/** A statement about one answer: what is compared, and with what. */
export function TestField({ question, test, onChange }: TestFieldProps): React.ReactElement {
    const operators = [...new Set([...operatorsFor(question), test.operator])];
    return <>
        <Select aria-label={nls.localize('earshot/assessment/editor/operator', 'Comparison')} value={test.operator} options={operators.map(value => ({ value, label: operatorText(value) }))}
            onChange={operator => onChange(withOperator(operator, test, question))} />
        {test.operator === 'in' ? <span className='a-editor-choices'>{question && ratingsOf(question).map(({ value, label }) => <Checkbox key={String(value)} label={label} checked={test.value.includes(value)}
            onChange={checked => onChange({ operator: 'in', value: checked ? [...test.value, value] : test.value.filter(each => each !== value) })} />)}</span>
            : test.operator === 'equals' || test.operator === 'not-equals' ? <ValueInput question={question} value={test.value} onChange={value => onChange({ operator: test.operator, value })} />
                : test.operator === 'at-least' || test.operator === 'at-most' ? question?.options ? <ValueInput question={question} value={test.value} onChange={value => onChange({ operator: test.operator, value: Number(value) })} /> : <NumberField aria-label={nls.localize('earshot/assessment/editor/answer', 'Answer')} value={test.value} onChange={value => onChange({ operator: test.operator, value: value ?? 0 })} /> : null}
    </>;
}

export interface RowsProps<T> {
    readonly label: string;
    readonly help?: string;
    readonly path: string;
    readonly rows: readonly T[];
    readonly addLabel: string;
    /** What stands in each row, where that does not say itself. */
    readonly head?: React.ReactNode;
    make(): T;
    render(row: T, index: number, change: (row: T) => void): React.ReactNode;
    onChange(rows: readonly T[]): void;
}

/** A list whose entries are added, changed and taken away; undefined entries do not exist. */
export function Rows<T>({ label, help, path, rows, addLabel, head, make, render, onChange }: RowsProps<T>): React.ReactElement {
    const error = useProblemAt(path, true);
    return <Field group label={label} help={help} error={error}>
        <div className='a-rows' data-path={path}>
            {rows.length > 0 && head}
            {rows.map((row, index) => <div key={index} className='a-row'>
                {render(row, index, next => onChange(rows.map((each, place) => place === index ? next : each)))}
                <IconButton icon='trash' label={nls.localize('earshot/assessment/editor/remove-row', 'Remove from “{0}”', label)} onClick={() => onChange(rows.filter((_, place) => place !== index))} />
            </div>)}
            <Button small variant='quiet' icon='add' onClick={() => onChange([...rows, make()])}>{addLabel}</Button>
        </div>
    </Field>;
}
