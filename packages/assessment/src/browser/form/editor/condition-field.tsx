import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type AnswerTest, type Condition, type Question, allQuestions, parseForm } from '@earshot/forms';
import { Button, Field, Segmented, Select, TextArea } from '@earshot/core/lib/browser/widgets';
import { formText } from '../../form-text';
import { questionNumbers } from '../../filling/trace-text';
import { conditionText } from '../words/condition-text';
import { anyFormProblemText } from '../words/form-problem-text';
import { useFormEditor, useProblemAt } from './editor-context';
import { Rows, TestField, firstTest } from './test-fields';

type Leaf = AnswerTest & { readonly question: string };
interface Flat { readonly mode: 'all' | 'any'; readonly leaves: readonly Leaf[] }

const isLeaf = (condition: Condition): condition is Leaf => 'question' in condition;

/** A condition without nesting, as almost all are; undefined for one that is nested. */
const flat = (condition: Condition | undefined): Flat | undefined => {
    if (!condition) {
        return { mode: 'all', leaves: [] };
    }
    if (isLeaf(condition)) {
        return { mode: 'all', leaves: [condition] };
    }
    const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];
    return parts.every(isLeaf) ? { mode: 'all' in condition ? 'all' : 'any', leaves: parts } : undefined;
};
const folded = ({ mode, leaves }: Flat): Condition | undefined => leaves.length === 0 ? undefined : leaves.length === 1 ? leaves[0] : mode === 'all' ? { all: leaves } : { any: leaves };

export interface ConditionFieldProps {
    readonly label: string;
    readonly condition: Condition | undefined;
    readonly path: string;
    /** The questions before this one: a condition speaks of what is answered already. */
    readonly before: number;
    onChange(condition: Condition | undefined): void;
}

/** When something is asked: statements about earlier answers, all or any of them. A nested condition is written as JSON. */
export function ConditionField({ label, condition, path, before, onChange }: ConditionFieldProps): React.ReactElement {
    const { form } = useFormEditor();
    const [mode, setMode] = React.useState<'all' | 'any'>('all');
    const earlier = allQuestions(form).slice(0, before).map(({ question }) => question);
    const simple = flat(condition);
    if (!simple) {
        return <NestedCondition label={label} condition={condition!} path={path} onChange={onChange} />;
    }
    const chosen = simple.leaves.length > 1 ? simple.mode : mode;
    if (earlier.length === 0 && simple.leaves.length === 0) {
        return <Field group label={label}><span className='a-hint'>{nls.localize('earshot/assessment/editor/condition-first', 'Nothing comes before, so it is always asked.')}</span></Field>;
    }
    return <>
        <Rows label={label} path={path} rows={simple.leaves} addLabel={nls.localize('earshot/assessment/editor/add-condition', 'Add a condition')}
            make={() => ({ question: earlier[earlier.length - 1]?.id ?? '', ...firstTest(earlier[earlier.length - 1]) })} onChange={leaves => onChange(folded({ mode: chosen, leaves }))}
            render={(leaf, _index, change) => {
                const question = allQuestions(form).map(each => each.question).find(each => each.id === leaf.question);
                return <>
                    <QuestionChoice questions={earlier} value={leaf.question} onChange={next => change({ question: next.id, ...firstTest(next) })} />
                    <TestField question={question} test={leaf} onChange={test => change({ question: leaf.question, ...test })} />
                </>;
            }} />
        {simple.leaves.length > 1 && <Segmented label={nls.localize('earshot/assessment/editor/condition-mode', 'How the conditions go together')} value={chosen}
            options={[{ value: 'all', label: nls.localize('earshot/assessment/editor/all', 'All of them') }, { value: 'any', label: nls.localize('earshot/assessment/editor/any', 'One of them') }]}
            onChange={next => { setMode(next); onChange(folded({ mode: next, leaves: simple.leaves })); }} />}
        {condition && <p className='a-condition-words'>{nls.localize('earshot/assessment/editor/asked-only-if', 'Asked only if {0}.', conditionText(condition, form))}</p>}
    </>;
}

function QuestionChoice({ questions, value, onChange }: { readonly questions: readonly Question[]; readonly value: string; onChange(question: Question): void }): React.ReactElement {
    const { form } = useFormEditor();
    const numbers = questionNumbers(form);
    const options = questions.map(({ id, text }) => ({ value: id, label: `${numbers.get(id) ?? ''} ${formText(text) || id}` }));
    return <Select aria-label={nls.localize('earshot/assessment/field/text', 'Question')} value={value} options={options.some(each => each.value === value) ? options : [{ value, label: numbers.get(value) ?? value, disabled: true }, ...options]}
        onChange={id => { const question = questions.find(each => each.id === id); if (question) { onChange(question); } }} />;
}

/** Reads a condition as the reader of forms does. */
const readCondition = (text: string): { readonly condition?: Condition; readonly error?: string } => {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        return { error: nls.localize('earshot/assessment/editor/not-json', 'This is not JSON.') };
    }
    const { form, problems } = parseForm({ title: {}, languages: [], sections: [{ id: 's', title: {}, condition: value, questions: [] }] });
    return form ? { condition: form.sections[0]!.condition } : { error: anyFormProblemText(problems[0]!.code, problems[0]!.parameters) };
};

function NestedCondition({ label, condition, path, onChange }: { readonly label: string; readonly condition: Condition; readonly path: string; onChange(condition: Condition | undefined): void }): React.ReactElement {
    const { form } = useFormEditor();
    const [text, setText] = React.useState(() => JSON.stringify(condition, null, 2));
    const [refused, setRefused] = React.useState<string>();
    const problem = useProblemAt(path, true);
    const accept = (): void => {
        const { condition: read, error } = readCondition(text);
        setRefused(error);
        if (read) {
            onChange(read);
        }
    };
    return <Field label={label} help={conditionText(condition, form)} error={refused ?? problem}>
        <TextArea className='a-json' rows={6} spellCheck={false} data-path={path} value={text} onChange={setText} onBlur={accept} />
        <Button small variant='quiet' icon='trash' onClick={() => onChange(undefined)}>{nls.localize('earshot/assessment/editor/remove-condition', 'Remove the condition')}</Button>
    </Field>;
}
