import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type QuestionKinds, validateForm } from '@earshot/forms';
import { useToast } from '@earshot/core/lib/browser/application';
import { useStore } from '@earshot/core/lib/browser/application/store';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard/use-page-keys';
import { Split } from '@earshot/core/lib/browser/widgets';
import type { FormPlace } from '../../../common/form/form-editing';
import type { FormDraft } from './form-draft';
import { FormEditorProvider } from './editor-context';
import { FormOutline, pathOfPlace, placeOfProblem, samePlace } from './form-outline';
import { ProblemList } from './problem-list';
import { QuestionEditor } from './question-fields';
import { FormHeadEditor, SectionEditor } from './section-fields';

/** Puts the focus into the field of a problem, or of the nearest field around it. */
const focusField = (root: HTMLElement | null, path: string): void => {
    const fields = [...root?.querySelectorAll<HTMLElement>('[data-path]') ?? []].filter(each => path.startsWith(each.dataset.path ?? ' ') || each.dataset.path?.startsWith(path))
        .sort((one, other) => other.dataset.path!.length - one.dataset.path!.length);
    const control = fields[0]?.matches('input, select, textarea') ? fields[0] : fields[0]?.querySelector<HTMLElement>('input, select, textarea, button');
    control?.focus();
    control?.scrollIntoView?.({ block: 'center' });
};

export interface FormEditorViewProps {
    readonly draft: FormDraft;
    readonly kinds: QuestionKinds;
}

/** A form in its parts: the outline on the left, the fields of what is chosen on the right, what is wrong below them. */
export function FormEditorView({ draft, kinds }: FormEditorViewProps): React.ReactElement {
    const { form, past, future } = useStore(draft.state);
    const shown = React.useDeferredValue(form);
    const problems = React.useMemo(() => validateForm(shown, kinds), [shown, kinds]);
    const [wanted, setPlace] = React.useState<FormPlace>({});
    /** JSON pointer of the field that is to have the focus. */
    const [field, setField] = React.useState<string>();
    const fields = React.useRef<HTMLDivElement>(null);
    const toast = useToast();
    const place = existing(wanted, form.sections);
    React.useEffect(() => {
        if (field !== undefined) {
            focusField(fields.current, field);
            setField(undefined);
        }
    }, [field]);
    const group = nls.localize('earshot/assessment/editor/keys', 'Form editor');
    usePageKeys([
        { keys: 'ctrlcmd+z', title: nls.localize('earshot/assessment/editor/undo', 'Undo'), group, enabled: past.length > 0, when: '!inputFocus && !dialogOpen', run: draft.undo },
        { keys: ['ctrlcmd+shift+z', 'ctrlcmd+y'], title: nls.localize('earshot/assessment/editor/redo', 'Redo'), group, enabled: future.length > 0, when: '!inputFocus && !dialogOpen', run: draft.redo }
    ]);
    const value = React.useMemo(() => ({ form, kinds, problems, change: draft.change }), [form, kinds, problems, draft]);
    return <FormEditorProvider value={value}>
        <Split name='form-editor' label={nls.localize('earshot/assessment/editor/split', 'Width of the outline')} initial={0.35} least={0.2}
            first={<FormOutline place={place} onPlace={setPlace} onAdded={added => {
                setPlace(added);
                setField(`${pathOfPlace(added)}/${added.question === undefined ? 'title' : 'text'}`);
            }} onRemoved={title => toast(nls.localize('earshot/assessment/editor/removed', 'Removed: {0}', title || nls.localize('earshot/assessment/editor/untitled', 'without a title')), {
                actions: [{ label: nls.localize('earshot/assessment/editor/undo', 'Undo'), run: draft.undo }]
            })} />}
            second={<div ref={fields} className='a-editor-fields'>
                {place.section === undefined ? <FormHeadEditor /> : place.question === undefined ? <SectionEditor key={pathOfPlace(place)} index={place.section} />
                    : <QuestionEditor key={pathOfPlace(place)} section={place.section} index={place.question} />}
                <ProblemList onGo={next => {
                    const target = placeOfProblem(next);
                    if (!samePlace(target, place)) {
                        setPlace(target);
                    }
                    setField(next.path);
                }} />
            </div>} />
    </FormEditorProvider>;
}

/** The place if it is there: undoing can take away what is being edited. */
const existing = ({ section, question }: FormPlace, sections: readonly { readonly questions: readonly unknown[] }[]): FormPlace =>
    section === undefined || !sections[section] ? {} : question === undefined || sections[section].questions[question] === undefined ? { section } : { section, question };
