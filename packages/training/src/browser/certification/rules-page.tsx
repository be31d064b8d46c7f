import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { type PageProps, useQueryParameter, useUnsaved } from '@earshot/core/lib/browser/navigation';
import { Button, Card, EmptyState, Field, FormErrors, IconButton, NumberField, Page, Select, Skeleton, TextField } from '@earshot/core/lib/browser/widgets';
import type { PositionRule } from '../../common/certification/certification-contract';
import type { CertificationRule, Requirement, Validity } from '../../common/certification/may-take-calls';
import type { ExamRow } from '../../common/exam/exam-contract';
import { trainingContract } from '../../common/training-contract';
import { HouseName } from '../certificate/house-name';
import { requirementText } from './certification-words';

const newRule: CertificationRule = { requirements: [], validity: { kind: 'expiry', months: 12, windowDays: 60 }, graceDays: 14, introductionDays: 14 };

/** What each position asks for. */
export default function CertificationRulesPage({ query }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const { describe } = useErrorText();
    const [, setPosition] = useQueryParameter('position', '');
    const { data, error, refetch } = useQuery({ queryKey: ['certification', 'rules'], meta: { shows: ['position'] }, queryFn: ({ signal }) => client.certification.rules(undefined, { signal }) as Promise<PositionRule[]> });
    // those who are ruled already, and those who are most, are looked for most
    const row = data?.find(each => each.positionId === query.get('position')) ?? data?.find(each => each.rule !== null) ?? data?.reduce<PositionRule | undefined>((most, each) => each.people > (most?.people ?? 0) ? each : most, undefined) ?? data?.[0];
    return <Page title={nls.localize('earshot/training/certification/rules', 'What positions ask for')} width='reading' back={{ to: '/training/certification', label: nls.localize('earshot/training/certification/title', 'Who may take calls') }}>
        {!data ? error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />
            : !row ? <EmptyState icon='verified' title={nls.localize('earshot/training/certification/no-positions', 'There are no positions yet.')} />
                : <div className='t-rules'><Field label={nls.localize('earshot/training/people/position', 'Position')}><Select value={row.positionId} onChange={setPosition} options={data.map(each => ({ value: each.positionId, label: `${each.positionName} (${each.people})` }))} /></Field>
                    <RuleCard key={`${row.positionId}.${row.version}`} row={row} /><HouseName /></div>}
    </Page>;
}

function RuleCard({ row }: { readonly row: PositionRule }): React.ReactElement {
    const client = useClient(trainingContract);
    const exams = useQuery({ queryKey: ['exam', 'names'], queryFn: ({ signal }) => client.exams.list({ limit: 500 }, { signal }) as Promise<{ rows: ExamRow[] }> });
    const [rule, setRule] = React.useState<CertificationRule>(row.rule ?? newRule);
    const dirty = rule !== (row.rule ?? newRule);
    const save = useChange({ run: () => client.certification.setRule({ id: row.positionId, version: row.version, rule: rule as unknown as NonNullable<PositionRule['rule']> }), invalidates: [['certification']], failures: 'form', done: () => nls.localize('earshot/training/blueprint/saved', 'Saved.') });
    useUnsaved(dirty && !save.isPending && !save.isSuccess, row.positionName, () => save.mutateAsync(undefined).then(() => undefined));
    const titleOf = (each: Requirement): string | null => each.kind === 'exam' ? exams.data?.rows.find(one => one.id === each.examId)?.title ?? '…' : null;
    const add = (requirement: Requirement): void => setRule({ ...rule, requirements: [...rule.requirements, requirement] });
    const change = (before: Requirement, next: Requirement): void => setRule({ ...rule, requirements: rule.requirements.map(each => each === before ? next : each) });
    const has = (kind: Requirement['kind']): boolean => rule.requirements.some(each => each.kind === kind);
    const others = (['documents', 'supervised-calls', 'sign-off'] as const).filter(each => !has(each));
    const { validity } = rule;
    const setValidity = (next: Validity): void => setRule({ ...rule, validity: next });
    const kinds: Readonly<Record<Validity['kind'], string>> = {
        completion: nls.localize('earshot/training/certification/by-completion', 'From the day it was done'), expiry: nls.localize('earshot/training/certification/by-expiry', 'Prolonged from its end, renewed shortly before'), fixed: nls.localize('earshot/training/certification/by-day', 'Until a day of the year')
    };
    return <Card title={nls.localize('earshot/training/certification/to-take', 'To take calls')} actions={<Button variant='primary' disabled={!dirty} busy={save.isPending} onClick={() => save.mutate(undefined)}>{nls.localize('earshot/training/actions/save', 'Save')}</Button>}>
        <FormErrors error={save.error} />
        {rule.requirements.length === 0 && <p className='t-quiet'>{nls.localize('earshot/training/certification/nothing', 'This position asks for nothing yet: everybody in it may take calls.')}</p>}
        {rule.requirements.map(each => <div key={each.id} className='t-rule'><div className='t-rule-line'><strong>{requirementText({ requirement: each, title: titleOf(each) })}</strong><span className='t-grow' />
            <IconButton icon='trash' label={nls.localize('earshot/training/blueprint/remove-rule', 'Remove')} onClick={() => setRule({ ...rule, requirements: rule.requirements.filter(one => one !== each) })} /></div>
            {each.kind === 'supervised-calls' && <div className='t-rule-line'>
                <Field label={nls.localize('earshot/training/certification/how-many', 'Calls')}><NumberField className='t-points-field' value={each.calls} min={1} max={100} onChange={calls => { if (calls !== null) { change(each, { ...each, calls }); } }} /></Field>
                <Field label={nls.localize('earshot/training/certification/least', 'Each at least')}><NumberField className='t-points-field' value={each.percent} min={0} max={100} unit='%' onChange={value => { if (value !== null) { change(each, { ...each, percent: value }); } }} /></Field></div>}
        </div>)}
        <div className='t-rule-line'>
            <Select aria-label={nls.localize('earshot/training/certification/add-exam', 'Add an exam')} value={null} placeholder={nls.localize('earshot/training/certification/add-exam', 'Add an exam')} onChange={examId => add({ kind: 'exam', id: crypto.randomUUID(), examId })}
                options={(exams.data?.rows ?? []).filter(each => each.number !== null && !rule.requirements.some(one => one.kind === 'exam' && one.examId === each.id)).map(each => ({ value: each.id, label: each.title }))} />
            {others.map(kind => <Button key={kind} small icon='add' onClick={() => add(kind === 'supervised-calls' ? { kind, id: crypto.randomUUID(), calls: 3, percent: 80 } : { kind, id: crypto.randomUUID() })}>{requirementText({ requirement: kind === 'supervised-calls' ? { kind, id: kind, calls: 3, percent: 80 } : { kind, id: kind }, title: null })}</Button>)}
        </div>
        <Field label={nls.localize('earshot/training/certification/holds', 'How long it holds')}><Select<Validity['kind']> value={validity.kind} onChange={kind => setValidity(kind === 'completion' ? { kind, months: 12 } : kind === 'expiry' ? { kind, months: 12, windowDays: 60 } : { kind, day: '12-31', windowDays: 60 })}
            options={(['completion', 'expiry', 'fixed'] as const).map(value => ({ value, label: kinds[value] }))} /></Field>
        <div className='t-rule-line'>
            {validity.kind !== 'fixed' && <Field label={nls.localize('earshot/training/certification/months', 'Months')}><NumberField className='t-points-field' value={validity.months} min={1} max={120} onChange={months => { if (months !== null) { setValidity({ ...validity, months }); } }} /></Field>}
            {validity.kind === 'fixed' && <Field label={nls.localize('earshot/training/certification/day', 'Month and day, as 12-31')}><TextField className='t-points-field' value={validity.day} maxLength={5} onChange={day => setValidity({ ...validity, day })} /></Field>}
            {validity.kind !== 'completion' && <Field label={nls.localize('earshot/training/certification/window', 'Renewed at most so many days before')}><NumberField className='t-points-field' value={validity.windowDays} min={0} max={366} onChange={windowDays => { if (windowDays !== null) { setValidity({ ...validity, windowDays }); } }} /></Field>}
            <Field label={nls.localize('earshot/training/certification/grace-days', 'Days of grace afterwards')}><NumberField className='t-points-field' value={rule.graceDays} min={0} max={366} onChange={graceDays => { if (graceDays !== null) { setRule({ ...rule, graceDays }); } }} /></Field>
            <Field label={nls.localize('earshot/training/certification/introduction-days', 'Days for what is new')} help={nls.localize('earshot/training/certification/introduction-help', 'For people from another position, and for everybody here when this rule asks for more. Who is new in the house meets it first.')}><NumberField className='t-points-field' value={rule.introductionDays} min={0} max={366} onChange={introductionDays => { if (introductionDays !== null) { setRule({ ...rule, introductionDays }); } }} /></Field>
        </div>
    </Card>;
}
