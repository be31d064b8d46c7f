import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { Button, Checkbox, EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import { useForms } from '../evaluation/use-forms';
import { useQualifications } from './use-sampling';

/** Evaluators and forms: who is given calls of a draw on which form. */
export default function QualificationsPage(): React.ReactElement {
    const client = useClient(qualityContract);
    const { data: people, error, refetch } = useQualifications();
    const { forms } = useForms();
    const { describe } = useErrorText();
    const mayManage = useSession().may('sampling:manage');
    const qualify = useChange({ run: (change: { personId: string; formId: string; qualified: boolean }) => client.sampling.qualify(change), invalidates: [['sampling']] });
    return <Page title={nls.localize('earshot/quality/sampling/qualifications', 'Who scores on which form')} width='wide' back={{ to: '/quality/sampling-plans', label: nls.localize('earshot/quality/sampling/title', 'Sampling plans') }}
        subtitle={nls.localize('earshot/quality/sampling/qualifications-detail', 'Sampling plans give calls only to evaluators who are qualified on the form.')}>
        {!people || !forms ? error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />
            : people.length === 0 || forms.length === 0 ? <EmptyState icon='person' title={people.length ? nls.localize('earshot/quality/evaluate/no-form', 'No form is published yet, so nothing can be evaluated.') : nls.localize('earshot/quality/evaluators/none', 'Nobody has the role of an evaluator yet.')} />
                : <div className='q-scroll'><table className='q-table q-qualifications'>
                    <thead><tr><th scope='col'>{nls.localize('earshot/quality/evaluation/evaluator', 'Evaluator')}</th>{forms.map(each => <th key={each.id} scope='col'>{formText(each.title)}</th>)}</tr></thead>
                    <tbody>{people.map(person => <tr key={person.personId}><th scope='row'>{person.name}</th>{forms.map(form => <td key={form.id}>
                        <Checkbox hideLabel label={nls.localize('earshot/quality/sampling/qualified-on', '{0}: {1}', person.name, formText(form.title))} checked={person.formIds.includes(form.id)} disabled={!mayManage || qualify.isPending}
                            onChange={qualified => qualify.mutate({ personId: person.personId, formId: form.id, qualified })} />
                    </td>)}</tr>)}</tbody>
                </table></div>}
    </Page>;
}
