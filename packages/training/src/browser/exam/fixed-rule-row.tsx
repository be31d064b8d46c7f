import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { Badge, Combobox, Field, Icon } from '@earshot/core/lib/browser/widgets';
import type { FixedRule } from '../../common/exam/blueprint';
import type { AskableQuestion } from '../../common/exam/exam-contract';
import { trainingContract } from '../../common/training-contract';
import { pointsText } from '../attempt/attempt-words';
import { ItemRows } from '../question/item-rows';
import { kindIcon, kindText } from '../question/question-words';

export interface FixedRuleRowProps {
    readonly rule: FixedRule; readonly taken: readonly string[]; readonly shuffled: boolean; readonly problem: string | undefined; readonly readOnly: boolean;
    readonly remove: React.ReactNode; readonly knockOut: React.ReactNode;
    onChange(rule: FixedRule): void;
}

/** The same questions for everybody: searched for in the bank, put in order and taken out again. Who may not read the bank sees how many there are. */
export function FixedRuleRow({ rule, taken, shuffled, problem, readOnly, remove, knockOut, onChange }: FixedRuleRowProps): React.ReactElement {
    const client = useClient(trainingContract);
    const reads = useSession().may('question:read');
    const { questionIds } = rule;
    const { data: known } = useQuery({
        queryKey: ['question', 'askable', [...questionIds].sort()], enabled: reads && questionIds.length > 0, placeholderData: keepPreviousData,
        queryFn: ({ signal }) => client.exams.askable({ ids: [...questionIds], limit: 200 }, { signal }) as Promise<AskableQuestion[]>
    });
    const items = questionIds.map(id => ({ id, question: known?.find(each => each.id === id) }));
    return <div className='t-rule' data-problem={problem !== undefined && questionIds.length > 0 || undefined}>
        <div className='t-rule-line'><Icon name='pinned' /><span>{nls.localize('earshot/training/blueprint/fixed', 'The same questions on every paper: {0}', questionIds.length)}</span><span className='t-grow' />{!readOnly && remove}</div>
        {problem && <p className='t-problem' role='alert'>{problem}</p>}
        {reads && items.length > 0 && <ItemRows items={items} readOnly={readOnly} name={nls.localize('earshot/training/question/one', 'Question')} onChange={next => onChange({ ...rule, questionIds: next.map(each => each.id) })} render={({ question }) => question
            ? <div className='t-fixed'><Icon name={kindIcon(question.kind)} label={kindText(question.kind)} /><span className='t-fixed-text' title={question.prompt}><strong>{question.name}</strong> <span className='t-quiet'>{question.prompt}</span></span><span className='t-quiet e-figures'>{nls.localize('earshot/training/blueprint/points', 'Points: {0}', pointsText(question.points))}</span></div>
            : known ? <Badge tone='critical' icon='warning'>{nls.localize('earshot/training/blueprint/fixed-gone', 'Cannot be asked any more')}</Badge> : <span className='t-quiet'>…</span>} />}
        {reads && !readOnly && <Field label={nls.localize('earshot/training/blueprint/fix', 'Add a question to everybody’s paper')}><Combobox<AskableQuestion> value={null} placeholder={nls.localize('earshot/training/question/search', 'Name, words or category')}
            search={async (text, signal) => (await client.exams.askable({ text, limit: 60 }, { signal }) as AskableQuestion[]).filter(each => !taken.includes(each.id)).slice(0, 20)}
            keyOf={each => each.id} labelOf={each => each.name} detailOf={each => each.prompt} onChange={each => { if (each) { onChange({ ...rule, questionIds: [...questionIds, each.id] }); } }} /></Field>}
        {shuffled && questionIds.length > 1 && <p className='t-quiet t-fixed-note'>{nls.localize('earshot/training/blueprint/fixed-shuffled', 'Each paper mixes them. Take away “Questions in a random order” to keep this order.')}</p>}
        {knockOut}
    </div>;
}
