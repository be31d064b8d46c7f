import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { FormProblem } from '@earshot/forms';
import { Icon, Notice } from '@earshot/core/lib/browser/widgets';
import type { FormPlace } from '../../../common/form/form-editing';
import { placeOfProblem } from '../../../common/form/form-place';
import { formText } from '../../form-text';
import { anyFormProblemText } from '../words/form-problem-text';
import { useFormEditor } from './editor-context';

/** `2.1` or the section's title, to say where a problem is. */
function PlaceName({ place }: { readonly place: FormPlace }): React.ReactElement {
    const { form } = useFormEditor();
    if (place.section === undefined) {
        return <>{nls.localize('earshot/assessment/trace/form', 'Whole form')}</>;
    }
    const section = form.sections[place.section];
    return <>{place.question === undefined ? `${place.section + 1} ${formText(section?.title)}` : `${place.section + 1}.${place.question + 1} ${formText(section?.questions[place.question]?.text)}`}</>;
}

/** Everything that is wrong or doubtful, errors first; a press goes there. */
export function ProblemList({ onGo }: { onGo(problem: FormProblem): void }): React.ReactElement | null {
    const { problems } = useFormEditor();
    const errors = problems.filter(each => each.severity === 'error');
    const warnings = problems.filter(each => each.severity === 'warning');
    if (!problems.length) {
        return <Notice tone='good'>{nls.localize('earshot/assessment/editor/no-problems', 'Nothing stands in the way of publishing.')}</Notice>;
    }
    const entries = (list: readonly FormProblem[]): React.ReactElement => <ul className='a-problem-list'>{list.map((each, index) => <li key={index}>
        <button type='button' className='a-problem-link' onClick={() => onGo(each)}>
            <Icon name={each.severity === 'error' ? 'error' : 'warning'} className={`a-problem-${each.severity}`} />
            <span><strong><PlaceName place={placeOfProblem(each)} /></strong> {anyFormProblemText(each.code, each.parameters)}</span>
        </button>
    </li>)}</ul>;
    return <div className='a-problems'>
        {errors.length > 0 && <section aria-label={nls.localize('earshot/assessment/editor/error-list', 'Errors')}><h2>{nls.localize('earshot/assessment/editor/error-heading', 'To be mended before it can be published ({0})', errors.length)}</h2>{entries(errors)}</section>}
        {warnings.length > 0 && <section aria-label={nls.localize('earshot/assessment/editor/warning-list', 'Warnings')}><h2>{nls.localize('earshot/assessment/editor/warning-heading', 'Worth a look ({0})', warnings.length)}</h2>{entries(warnings)}</section>}
    </div>;
}
