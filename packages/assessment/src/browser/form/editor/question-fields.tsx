import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type Question, criticalClasses, criticalEffects, isFormId } from '@earshot/forms';
import { Checkbox, Field, NumberField, Select, TextField, formatNumber } from '@earshot/core/lib/browser/widgets';
import { changeKind, present, renameQuestion, replaceQuestion } from '../../../common/form/form-editing';
import { criticalClassText } from '../../filling/critical-text';
import { conditionText } from '../words/condition-text';
import { fieldName } from '../words/field-text';
import { effectText, kindText } from '../words/kind-text';
import { ConditionField } from './condition-field';
import { useFormEditor, useProblemAt } from './editor-context';
import { Fold } from './fold';
import { KindFields, NumberProperty } from './kind-fields';
import { LocalizedField } from './localized-field';
import { PhraseFields } from './phrase-fields';
import { Rows, TestField, firstTest } from './test-fields';
import { ValueInput, firstValue } from './value-input';

/** An identifier that is accepted when it is complete: each letter on the way there would be an identifier of its own. */
export function IdentifierField({ id, path, taken, onChange }: { readonly id: string; readonly path: string; readonly taken: readonly string[]; onChange(id: string): void }): React.ReactElement {
    const [text, setText] = React.useState(id);
    const problem = useProblemAt(path);
    React.useEffect(() => setText(id), [id]);
    const own = text === id ? problem : !isFormId(text) ? nls.localize('earshot/assessment/form-problem/invalid-id', 'An identifier has 1 to 64 letters, digits, dots, hyphens or underscores and begins with a letter or digit.')
        : taken.includes(text) ? nls.localize('earshot/assessment/form-problem/duplicate-id', 'The identifier “{0}” is used twice.', text) : undefined;
    const accept = (): void => {
        if (text !== id && !own) {
            onChange(text);
        }
    };
    return <Field label={fieldName('id')} error={own} help={nls.localize('earshot/assessment/editor/id-help', 'Figures of several versions belong together by it: keep it as long as it means the same.')}>
        <TextField data-path={path} spellCheck={false} value={text} onChange={setText} onBlur={accept} onKeyDown={event => { if (event.key === 'Enter') { accept(); } }} />
    </Field>;
}

function Critical({ question, path, set }: { readonly question: Question; readonly path: string; set(fields: Partial<Question>): void }): React.ReactElement {
    const error = useProblemAt(`${path}/critical`, true);
    const { critical } = question;
    const none = nls.localize('earshot/assessment/critical/none', 'Not critical');
    return <Field group label={fieldName('critical')} error={error}>
        <div className='a-fields-row' data-path={`${path}/critical`}>
            <Select aria-label={fieldName('critical')} value={critical.class} options={[{ value: 'none', label: none }, ...criticalClasses.map(value => ({ value, label: criticalClassText(value) }))]}
                onChange={value => set({ critical: { class: value as typeof critical.class, effect: value === 'none' ? 'none' : critical.effect } })} />
            {(critical.class !== 'none' || critical.effect !== 'none') && <Select aria-label={nls.localize('earshot/assessment/editor/effect', 'What a failure does')} value={critical.effect}
                options={criticalEffects.map(value => ({ value, label: effectText(value) }))} onChange={effect => set({ critical: { ...critical, effect } })} />}
        </div>
    </Field>;
}

function Tests({ field, question, path, set }: { readonly field: 'commentRequiredOn' | 'failsOn'; readonly question: Question; readonly path: string; set(fields: Partial<Question>): void }): React.ReactElement {
    return <Rows label={fieldName(field)} path={`${path}/${field}`} rows={question[field] ?? []} addLabel={nls.localize('earshot/assessment/editor/add-test', 'Add a case')} make={() => firstTest(question)}
        onChange={tests => set({ [field]: tests.length ? tests : undefined })} render={(test, _index, change) => <TestField question={question} test={test} onChange={change} />} />;
}

export interface QuestionEditorProps {
    readonly section: number;
    readonly index: number;
}

/** Everything about one question. */
export function QuestionEditor({ section, index }: QuestionEditorProps): React.ReactElement {
    const { form, kinds, change } = useFormEditor();
    const question = form.sections[section]!.questions[index]!;
    const path = `/sections/${section}/questions/${index}`;
    const set = (fields: Partial<Question>): void => {
        change(replaceQuestion(form, section, index, present({ ...question, ...fields })), `${question.id}/${Object.keys(fields).join()}`);
    };
    const before = form.sections.slice(0, section).reduce((sum, each) => sum + each.questions.length, index);
    const others = form.sections.flatMap(each => each.questions).filter(each => each !== question).map(({ id }) => id);
    const fields: readonly string[] = kinds.get(question.kind)?.fields ?? [];
    const props = { question, path, set };
    const guidance = (question.help ? 1 : 0) + (question.examples?.length ?? 0);
    const asked = question.condition ? conditionText(question.condition, form) : undefined;
    return <div className='a-fields'>
        <LocalizedField required label={fieldName('text')} path={`${path}/text`} value={question.text} onChange={text => set({ text: text ?? {} })} />
        <div className='a-fields-row'>
            <Field label={fieldName('kind')}>
                <Select data-path={`${path}/kind`} value={question.kind} options={[...new Set([...kinds.all.map(({ name }) => name), question.kind])].map(value => ({ value, label: kindText(value) }))}
                    onChange={kind => change(replaceQuestion(form, section, index, changeKind(question, kind, kinds)))} />
            </Field>
            <NumberProperty {...props} field='weight' required />
        </div>
        <KindFields {...props} />
        <div className='a-checks'>
            <Checkbox label={fieldName('notApplicable')} checked={question.notApplicable} onChange={notApplicable => set({ notApplicable })} />
            <Checkbox label={fieldName('optional')} checked={question.optional ?? false} onChange={optional => set({ optional: optional || undefined })} />
            <Checkbox label={fieldName('unscored')} checked={question.unscored ?? false} onChange={unscored => set({ unscored: unscored || undefined })} />
        </div>
        <Fold title={nls.localize('earshot/assessment/builder/guidance', 'Guidance and examples')} state={guidance ? formatNumber(guidance) : undefined} paths={[`${path}/help`, `${path}/examples`]}>
            <LocalizedField multiline label={fieldName('help')} path={`${path}/help`} value={question.help} onChange={help => set({ help })} />
            <Rows label={fieldName('examples')} path={`${path}/examples`} rows={question.examples ?? []} addLabel={nls.localize('earshot/assessment/editor/add-example', 'Add an example')} make={() => ({ answer: firstValue(question), text: {} })}
                onChange={examples => set({ examples: examples.length ? examples : undefined })} render={(example, place, replace) => <>
                    <ValueInput question={question} value={example.answer} onChange={answer => replace({ ...example, answer })} />
                    <LocalizedField hideLabel multiline required label={fieldName('examples')} path={`${path}/examples/${place}/text`} value={example.text} onChange={text => replace({ ...example, text: text ?? {} })} />
                </>} />
        </Fold>
        <Fold title={fieldName('critical')} state={question.critical.class === 'none' ? undefined : criticalClassText(question.critical.class)} paths={[`${path}/critical`, `${path}/failsOn`]}>
            <Critical {...props} />
            {fields.includes('failsOn') && <Tests {...props} field='failsOn' />}
        </Fold>
        <Fold title={nls.localize('earshot/assessment/builder/when', 'When it is asked, and when a comment is needed')} state={asked ?? (question.commentRequiredOn ? fieldName('commentRequiredOn') : undefined)} paths={[`${path}/condition`, `${path}/commentRequiredOn`]}>
            <ConditionField key={question.id} label={fieldName('condition')} condition={question.condition} path={`${path}/condition`} before={before} onChange={condition => set({ condition })} />
            <Tests {...props} field='commentRequiredOn' />
        </Fold>
        <Fold title={fieldName('phrases')} state={question.phrases ? formatNumber(question.phrases.rules.length) : undefined} paths={[`${path}/phrases`]}>
            <PhraseFields {...props} />
        </Fold>
        <Fold title={nls.localize('earshot/assessment/builder/more', 'Bonus, identifier')} state={question.bonus ? fieldName('bonus') : undefined} paths={[`${path}/bonus`, `${path}/id`]}>
            <Rows label={fieldName('bonus')} path={`${path}/bonus`} rows={question.bonus ?? []} addLabel={nls.localize('earshot/assessment/editor/add-bonus', 'Add a bonus or penalty')} make={() => ({ when: firstTest(question), percentPoints: 5 })}
                help={question.bonus ? nls.localize('earshot/assessment/editor/bonus-help', 'A question with a bonus takes no part in the weighted score.') : undefined} onChange={bonus => set({ bonus: bonus.length ? bonus : undefined })}
                render={(adjustment, _place, replace) => <>
                    <TestField question={question} test={adjustment.when} onChange={when => replace({ ...adjustment, when })} />
                    <NumberField className='a-short' unit='%' aria-label={nls.localize('earshot/assessment/trace/points', 'Percentage points')} value={adjustment.percentPoints} onChange={value => replace({ ...adjustment, percentPoints: value ?? 0 })} />
                </>} />
            <IdentifierField id={question.id} path={`${path}/id`} taken={others} onChange={id => change(renameQuestion(form, section, index, id))} />
        </Fold>
    </div>;
}
