import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type PhraseRule, phraseDemands, type PhraseRules, phraseSpeakers, type Question } from '@earshot/forms';
import { Field, NumberField, Select, TextArea } from '@earshot/core/lib/browser/widgets';
import { fieldName } from '../words/field-text';
import { brokenText, demandText, keptText, speakerText } from '../words/phrase-text';
import { useProblemAt } from './editor-context';
import { Rows } from './test-fields';
import { firstValue, lastValue, ValueInput } from './value-input';

export interface PhraseFieldsProps {
    readonly question: Question;
    readonly path: string;
    set(fields: Partial<Question>): void;
}

const usualSeconds = 20;
const emptyRule: PhraseRule = { demand: 'required', wordings: [], speaker: 'agent' };

/** Phrases that must be or must not be said, and which answers follow from it. */
export function PhraseFields({ question, path, set }: PhraseFieldsProps): React.ReactElement {
    const { phrases } = question;
    const change = (rules: readonly PhraseRule[]): void => set({ phrases: rules.length ? { kept: firstValue(question), broken: lastValue(question), ...phrases, rules } : undefined });
    return <>
        <Rows label={fieldName('phrases')} path={`${path}/phrases/rules`} rows={phrases?.rules ?? []} addLabel={nls.localize('earshot/assessment/editor/add-phrase', 'Add a phrase')} make={() => emptyRule} onChange={change}
            help={nls.localize('earshot/assessment/editor/phrases-help', 'Looked for in transcripts and messages, in either script of Chinese, whatever the spaces and punctuation. The evaluator sees the suggestion with its place; it counts only when they accept it.')}
            render={(rule, _place, replace) => <RuleFields rule={rule} onChange={replace} />} />
        {phrases && <div className='a-fields-row'>
            <Suggested label={keptText()} field='kept' question={question} phrases={phrases} path={path} set={set} />
            <Suggested label={brokenText()} field='broken' question={question} phrases={phrases} path={path} set={set} />
        </div>}
    </>;
}

function Suggested({ label, field, question, phrases, path, set }: PhraseFieldsProps & { readonly label: string; readonly field: 'kept' | 'broken'; readonly phrases: PhraseRules }): React.ReactElement {
    const error = useProblemAt(`${path}/phrases/${field}`);
    return <Field group label={label} error={error}><div data-path={`${path}/phrases/${field}`}>
        <ValueInput question={question} value={phrases[field]} onChange={value => set({ phrases: { ...phrases, [field]: value } })} />
    </div></Field>;
}

type Where = 'anywhere' | 'first' | 'last';

function RuleFields({ rule, onChange }: { readonly rule: PhraseRule; onChange(rule: PhraseRule): void }): React.ReactElement {
    const { within, ...anywhere } = rule;
    // Lines as they are typed: an empty one at the end is a wording that is about to be written.
    const [text, setText] = React.useState(rule.wordings.join('\n'));
    const [known, setKnown] = React.useState(rule.wordings);
    if (known !== rule.wordings) {
        setKnown(rule.wordings);
        setText(rule.wordings.join('\n'));
    }
    const write = (next: string): void => {
        const wordings = next.split('\n').map(each => each.trim()).filter(each => each !== '');
        setText(next);
        setKnown(wordings);
        onChange({ ...rule, wordings });
    };
    return <div className='a-phrase'>
        <TextArea rows={2} aria-label={nls.localize('earshot/assessment/editor/wordings', 'Wordings, one per line; any of them will do')} placeholder={nls.localize('earshot/assessment/editor/wordings', 'Wordings, one per line; any of them will do')} value={text} onChange={write} />
        <div className='a-fields-row'>
            <Select aria-label={nls.localize('earshot/assessment/editor/demand', 'Demand')} value={rule.demand} options={phraseDemands.map(value => ({ value, label: demandText(value) }))} onChange={demand => onChange({ ...rule, demand })} />
            <Select aria-label={nls.localize('earshot/assessment/editor/speaker', 'Speaker')} value={rule.speaker} options={phraseSpeakers.map(value => ({ value, label: speakerText(value) }))} onChange={speaker => onChange({ ...rule, speaker })} />
            <Select<Where> aria-label={nls.localize('earshot/assessment/editor/where', 'Where')} value={within?.part ?? 'anywhere'} options={[
                { value: 'anywhere', label: nls.localize('earshot/assessment/phrase/anywhere', 'anywhere') }, { value: 'first', label: nls.localize('earshot/assessment/editor/first-seconds', 'in the first seconds') },
                { value: 'last', label: nls.localize('earshot/assessment/editor/last-seconds', 'in the last seconds') }]}
                onChange={part => onChange(part === 'anywhere' ? anywhere : { ...rule, within: { part, seconds: within?.seconds ?? usualSeconds } })} />
            {within && <NumberField className='a-short' unit={nls.localize('earshot/assessment/editor/seconds', 's')} aria-label={nls.localize('earshot/assessment/editor/seconds-label', 'Seconds')} value={within.seconds} onChange={seconds => onChange({ ...rule, within: { ...within, seconds: seconds ?? 0 } })} />}
        </div>
    </div>;
}
