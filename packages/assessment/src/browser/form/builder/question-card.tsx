import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { QuestionShare } from '@earshot/forms';
import { NumberField } from '@earshot/core/lib/browser/widgets';
import { replaceQuestion } from '../../../common/form/form-editing';
import { samePlace } from '../../../common/form/form-place';
import { formText } from '../../form-text';
import { useFormEditor } from '../editor/editor-context';
import { QuestionEditor } from '../editor/question-fields';
import { fieldName } from '../words/field-text';
import { useBuilder } from './builder-context';
import { CardHead } from './card-head';
import { QuestionFacts } from './question-facts';
import { ShareMeter } from './share-meter';

export interface QuestionCardProps {
    readonly section: number;
    readonly index: number;
    readonly share: QuestionShare;
}

/** One question: closed, what it asks and counts for; open, everything about it. */
export function QuestionCard({ section, index, share }: QuestionCardProps): React.ReactElement {
    const { form, change } = useFormEditor();
    const builder = useBuilder();
    const question = form.sections[section]!.questions[index]!;
    const place = { section, question: index };
    const number = `${section + 1}.${index + 1}`;
    const isOpen = builder.isOpen(place);
    const { gap, dragged, target } = builder.dragging;
    const last = index === form.sections[section]!.questions.length - 1;
    const drop = gap?.section !== section || gap.question === undefined ? undefined : gap.question === index ? 'before' : gap.question === index + 1 && last ? 'after' : undefined;
    return <li className='a-card a-question-card' data-open={isOpen || undefined} data-dragged={dragged && samePlace(dragged, place) || undefined} data-drop={drop} {...target(place)}>
        <CardHead place={place} number={number} title={formText(question.text)} placeholder={nls.localize('earshot/assessment/editor/untitled-question', 'Question without a text')}
            facts={!isOpen && <QuestionFacts question={question} form={form} />}
            figures={<span className='a-card-figures'>
                {share.share !== null && !isOpen && <NumberField className='a-weight' aria-label={nls.localize('earshot/assessment/builder/weight-of', 'Weight of {0}', number)} title={fieldName('weight')} value={question.weight}
                    onChange={weight => change(replaceQuestion(form, section, index, { ...question, weight: weight ?? 0 }), `${question.id}/weight`)} />}
                <ShareMeter {...share} />
            </span>} />
        {isOpen && <div className='a-card-body'><QuestionEditor key={question.id} section={section} index={index} /></div>}
    </li>;
}
