import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { useUnsaved } from '@earshot/core/lib/browser/navigation';
import { Button, Card, Field, FormErrors, IconButton, Notice, NumberField, TextField } from '@earshot/core/lib/browser/widgets';
import { type Blueprint, type ExamSection, rulesOf } from '../../common/exam/blueprint';
import type { BlueprintCheck } from '../../common/exam/check-blueprint';
import type { Exam, QuestionChoices } from '../../common/exam/exam-contract';
import { trainingContract } from '../../common/training-contract';
import { problem } from './exam-texts';
import { ExamSettings } from './exam-settings';
import { RuleRow } from './rule-row';

/** What an exam is made of, with how many questions there are for each rule while it is written. */
export function BlueprintEditor({ exam, readOnly, onUnsaved }: { readonly exam: Exam; readonly readOnly: boolean; onUnsaved(unsaved: boolean): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const [title, setTitle] = React.useState(exam.title);
    const [blueprint, setBlueprint] = React.useState<Blueprint>(exam.blueprint);
    const dirty = title !== exam.title || blueprint !== exam.blueprint;
    React.useEffect(() => onUnsaved(dirty), [dirty, onUnsaved]);
    const sent = blueprint as unknown as Exam['blueprint'];
    const save = useChange({ run: () => client.exams.change({ id: exam.id, version: exam.version, title, blueprint: sent }), invalidates: [['exam']], failures: 'form', done: () => nls.localize('earshot/training/blueprint/saved', 'Saved.') });
    useUnsaved(dirty && !save.isPending && !save.isSuccess, exam.title, () => save.mutateAsync(undefined).then(() => undefined));
    const choices = useQuery({ queryKey: ['question', 'choices'], enabled: !readOnly, queryFn: ({ signal }) => client.exams.choices(undefined, { signal }) as Promise<QuestionChoices> });
    const check = useQuery({ queryKey: ['question', 'supply', blueprint.sections], enabled: !readOnly, placeholderData: keepPreviousData, queryFn: ({ signal }) => client.exams.check({ blueprint: sent }, { signal }) as Promise<BlueprintCheck> });
    const problemAt = (path: string): string | undefined => { const found = check.data?.problems.find(each => each.path === path); return found && problem(found.code, found.detail); };
    const taken = React.useMemo(() => rulesOf(blueprint).flatMap(each => each.kind === 'fixed' ? each.questionIds : []), [blueprint]);
    const chooses = useSession().may('question:read');
    const setSections = (sections: readonly ExamSection[]): void => setBlueprint({ ...blueprint, sections });
    const setSection = (number: number, change: Partial<ExamSection>): void => setSections(blueprint.sections.map((each, place) => place === number ? { ...each, ...change } : each));
    return <fieldset className='t-blueprint' disabled={readOnly}>
        {readOnly && <Notice>{nls.localize('earshot/training/blueprint/read-only', 'You see what it is made of. Trainers change it.')}</Notice>}
        <FormErrors error={save.error} />
        <div className='t-blueprint-columns'>
            <div className='t-blueprint-sections'>
                <Field label={nls.localize('earshot/training/exams/called', 'What it is called')} required><TextField value={title} onChange={setTitle} maxLength={200} /></Field>
                {blueprint.sections.map((section, number) => <Card key={section.id} className='t-section' title={blueprint.sections.length > 1 ? nls.localize('earshot/training/blueprint/section', 'Section {0}', number + 1) : nls.localize('earshot/training/blueprint/questions', 'Questions')}
                    actions={blueprint.sections.length > 1 && <IconButton icon='trash' label={nls.localize('earshot/training/blueprint/remove-section', 'Remove section {0}', number + 1)} onClick={() => setSections(blueprint.sections.filter(each => each !== section))} />}>
                    {blueprint.sections.length > 1 && <div className='t-section-head'>
                        <Field label={nls.localize('earshot/training/blueprint/section-title', 'Name of the section')} error={problemAt(`sections.${number}.title`)}><TextField value={section.title} maxLength={200} onChange={value => setSection(number, { title: value })} /></Field>
                        <Field label={nls.localize('earshot/training/blueprint/section-pass', 'To pass this section')}><NumberField value={section.passPercent} min={0} max={100} unit='%' onChange={passPercent => setSection(number, { passPercent })} /></Field>
                    </div>}
                    {section.rules.map((rule, place) => <RuleRow key={rule.id} rule={rule} choices={choices.data} supply={check.data?.supply.find(each => each.ruleId === rule.id)} problem={problemAt(`sections.${number}.rules.${place}`)} taken={taken} shuffled={blueprint.shuffleQuestions} readOnly={readOnly}
                        onChange={next => setSection(number, { rules: section.rules.map(each => each === rule ? next : each) })} onRemove={() => setSection(number, { rules: section.rules.filter(each => each !== rule) })} />)}
                    {problemAt(`sections.${number}`) && <p className='t-quiet'>{problemAt(`sections.${number}`)}</p>}
                    <Button small icon='add' onClick={() => setSection(number, { rules: [...section.rules, { id: crypto.randomUUID(), kind: 'drawn', count: 5, where: { clauses: [], skills: [], difficulties: [], tags: [] }, knockOut: false }] })}>{nls.localize('earshot/training/blueprint/add-rule', 'Add questions')}</Button>{' '}
                    {chooses && <Button small icon='pinned' onClick={() => setSection(number, { rules: [...section.rules, { id: crypto.randomUUID(), kind: 'fixed', questionIds: [], knockOut: false }] })}>{nls.localize('earshot/training/blueprint/add-fixed', 'Ask everybody the same')}</Button>}
                </Card>)}
                <Button small icon='add' onClick={() => setSections([...blueprint.sections, { id: crypto.randomUUID(), title: '', passPercent: null, rules: [] }])}>{nls.localize('earshot/training/blueprint/add-section', 'Add a section')}</Button>
            </div>
            <ExamSettings blueprint={blueprint} onChange={setBlueprint} />
        </div>
        {!readOnly && <footer className='t-blueprint-foot'><span className='t-quiet e-figures'>{nls.localize('earshot/training/my-exams/questions', 'Questions: {0}', check.data?.questions ?? exam.questions)}</span><span className='t-grow' />
            <Button variant='primary' disabled={!dirty || title.trim() === ''} busy={save.isPending} onClick={() => save.mutate(undefined)}>{nls.localize('earshot/training/actions/save', 'Save')}</Button></footer>}
    </fieldset>;
}
