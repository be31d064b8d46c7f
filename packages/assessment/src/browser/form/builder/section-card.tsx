import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { SectionShare } from '@earshot/forms';
import { Button, Icon, Menu, NumberField } from '@earshot/core/lib/browser/widgets';
import { present, replaceSection } from '../../../common/form/form-editing';
import { samePlace } from '../../../common/form/form-place';
import { formText } from '../../form-text';
import { useFormEditor } from '../editor/editor-context';
import { SectionEditor } from '../editor/section-fields';
import { conditionText } from '../words/condition-text';
import { kindText } from '../words/kind-text';
import { useBuilder } from './builder-context';
import { CardHead } from './card-head';
import { QuestionCard } from './question-card';
import { ShareMeter } from './share-meter';

/** One section with the cards of its questions. */
export function SectionCard({ index, share }: { readonly index: number; readonly share: SectionShare }): React.ReactElement {
    const { form, kinds, change } = useFormEditor();
    const builder = useBuilder();
    const section = form.sections[index]!;
    const place = { section: index };
    const isOpen = builder.isOpen(place);
    const { gap, dragged, target } = builder.dragging;
    const last = index === form.sections.length - 1;
    const drop = !gap || gap.question !== undefined ? gap?.section === index && section.questions.length === 0 ? 'inside' : undefined : gap.section === index ? 'before' : gap.section === index + 1 && last ? 'after' : undefined;
    const weight = nls.localize('earshot/assessment/builder/weight-of', 'Weight of {0}', String(index + 1));
    return <li className='a-card a-section-card' data-open={isOpen || undefined} data-dragged={dragged && samePlace(dragged, place) || undefined} data-drop={drop} {...target(place, section.questions.length)}>
        <CardHead place={place} number={String(index + 1)} title={formText(section.title)} placeholder={nls.localize('earshot/assessment/editor/untitled-section', 'Section without a title')}
            facts={!isOpen && section.condition && <span className='a-card-facts'><span><Icon name='git-branch' />{nls.localize('earshot/assessment/builder/only-if', 'only if {0}', conditionText(section.condition, form))}</span></span>}
            figures={<span className='a-card-figures'>
                {!isOpen && <NumberField className='a-weight' aria-label={weight} title={weight} placeholder='1' value={section.weight ?? null}
                    onChange={next => change(replaceSection(form, index, present({ ...section, weight: next ?? undefined })), `${section.id}/weight`)} />}
                <ShareMeter share={share.share} />
            </span>} />
        {isOpen && <div className='a-card-body'><SectionEditor key={section.id} index={index} /></div>}
        <ol className='a-cards'>{section.questions.map((_, at) => <QuestionCard key={at} section={index} index={at} share={share.questions[at]!} />)}</ol>
        <Menu label={nls.localize('earshot/assessment/builder/kinds', 'Kind of question')} items={kinds.all.map(({ name }) => ({ label: kindText(name), icon: kindIcon(name), run: () => builder.actions.addQuestion(place, name) }))}>
            <Button small variant='quiet' icon='add' className='a-add'>{nls.localize('earshot/assessment/editor/add-question', 'Question')}</Button>
        </Menu>
    </li>;
}

const icons: Readonly<Record<string, string>> = { 'yes-no': 'check', 'pass-fail': 'pass', scale: 'graph', choice: 'list-unordered', number: 'symbol-number', text: 'note' };
const kindIcon = (kind: string): string => Object.hasOwn(icons, kind) ? icons[kind]! : 'question';
