import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { answerText } from '@earshot/assessment/lib/browser/filling/ratings';
import { FormFilling } from '@earshot/assessment/lib/browser/filling/form-filling';
import { formText } from '@earshot/assessment/lib/browser/form-text';
import { Icon, Notice, NOTHING, Skeleton } from '@earshot/core/lib/browser/widgets';
import { allQuestions, type Answer, type Answers } from '@earshot/forms';
import type { FormVersionReference } from '../../common/question/question';
import { sameRating } from '../../common/question/same-rating';
import { useAskedForm } from './use-asked-form';

interface RatingProps { readonly form: FormVersionReference; readonly answers: Answers; onAnswers(answers: Answers): void; readonly readOnly: boolean }

/** A call is rated: the form as evaluators fill it in. */
export function Rating({ form: reference, answers, onAnswers, readOnly }: RatingProps): React.ReactElement {
    const { data: form, isError } = useAskedForm(reference);
    const change = (question: string, answer: Answer | undefined): void => {
        const { [question]: _before, ...others } = answers;
        onAnswers(answer ? { ...others, [question]: answer } : others);
    };
    return form ? <div className='t-rating'><FormFilling form={form} answers={answers} readOnly={readOnly} onAnswer={change} /></div> : isError ? <NoForm /> : <Skeleton lines={6} />;
}

const NoForm = (): React.ReactElement => <Notice tone='caution'>{nls.localize('earshot/training/listening/no-form', 'The form of this question cannot be read. Tell your trainer.')}</Notice>;

interface ComparedProps { readonly form: FormVersionReference; readonly given: Answers; readonly expert: Answers; readonly tolerance: number }

/** What was rated beside what the expert rated, question by question; what the expert left out is not compared. */
export function ComparedRatings({ form: reference, given, expert, tolerance }: ComparedProps): React.ReactElement {
    const { data: form, isError } = useAskedForm(reference);
    if (!form) {
        return isError ? <NoForm /> : <Skeleton lines={6} />;
    }
    const compared = allQuestions(form).filter(({ question }) => Object.hasOwn(expert, question.id));
    return <table className='t-compared'>
        <thead><tr><th scope='col'>{nls.localize('earshot/training/listening/rated', 'Rated')}</th><th scope='col'>{nls.localize('earshot/training/listening/given', 'Your rating')}</th><th scope='col'>{nls.localize('earshot/training/listening/expert', 'Expert')}</th></tr></thead>
        <tbody>{compared.map(({ question }) => {
            const same = sameRating(expert[question.id], given[question.id], tolerance);
            return <tr key={question.id} data-same={same}>
                <th scope='row'>{formText(question.text)}</th>
                <td><Icon name={same ? 'check' : 'close'} label={same ? nls.localize('earshot/training/listening/same', 'as the expert') : nls.localize('earshot/training/listening/other', 'otherwise than the expert')} /> {answerText(question, given[question.id]) ?? NOTHING}</td>
                <td>{answerText(question, expert[question.id]) ?? NOTHING}</td>
            </tr>;
        })}</tbody>
    </table>;
}
