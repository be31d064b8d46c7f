import { formText } from '@earshot/assessment/lib/browser/form-text';
import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { useUnsaved } from '@earshot/core/lib/browser/navigation';
import { Button, Card, EmptyState, Field, FormErrors, Page, Select, Skeleton, useProblems } from '@earshot/core/lib/browser/widgets';
import type { FeedbackPolicy } from '../../common/feedback/feedback-policy';
import { qualityContract } from '../../common/quality-contract';
import { useForms } from '../evaluation/use-forms';
import { type Calendar, CalendarCard } from './calendar-card';
import { PolicyFields } from './policy-fields';

interface PolicyRow { readonly formId: string | null; readonly formTitle: Readonly<Record<string, string>> | null; readonly policy: FeedbackPolicy }

/** How results reach agents and how they are disputed: for the centre, for forms that differ, and on which days. */
export default function RulesPage(): React.ReactElement {
    const client = useClient(qualityContract);
    const { describe } = useErrorText();
    const { forms } = useForms();
    const [added, setAdded] = React.useState<string>();
    const { data: policies, error, refetch } = useQuery({ queryKey: ['feedback-policy', 'list'], queryFn: ({ signal }) => client.feedback.policies(undefined, { signal }) as Promise<PolicyRow[]> });
    const { data: calendar } = useQuery({ queryKey: ['feedback-policy', 'calendar'], queryFn: ({ signal }) => client.feedback.calendar(undefined, { signal }) as Promise<Calendar> });
    const title = nls.localize('earshot/quality/rules/title', 'Rules for results and disputes');
    if (!policies || !calendar) {
        return <Page title={title}>{error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={10} />}</Page>;
    }
    const centre = policies.find(each => each.formId === null)!;
    const others = (forms ?? []).filter(each => !policies.some(one => one.formId === each.id));
    const rows: readonly PolicyRow[] = added && others.some(each => each.id === added) ? [...policies, { formId: added, formTitle: others.find(each => each.id === added)!.title, policy: centre.policy }] : policies;
    return <Page title={title} width='wide' back={{ to: '/quality/feedback', label: nls.localize('earshot/quality/feedback/page', 'Results and disputes') }}>
        <div className='q-rules'>
            {rows.map(each => <PolicyCard key={`${each.formId} ${JSON.stringify(each.policy)}`} row={each} fresh={each.formId === added} onDropped={() => setAdded(undefined)} />)}
            {others.length > 0 && <Field label={nls.localize('earshot/quality/rules/add-form', 'A form that differs')}>
                <Select value={null} placeholder={nls.localize('earshot/quality/rules/choose-form', 'Choose a form')} onChange={setAdded} options={others.map(each => ({ value: each.id, label: formText(each.title) }))} />
            </Field>}
            <CalendarCard key={JSON.stringify(calendar)} kept={calendar} />
        </div>
    </Page>;
}

function PolicyCard({ row: { formId, formTitle, policy: kept }, fresh, onDropped }: { readonly row: PolicyRow; readonly fresh: boolean; onDropped(): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const [policy, setPolicy] = React.useState(kept);
    const name = formId === null ? nls.localize('earshot/quality/rules/centre', 'All forms') : formText(formTitle ?? undefined);
    const save = useChange({ run: () => client.feedback.setPolicy({ formId, policy: { ...policy, releaseTimes: { ...policy.releaseTimes, weekdays: [...policy.releaseTimes.weekdays] } } }), invalidates: [['feedback-policy']], failures: 'form', done: () => nls.localize('earshot/quality/rules/saved', 'The rules are saved. They hold from now on.') });
    const drop = useChange({ run: () => client.feedback.dropPolicy({ formId: formId! }), invalidates: [['feedback-policy']], done: () => nls.localize('earshot/quality/rules/dropped', '“{0}” follows the rules for all forms again.', name), undo: () => client.feedback.setPolicy({ formId, policy: kept as Parameters<typeof client.feedback.setPolicy>[0]['policy'] }), then: onDropped });
    const problem = useProblems(save.error);
    const changed = fresh || JSON.stringify(policy) !== JSON.stringify(kept);
    useUnsaved(changed && !fresh && !save.isPending && !save.isSuccess, name);
    return <Card title={name}>
        <form className='q-rules' onSubmit={event => { event.preventDefault(); save.mutate(undefined); }}>
            <FormErrors error={save.error} fields={['policy.releaseTimes.weekdays', 'policy.disputeDays', 'policy.answerDays', 'policy.escalationDays']} />
            <PolicyFields policy={policy} onChange={setPolicy} problem={problem} />
            <span className='q-feedback-actions'>
                {formId !== null && <Button icon='trash' busy={drop.isPending} onClick={() => fresh ? onDropped() : drop.mutate(undefined)}>{nls.localize('earshot/quality/rules/drop', 'Follow the rules for all forms')}</Button>}
                <Button variant='primary' type='submit' disabled={!changed} busy={save.isPending}>{nls.localize('earshot/quality/actions/save', 'Save')}</Button>
            </span>
        </form>
    </Card>;
}
