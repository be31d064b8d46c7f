import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { allQuestions, type Condition } from '@earshot/forms';
import { useAnnounce } from '@earshot/core/lib/browser/application';
import { Field } from '@earshot/core/lib/browser/widgets';
import { type ConditionGroup, conditionOf, isWithinLimits, treeOf } from '../../../common/form/condition-tree';
import { conditionText } from '../words/condition-text';
import { ConditionParts } from './condition-parts';
import { useFormEditor, useProblemAt } from './editor-context';

export interface ConditionFieldProps {
    readonly label: string;
    readonly condition: Condition | undefined;
    readonly path: string;
    /** The questions before this one: a condition speaks of what is answered already. */
    readonly before: number;
    onChange(condition: Condition | undefined): void;
}

/** When something is asked: statements about earlier answers, in groups where that is needed, with the whole of it in words. */
export function ConditionField({ label, condition, path, before, onChange }: ConditionFieldProps): React.ReactElement {
    const { form } = useFormEditor();
    const error = useProblemAt(path, true);
    const announce = useAnnounce();
    // Groups that say nothing yet are here alone: a form does not have them.
    const [{ tree, known }, setEdited] = React.useState(() => ({ tree: treeOf(condition), known: condition }));
    const shown = known === condition ? tree : treeOf(condition);
    const rows = React.useRef<HTMLDivElement>(null);
    const [moved, setMoved] = React.useState<number>();
    React.useEffect(() => {
        if (moved !== undefined) {
            rows.current?.querySelector<HTMLElement>(`[data-part="${moved}"] :is(select, input, button)`)?.focus();
            setMoved(undefined);
        }
    }, [moved]);
    const words = (given: Condition | undefined): string => given ? nls.localize('earshot/assessment/editor/asked-only-if', 'Asked only if {0}.', conditionText(given, form)) : nls.localize('earshot/assessment/editor/always-asked', 'Always asked.');
    const change = (next: ConditionGroup, goTo?: number): void => {
        if (!isWithinLimits(next)) {
            return;
        }
        const said = conditionOf(next);
        setEdited({ tree: next, known: said });
        setMoved(goTo);
        onChange(said);
        if (goTo !== undefined) {
            announce(words(said));
        }
    };
    const earlier = allQuestions(form).slice(0, before).map(({ question }) => question);
    return <Field group label={label} error={error}>
        {earlier.length === 0 && shown.parts.length === 0 ? <span className='a-hint'>{nls.localize('earshot/assessment/editor/condition-first', 'Nothing comes before, so it is always asked.')}</span>
            : <div ref={rows} className='a-rows' data-path={path}>
                <ConditionParts tree={shown} path={[]} label={label} earlier={earlier} onChange={change} />
                {condition && <p className='a-condition-words'>{words(condition)}</p>}
            </div>}
    </Field>;
}
