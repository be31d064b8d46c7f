import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, IconButton, Menu } from '@earshot/core/lib/browser/widgets';
import { useBegin } from './use-begin';
import { useForms } from './use-forms';

export interface EvaluateButtonProps {
    readonly interactionId: string;
    readonly from: string;
    /** My draft about this call: it is gone on with. */
    readonly draft?: { readonly formId: string } | undefined;
}

/** Evaluates a call on the form that was used last, or on another one. */
export function EvaluateButton({ interactionId, from, draft }: EvaluateButtonProps): React.ReactElement {
    const { forms, preferred, prefer } = useForms();
    const begin = useBegin();
    const form = forms?.find(each => each.id === draft?.formId) ?? preferred;
    const start = (formId: string): void => {
        prefer(formId);
        begin.mutate({ interactionId, formId, from });
    };
    if (forms?.length === 0) {
        return <span className='q-quiet'>{nls.localize('earshot/quality/evaluate/no-form', 'No form is published yet, so nothing can be evaluated.')}</span>;
    }
    return <span className='q-evaluate'>
        <Button variant='primary' icon='edit' busy={begin.isPending} disabled={!form} onClick={() => { if (form) { start(form.id); } }}>
            {draft ? nls.localize('earshot/quality/evaluate/continue', 'Continue evaluating') : nls.localize('earshot/quality/evaluate/begin', 'Evaluate')}
        </Button>
        {form && <span className='q-evaluate-form q-quiet'>{formText(form.title)}</span>}
        {forms && forms.length > 1 && <Menu label={nls.localize('earshot/quality/evaluate/forms', 'Forms')} alignment='end' items={[
            { kind: 'heading', label: nls.localize('earshot/quality/evaluate/on-form', 'Evaluate on') },
            ...forms.map(each => ({ kind: 'radio' as const, label: formText(each.title), checked: each.id === form?.id, run: () => start(each.id) }))
        ]}><IconButton icon='chevron-down' label={nls.localize('earshot/quality/evaluate/choose', 'Choose another form')} /></Menu>}
    </span>;
}
