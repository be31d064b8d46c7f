import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, Checkbox, Chip, Field, IconButton, NumberField, Select } from '@earshot/core/lib/browser/widgets';
import type { BlueprintRule, QuestionFilter } from '../../common/exam/blueprint';
import type { RuleSupply } from '../../common/exam/check-blueprint';
import type { QuestionChoices } from '../../common/exam/exam-contract';
import { FixedRuleRow } from './fixed-rule-row';

type Dimension = keyof QuestionFilter;
const dimensions: readonly Dimension[] = ['clauses', 'skills', 'difficulties', 'tags'];

function dimensionText(dimension: Dimension): string {
    switch (dimension) {
        case 'clauses': return nls.localize('earshot/training/blueprint/clause', 'Clause');
        case 'skills': return nls.localize('earshot/training/blueprint/skill', 'Skill');
        case 'difficulties': return nls.localize('earshot/training/blueprint/difficulty', 'Difficulty');
        case 'tags': return nls.localize('earshot/training/blueprint/tag', 'Tag');
    }
}

/** A difficulty is a word of ours, everything else is called as its authors call it. */
function choiceText(dimension: Dimension, { value, label }: { readonly value: string; readonly label: string }): string {
    switch (dimension === 'difficulties' ? value : '') {
        case 'easy': return nls.localize('earshot/training/difficulty/easy', 'Easy');
        case 'medium': return nls.localize('earshot/training/difficulty/medium', 'Medium');
        case 'hard': return nls.localize('earshot/training/difficulty/hard', 'Hard');
        default: return label;
    }
}

export interface RuleRowProps {
    readonly rule: BlueprintRule; readonly choices: QuestionChoices | undefined; readonly supply: RuleSupply | undefined; readonly problem: string | undefined;
    /** Questions that are fixed anywhere in the exam. */
    readonly taken: readonly string[];
    readonly shuffled: boolean; readonly readOnly: boolean;
    onChange(rule: BlueprintRule): void;
    onRemove(): void;
}

/** So many questions about this: with how many there are. */
export function RuleRow({ rule, choices, supply, problem, taken, shuffled, readOnly, onChange, onRemove }: RuleRowProps): React.ReactElement {
    const remove = <IconButton icon='trash' label={nls.localize('earshot/training/blueprint/remove-rule', 'Remove')} onClick={onRemove} />;
    const knockOut = <Checkbox checked={rule.knockOut} label={nls.localize('earshot/training/blueprint/knock-out', 'Knock-out: wholly right, or the exam is failed')} onChange={value => onChange({ ...rule, knockOut: value })} />;
    if (rule.kind === 'fixed') {
        return <FixedRuleRow rule={rule} taken={taken} shuffled={shuffled} problem={problem} readOnly={readOnly} remove={remove} knockOut={knockOut} onChange={onChange} />;
    }
    const set = (dimension: Dimension, values: readonly string[]): void => onChange({ ...rule, where: { ...rule.where, [dimension]: values } });
    const chosen = dimensions.flatMap(dimension => rule.where[dimension].map(value => ({ dimension, value, label: choiceText(dimension, choices?.[dimension].find(each => each.value === value) ?? { value, label: value }) })));
    return <div className='t-rule' data-problem={problem !== undefined || undefined}>
        <div className='t-rule-line'>
            <Field label={nls.localize('earshot/training/blueprint/count', 'How many')} hideLabel><NumberField className='t-points-field' value={rule.count} min={0} max={200} onChange={count => onChange({ ...rule, count: count ?? 0 })} /></Field>
            <span>{chosen.length === 0 ? nls.localize('earshot/training/blueprint/any', 'of all questions') : nls.localize('earshot/training/blueprint/about', 'questions about')}</span>
            {chosen.map(({ dimension, value, label }) => <Chip key={dimension + value} removeLabel={nls.localize('earshot/training/assign/remove', 'Take out {0}', label)} onRemove={() => set(dimension, rule.where[dimension].filter(each => each !== value))}>{dimensionText(dimension)}: {label}</Chip>)}
            <span className='t-grow' />
            {supply && <Badge tone={problem ? 'critical' : 'neutral'}>{nls.localize('earshot/training/blueprint/supply', 'there are {0}', supply.fitting)}</Badge>}{remove}
        </div>
        {problem && <p className='t-problem' role='alert'>{problem}</p>}
        <div className='t-rule-line'>
            {dimensions.filter(each => (choices?.[each].length ?? 0) > 0).map(dimension => <Field key={dimension} label={dimensionText(dimension)} hideLabel><Select value={null} placeholder={`+ ${dimensionText(dimension)}`} onChange={value => set(dimension, [...rule.where[dimension], value])}
                options={choices![dimension].filter(each => !rule.where[dimension].includes(each.value)).map(each => ({ value: each.value, label: `${choiceText(dimension, each)} (${each.questions})` }))} /></Field>)}
        </div>
        {knockOut}
    </div>;
}
