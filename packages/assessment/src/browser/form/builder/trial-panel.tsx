import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { Answers, FormDefinition, QuestionKinds } from '@earshot/forms';
import { Button, EmptyState } from '@earshot/core/lib/browser/widgets';
import { withAnswer } from '../../../common/filling/answering';
import { showQuestion } from '../../filling/filling-focus';
import { FormFilling } from '../../filling/form-filling';

export interface TrialPanelProps {
    readonly form: FormDefinition;
    readonly kinds: QuestionKinds;
    /** The question that is being edited: it is brought into sight. */
    readonly shown: string | undefined;
}

/** The form as evaluators will see it, to try while it is being built: scored at once, kept nowhere. */
export function TrialPanel({ form, kinds, shown }: TrialPanelProps): React.ReactElement {
    const [answers, setAnswers] = React.useState<Answers>({});
    const root = React.useRef<HTMLDivElement>(null);
    React.useEffect(() => {
        if (shown) {
            showQuestion(root.current, shown);
        }
    }, [shown]);
    if (!form.sections.some(each => each.questions.length)) {
        return <EmptyState icon='eye' title={nls.localize('earshot/assessment/builder/nothing-to-try', 'Here you try the form as an evaluator would, as soon as it has a question.')} />;
    }
    return <div ref={root} className='a-trial'>
        <FormFilling form={form} answers={answers} kinds={kinds} onAnswer={(question, answer) => setAnswers(current => withAnswer(current, question, answer))} />
        {Object.keys(answers).length > 0 && <Button small variant='quiet' icon='clear-all' onClick={() => setAnswers({})}>{nls.localize('earshot/assessment/preview/clear', 'Clear')}</Button>}
    </div>;
}
