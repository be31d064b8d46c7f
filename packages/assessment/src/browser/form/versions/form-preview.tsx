import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { Answers, FormDefinition, QuestionKinds } from '@earshot/forms';
import { Button, Notice } from '@earshot/core/lib/browser/widgets';
import type { Ruling } from '../../../common/assessment-contract';
import { withAnswer } from '../../../common/filling/answering';
import { FormFilling } from '../../filling/form-filling';
import type { FormFillingHandle } from '../../filling/filling-actions';
import { useFillingKeys } from '../../filling/use-filling-keys';

export interface FormPreviewProps {
    readonly form: FormDefinition;
    readonly number: number;
    readonly rulings: readonly Ruling[];
    readonly kinds: QuestionKinds;
}

/** The form as evaluators see it, to try: answers are scored at once and kept nowhere. */
export function FormPreview({ form, number, rulings, kinds }: FormPreviewProps): React.ReactElement {
    const [answers, setAnswers] = React.useState<Answers>({});
    const filling = React.useRef<FormFillingHandle>(null);
    useFillingKeys(form, filling);
    return <div className='a-preview'>
        <Notice actions={<Button small onClick={() => setAnswers({})} disabled={Object.keys(answers).length === 0}>{nls.localize('earshot/assessment/preview/clear', 'Clear')}</Button>}>
            {nls.localize('earshot/assessment/preview/notice', 'Try it as an evaluator would: it is scored at once, and nothing is kept.')}
        </Notice>
        <FormFilling ref={filling} form={form} number={number} answers={answers} rulings={rulings} kinds={kinds} onAnswer={(question, answer) => setAnswers(current => withAnswer(current, question, answer))} />
    </div>;
}
