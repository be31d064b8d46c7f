import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { AnswerValue, Question } from '@earshot/forms';
import { NumberField, Select, TextField } from '@earshot/core/lib/browser/widgets';
import { controlOf, ratingsOf } from '../../filling/ratings';

/** The first answer that a question offers, to begin with. */
export const firstValue = (question: Question | undefined): AnswerValue => !question ? true
    : controlOf(question) === 'ratings' ? ratingsOf(question)[0]?.value ?? '' : controlOf(question) === 'number' ? question.min ?? 0 : '';

/** The last one, which usually says the contrary. */
export const lastValue = (question: Question): AnswerValue => controlOf(question) === 'ratings' ? ratingsOf(question).at(-1)?.value ?? '' : controlOf(question) === 'number' ? question.max ?? 1 : '';

export interface ValueInputProps {
    readonly question: Question | undefined;
    readonly value: AnswerValue;
    onChange(value: AnswerValue): void;
}

/** One answer to a question, chosen or written as the question is answered. */
export function ValueInput({ question, value, onChange }: ValueInputProps): React.ReactElement {
    const label = nls.localize('earshot/assessment/editor/answer', 'Answer');
    if (question && controlOf(question) === 'ratings') {
        const ratings = ratingsOf(question);
        const index = ratings.findIndex(each => each.value === value);
        const options = ratings.map((each, place) => ({ value: String(place), label: each.label || String(each.value) }));
        return <Select aria-label={label} value={index < 0 ? 'gone' : String(index)} options={index < 0 ? [{ value: 'gone', label: String(value), disabled: true }, ...options] : options}
            onChange={next => onChange(ratings[Number(next)]!.value)} />;
    }
    return question && controlOf(question) === 'number' ? <NumberField aria-label={label} value={typeof value === 'number' ? value : null} onChange={next => onChange(next ?? 0)} />
        : <TextField aria-label={label} value={String(value)} onChange={onChange} />;
}
