import { storedForm } from '@earshot/assessment/lib/common/form/stored-form';
import { questionNumbers } from '@earshot/assessment/lib/browser/filling/trace-text';
import { formText } from '@earshot/assessment/lib/browser/form-text';
import { allQuestions, type FormDefinition } from '@earshot/forms';
import type { RecordingMark } from '@earshot/media/lib/browser/player';
import * as React from '@theia/core/shared/react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import { useClient } from '@earshot/core/lib/browser/application';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { qualityContract } from '../../common/quality-contract';

/** One evaluation, whole, asked anew whenever its page is opened. */
export function useEvaluation(id: string, enabled = true): UseQueryResult<Evaluation> {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['evaluation', 'one', id], enabled, staleTime: 0, queryFn: ({ signal }) => client.evaluations.get({ id }, { signal }) as Promise<Evaluation> });
}

/** How many the person has submitted today. */
export function useToday(enabled: boolean): number | undefined {
    const client = useClient(qualityContract);
    return useQuery({ queryKey: ['evaluation-day'], enabled, queryFn: ({ signal }) => client.evaluations.today(undefined, { signal }) }).data?.submitted;
}

export interface NamedForm {
    readonly form: FormDefinition;
    /** `2.1` for the first question of the second section. */
    readonly numbers: ReadonlyMap<string, string>;
    /** "2.1 Standard opening phrase". */
    nameOf(questionId: string): string;
    /** The same, for sentences: up to its colon, or cut. */
    shortNameOf(questionId: string): string;
}

/** The form of an evaluation with the names of its questions. */
export const useNamedForm = (definition: Readonly<Record<string, unknown>>): NamedForm => React.useMemo(() => namedForm(definition), [definition]);

export function namedForm(definition: Readonly<Record<string, unknown>>): NamedForm {
    const form = storedForm(definition);
    const numbers = questionNumbers(form);
    const texts = new Map(allQuestions(form).map(({ question }) => [question.id, formText(question.text)]));
    const named = (id: string, text: string): string => `${numbers.get(id) ?? ''} ${text}`.trim();
    return { form, numbers, nameOf: id => named(id, texts.get(id) ?? id), shortNameOf: id => named(id, shortened(texts.get(id) ?? id)) };
}

const longestLabel = 3;
/** Characters of a question within a sentence. */
const longestName = 40;

function shortened(text: string): string {
    const [beforeColon = text] = text.split(/[:：]/);
    return beforeColon.length <= longestName ? beforeColon : `${beforeColon.slice(0, longestName).trimEnd()}…`;
}

/** Evidence as the player shows it: the number of the question in its pin. */
export function useRecordingMarks(evidence: readonly Evidence[], { numbers, nameOf }: NamedForm): readonly RecordingMark[] {
    return React.useMemo(() => evidence.map(({ id, questionId, fromMs, toMs, note }): RecordingMark => {
        const number = questionId === null ? undefined : numbers.get(questionId);
        return {
            id, fromMs, toMs, note, label: number === undefined ? '•' : number.length > longestLabel ? number.split('.')[0]! : number,
            title: questionId === null ? nls.localize('earshot/quality/marks/whole-call', 'The call as a whole') : nameOf(questionId)
        };
    }), [evidence, numbers, nameOf]);
}
