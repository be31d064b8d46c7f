import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Checkbox, Field, NumberField, Select } from '@earshot/core/lib/browser/widgets';
import { useForms } from '../evaluation/use-forms';
import type { DefinitionFieldsProps } from './size-fields';
import { SeveralField } from './several-field';
import { useQualifications } from './use-sampling';

/** The form, its evaluators, and what is scored twice. */
export function ScoringFields({ definition, disabled, problem, onChange }: DefinitionFieldsProps & { problem(path: string): string | undefined }): React.ReactElement {
    const { formId, evaluatorIds, notOwnTeam, shadowShare, intraShare, intraWeeks, dueDays } = definition;
    const { forms } = useForms();
    const { data: people = [] } = useQualifications();
    const qualified = (id: string): boolean => people.find(each => each.personId === id)?.formIds.includes(formId ?? '') ?? false;
    const share = (name: 'shadowShare' | 'intraShare', value: number, label: string, help: string): React.ReactElement => <Field label={label} help={help}>
        <NumberField value={Math.round(value * 100)} min={0} max={50} unit={nls.localize('earshot/quality/sampling/of-draw', '% of the draw')} disabled={disabled} onChange={next => { if (next !== null) { onChange({ [name]: next / 100 }); } }} />
    </Field>;
    return <div className='q-condition'>
        <Field label={nls.localize('earshot/quality/evaluation/form', 'Form')} required>
            <Select value={formId} disabled={disabled} placeholder={nls.localize('earshot/quality/sheet/form-hint', 'Choose a form')} onChange={next => onChange({ formId: next })} options={(forms ?? []).map(each => ({ value: each.id, label: formText(each.title) }))} />
        </Field>
        <Field label={nls.localize('earshot/quality/sampling/due-in', 'Scored within')}><NumberField value={dueDays} min={1} max={60} unit={nls.localize('earshot/quality/rules/days', 'working days')} disabled={disabled} onChange={next => { if (next) { onChange({ dueDays: Math.round(next) }); } }} /></Field>
        <div className='q-condition-wide'><SeveralField label={nls.localize('earshot/quality/evaluators/several', 'Evaluators')} values={evaluatorIds} disabled={disabled} most={100} error={problem('definition.evaluatorIds')} onChange={next => onChange({ evaluatorIds: [...next] })}
            all={nls.localize('earshot/quality/sampling/choose-evaluators', 'Choose evaluators')} help={nls.localize('earshot/quality/sampling/evaluators-help', 'Calls are divided by minutes. Only who is qualified on the form gets any.')}
            options={people.map(each => ({ value: each.personId, label: qualified(each.personId) ? each.name : nls.localize('earshot/quality/sampling/unqualified', '{0} (not qualified)', each.name) }))} /></div>
        <div className='q-condition-wide'><Checkbox checked={notOwnTeam} disabled={disabled} onChange={next => onChange({ notOwnTeam: next })} label={nls.localize('earshot/quality/sampling/not-own-team', 'Nobody scores calls of their own team')} detail={nls.localize('earshot/quality/sampling/never-own', 'Nobody ever scores calls of their own.')} /></div>
        {share('shadowShare', shadowShare, nls.localize('earshot/quality/sampling/shadow', 'Scored again by somebody else'), nls.localize('earshot/quality/sampling/shadow-help', 'Blind, for agreement: it does not count for the agent.'))}
        {share('intraShare', intraShare, nls.localize('earshot/quality/sampling/intra', 'Own earlier calls scored again'), nls.localize('earshot/quality/sampling/intra-help', 'Shows how steady each evaluator is over time.'))}
        {intraShare > 0 && <Field label={nls.localize('earshot/quality/sampling/intra-weeks', 'Not before')}><NumberField value={intraWeeks} min={1} max={52} unit={nls.localize('earshot/quality/sampling/weeks-later', 'weeks later')} disabled={disabled} onChange={next => { if (next) { onChange({ intraWeeks: Math.round(next) }); } }} /></Field>}
    </div>;
}
