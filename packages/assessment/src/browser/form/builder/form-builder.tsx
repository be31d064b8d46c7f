import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type FormProblem, type QuestionKinds, formShares, validateForm } from '@earshot/forms';
import { useStore } from '@earshot/core/lib/browser/application/store';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard/use-page-keys';
import { Button, Segmented, Split, Tabs } from '@earshot/core/lib/browser/widgets';
import type { FormPlace } from '../../../common/form/form-editing';
import { existingPlace, pathOfPlace, placeOfProblem, samePlace } from '../../../common/form/form-place';
import { FormEditorProvider } from '../editor/editor-context';
import type { FormDraft } from '../editor/form-draft';
import { languageName } from '../editor/localized-field';
import { ProblemList } from '../editor/problem-list';
import { type BuilderGoing, useBuilderActions } from './builder-actions';
import { BuilderProvider } from './builder-context';
import { focusCard, focusField, neighbourOf } from './builder-focus';
import { useCardDragging } from './card-dragging';
import { FormCard } from './form-card';
import { SectionCard } from './section-card';
import { TrialPanel } from './trial-panel';
import { useShownProblems } from './use-shown-problems';

export interface FormBuilderProps {
    readonly draft: FormDraft;
    readonly kinds: QuestionKinds;
    /** How often somebody wanted to be done while something was wrong: from the first time on everything wrong is said, and shown. */
    readonly asked: number;
}

type Beside = 'trial' | 'problems';

/** A form as cards: sections and questions to move, open and weigh; beside them the form to try, and what is wrong. */
export function FormBuilder({ draft, kinds, asked }: FormBuilderProps): React.ReactElement {
    const { form, past, future } = useStore(draft.state);
    const settled = React.useDeferredValue(form);
    const problems = React.useMemo(() => validateForm(settled, kinds), [settled, kinds]);
    const shares = React.useMemo(() => formShares(form, kinds), [form, kinds]);
    const { shows, touch } = useShownProblems(form, asked > 0);
    const [wanted, setOpen] = React.useState<FormPlace | undefined>(() => form.sections.length ? undefined : {});
    const [beside, setBeside] = React.useState<Beside>('trial');
    const [chosen, setLanguage] = React.useState<string>();
    const language = chosen && form.languages.includes(chosen) ? chosen : form.languages.find(each => each === nls.locale) ?? form.languages[0] ?? 'en';
    /** Where the focus goes once it is drawn: into a field, or onto the head of a card. */
    const [focus, setFocus] = React.useState<{ readonly field?: string; readonly card?: string }>();
    const root = React.useRef<HTMLDivElement>(null);
    /** The card that is open; undefined where all are closed. */
    const open = wanted && existingPlace(wanted, form.sections);
    const isOpen = (place: FormPlace): boolean => open !== undefined && samePlace(open, place);
    React.useEffect(() => {
        if (focus?.field !== undefined) {
            focusField(root.current, focus.field);
        } else if (focus?.card !== undefined) {
            focusCard(root.current, focus.card);
        }
    }, [focus]);
    React.useEffect(() => {
        if (asked > 0) {
            setBeside('problems');
        }
    }, [asked]);
    const going = React.useRef<BuilderGoing>(undefined as unknown as BuilderGoing);
    going.current = {
        open: (place, field) => { setOpen(place); setFocus({ field }); },
        stay: place => {
            if (open) {
                setOpen(isOpen({}) ? open : place);
            }
            setFocus({ card: pathOfPlace(place) });
        }
    };
    const actions = useBuilderActions(draft, going);
    const dragging = useCardDragging(actions.moveTo);
    const group = nls.localize('earshot/assessment/editor/keys', 'Form editor');
    usePageKeys([
        { keys: 'ctrlcmd+z', title: nls.localize('earshot/assessment/editor/undo', 'Undo'), group, enabled: past.length > 0, when: '!inputFocus && !dialogOpen', run: draft.undo },
        { keys: ['ctrlcmd+shift+z', 'ctrlcmd+y'], title: nls.localize('earshot/assessment/editor/redo', 'Redo'), group, enabled: future.length > 0, when: '!inputFocus && !dialogOpen', run: draft.redo }
    ]);
    const go = (problem: FormProblem): void => {
        touch(problem.path);
        setOpen(placeOfProblem(problem));
        setFocus({ field: problem.path });
    };
    const editor = React.useMemo(() => ({ form, kinds, problems, language, shows, change: draft.change }), [form, kinds, problems, language, shows, draft]);
    const builder = {
        actions, dragging, isOpen, toggle: (place: FormPlace) => setOpen(isOpen(place) ? undefined : place),
        step: (head: Element, direction: 1 | -1) => neighbourOf(root.current, head, direction)?.focus(),
        errorsAt: (place: FormPlace) => problems.filter(each => each.severity === 'error' && samePlace(placeOfProblem(each), place) && shows(each.path)).length
    };
    const leave = (event: React.FocusEvent): void => {
        const path = (event.target as HTMLElement).closest<HTMLElement>('[data-path]')?.dataset.path;
        if (path) {
            touch(path);
        }
    };
    const close = (event: React.KeyboardEvent): void => {
        const inField = (event.target as Element).closest('.a-card-body');
        if (event.key === 'Escape' && !event.defaultPrevented && inField && open) {
            event.preventDefault();
            setFocus({ card: pathOfPlace(open) });
        }
    };
    const openQuestion = open?.question === undefined ? undefined : form.sections[open.section!]?.questions[open.question]?.id;
    return <FormEditorProvider value={editor}><BuilderProvider value={builder}>
        <Split name='form-builder' label={nls.localize('earshot/assessment/builder/split', 'Width of the form')} initial={0.6} least={0.3}
            first={<div ref={root} className='a-builder' onBlur={leave} onKeyDown={close}>
                {form.languages.length > 1 && <div className='a-builder-language'>
                    <span className='a-hint'>{nls.localize('earshot/assessment/builder/language', 'Written in')}</span>
                    <Segmented label={nls.localize('earshot/assessment/builder/language', 'Written in')} value={language} options={form.languages.map(value => ({ value, label: languageName(value) }))} onChange={setLanguage} />
                </div>}
                <FormCard />
                <ol className='a-sections'>{form.sections.map((_, index) => <SectionCard key={index} index={index} share={shares[index]!} />)}</ol>
                <Button icon='add' className='a-add' onClick={() => actions.addSection({})}>{nls.localize('earshot/assessment/editor/add-section', 'Section')}</Button>
            </div>}
            second={<div className='a-beside'>
                <Tabs<Beside> label={nls.localize('earshot/assessment/builder/beside', 'Beside the form')} value={beside} onChange={setBeside} tabs={[
                    { id: 'trial', label: nls.localize('earshot/assessment/builder/try', 'Try it') },
                    { id: 'problems', label: nls.localize('earshot/assessment/builder/problems', 'What is missing'), count: problems.length }
                ]}>{beside === 'trial' ? <TrialPanel form={settled} kinds={kinds} shown={openQuestion} /> : <ProblemList onGo={go} />}</Tabs>
            </div>} />
    </BuilderProvider></FormEditorProvider>;
}
