import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Icon, formatList, formatNumber } from '@earshot/core/lib/browser/widgets';
import { formText } from '../../form-text';
import { useFormEditor } from '../editor/editor-context';
import { languageName } from '../editor/localized-field';
import { FormHeadEditor } from '../editor/section-fields';
import { formFieldText } from '../words/field-text';
import { useBuilder } from './builder-context';
import { CardErrors } from './card-errors';

/** The form itself: its title, languages and scoring. */
export function FormCard(): React.ReactElement {
    const { form } = useFormEditor();
    const builder = useBuilder();
    const isOpen = builder.isOpen({});
    const questions = form.sections.reduce((sum, each) => sum + each.questions.length, 0);
    return <div className='a-card a-form-card' data-open={isOpen || undefined}>
        <div className='a-card-head'>
            <button type='button' className='a-card-open' data-card='' aria-expanded={isOpen} onClick={() => builder.toggle({})} onKeyDown={event => {
                if (event.key === 'ArrowDown' && !event.altKey) {
                    event.preventDefault();
                    builder.step(event.currentTarget, 1);
                }
            }}>
                <span className='a-card-words'>
                    <span className='a-card-title'>{formText(form.title) || <span className='a-hint'>{nls.localize('earshot/assessment/editor/untitled-form', 'Form without a title')}</span>}</span>
                    {!isOpen && <span className='a-card-facts'>
                        <span>{nls.localize('earshot/assessment/builder/size', 'Sections: {0} · Questions: {1}', formatNumber(form.sections.length), formatNumber(questions))}</span>
                        <span>{formFieldText('scoring', form)}</span>
                        <span><Icon name='globe' />{formatList(form.languages.map(languageName))}</span>
                    </span>}
                </span>
            </button>
            <CardErrors place={{}} />
        </div>
        {isOpen && <div className='a-card-body'><FormHeadEditor /></div>}
    </div>;
}
