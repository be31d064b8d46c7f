import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { allQuestions, type Question } from '@earshot/forms';
import { Select } from '@earshot/core/lib/browser/widgets';
import { type ConditionGroup, type ConditionRule, type PartPath, replacePart, type Statement } from '../../../common/form/condition-tree';
import { questionNumbers } from '../../filling/trace-text';
import { formText } from '../../form-text';
import { useFormEditor } from './editor-context';
import { partActions, PartTools } from './part-tools';
import { firstTest, TestField } from './test-fields';

export interface ConditionPartsProps {
    /** The whole condition. */
    readonly tree: ConditionGroup;
    /** Of the group that is shown. */
    readonly path: PartPath;
    readonly label: string;
    /** What a condition may speak of. */
    readonly earlier: readonly Question[];
    /** @param goTo the key of the part that gets the focus */
    onChange(tree: ConditionGroup, goTo?: number): void;
}

/** One statement about an earlier answer. */
export function ConditionRow({ tree, path, label, earlier, rule, onChange }: ConditionPartsProps & { readonly rule: ConditionRule }): React.ReactElement {
    const { form } = useFormEditor();
    const actions = partActions(tree, path, onChange);
    const { statement } = rule;
    const question = allQuestions(form).map(each => each.question).find(each => each.id === statement.question);
    const change = (next: Statement): void => onChange(replacePart(tree, path, { ...rule, statement: next }));
    return <div className='a-row' data-part={rule.key} onKeyDown={actions.onKeyDown}>
        <QuestionChoice questions={earlier} value={statement.question} onChange={next => change({ question: next.id, ...firstTest(next) })} />
        <TestField question={question} test={statement} onChange={test => change({ question: statement.question, ...test })} />
        <PartTools actions={actions} label={label} />
    </div>;
}

function QuestionChoice({ questions, value, onChange }: { readonly questions: readonly Question[]; readonly value: string; onChange(question: Question): void }): React.ReactElement {
    const { form } = useFormEditor();
    const numbers = questionNumbers(form);
    const options = questions.map(({ id, text }) => ({ value: id, label: `${numbers.get(id) ?? ''} ${formText(text) || id}` }));
    return <Select aria-label={nls.localize('earshot/assessment/field/text', 'Question')} value={value} options={options.some(each => each.value === value) ? options : [{ value, label: numbers.get(value) ?? value, disabled: true }, ...options]}
        onChange={id => { const question = questions.find(each => each.id === id); if (question) { onChange(question); } }} />;
}
