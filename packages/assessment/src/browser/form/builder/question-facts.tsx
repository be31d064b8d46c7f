import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { FormDefinition, Question } from '@earshot/forms';
import { Icon } from '@earshot/core/lib/browser/widgets';
import { CriticalBadge } from '../../filling/critical-badge';
import { controlOf, notApplicableText, ratingsOf } from '../../filling/ratings';
import { conditionText, testText } from '../words/condition-text';
import { kindText } from '../words/kind-text';

/** A scale is told by its ends, everything else by its answers. */
const answersText = (question: Question): string => {
    const labels = ratingsOf(question).map(each => each.label);
    return question.kind === 'scale' && labels.length > 3 ? `${labels[0]} … ${labels[labels.length - 1]}` : labels.join(' / ');
};

/** What one must know of a question without opening it. */
export function QuestionFacts({ question, form }: { readonly question: Question; readonly form: FormDefinition }): React.ReactElement {
    const { critical, commentRequiredOn, condition, bonus } = question;
    return <span className='a-card-facts'>
        <span>{kindText(question.kind)}{controlOf(question) === 'ratings' && question.kind !== 'yes-no' && question.kind !== 'pass-fail' && <> · {answersText(question)}</>}{question.notApplicable && <> · {notApplicableText()}</>}</span>
        <CriticalBadge criticalClass={critical.class} />
        {condition && <span><Icon name='git-branch' />{nls.localize('earshot/assessment/builder/only-if', 'only if {0}', conditionText(condition, form))}</span>}
        {commentRequiredOn && <span><Icon name='comment' />{nls.localize('earshot/assessment/builder/comment-if', 'comment if it {0}', commentRequiredOn.map(test => testText(test, question)).join(' / '))}</span>}
        {bonus && <span><Icon name='add' />{nls.localize('earshot/assessment/field/bonus', 'Bonus and penalty')}</span>}
    </span>;
}
