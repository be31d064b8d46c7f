import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import { useChange } from '../application/change';
import { useClient, useErrorText, useService } from '../application/context';
import { HouseTexts } from '../application/house-texts';
import { useUnsaved } from '../navigation/hooks';
import { Button } from '../widgets/button';
import { Checkbox } from '../widgets/choice';
import { Field, FormErrors, useProblems } from '../widgets/field';
import { Notice } from '../widgets/notice';
import { Card } from '../widgets/page';
import { Skeleton } from '../widgets/progress';
import { TextField } from '../widgets/text-field';

type Choice = Awaited<ReturnType<ReturnType<typeof useChoice>['load']>>;

function useChoice() {
    const client = useClient(coreContract);
    return { client, load: (signal?: AbortSignal) => client.house.notificationChoice(undefined, { signal }) };
}

/** Which notifications also come by e-mail or to a webhook; in the application all of them appear. */
export function NotificationForm(): React.ReactElement {
    const { load } = useChoice();
    const { describe } = useErrorText();
    const { data, error, dataUpdatedAt } = useQuery({ queryKey: ['notification-choice'], queryFn: ({ signal }) => load(signal), staleTime: Infinity });
    return data ? <LoadedForm key={dataUpdatedAt} choice={data} /> : error ? <Notice tone='critical'>{describe(error)}</Notice> : <Skeleton lines={6} />;
}

const toggled = (list: readonly string[], item: string, on: boolean): readonly string[] => on ? [...list, item] : list.filter(each => each !== item);
const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every(each => other.includes(each));

function LoadedForm({ choice }: { readonly choice: Choice }): React.ReactElement {
    const { client } = useChoice();
    const texts = useService(HouseTexts);
    const [email, setEmail] = React.useState<readonly string[]>(choice.email);
    const [webhook, setWebhook] = React.useState<readonly string[]>(choice.webhook);
    const [url, setUrl] = React.useState(choice.webhookUrl ?? '');
    const [secret, setSecret] = React.useState('');
    const save = useChange({
        run: () => client.house.chooseNotifications({ email: [...email], webhook: [...webhook], webhookUrl: url.trim() || null, webhookSecret: secret || undefined }), invalidates: [['notification-choice']], failures: 'form',
        done: () => nls.localize('earshot/core/people/saved', 'Saved.')
    });
    const problem = useProblems(save.error);
    const dirty = !same(email, choice.email) || !same(webhook, choice.webhook) || url !== (choice.webhookUrl ?? '') || secret !== '';
    useUnsaved(dirty, nls.localize('earshot/core/account/tab-notifications', 'Notifications'), () => save.mutateAsync(undefined));
    return <form className='e-form' noValidate onSubmit={event => { event.preventDefault(); save.mutate(undefined); }}>
        <Card title={nls.localize('earshot/core/account/which', 'What you are told, and how')}>
            {!choice.emailAvailable && <Notice>{nls.localize('earshot/core/account/no-email', 'This installation sends no e-mail yet. Your administrator can set it up.')}</Notice>}
            <table className='e-plain-table'>
                <thead><tr><th scope='col'>{nls.localize('earshot/core/account/kind', 'When')}</th><th scope='col'>{nls.localize('earshot/core/account/in-app', 'Here')}</th><th scope='col'>{nls.localize('earshot/core/account/by-email', 'E-mail')}</th><th scope='col'>{nls.localize('earshot/core/account/by-webhook', 'Webhook')}</th></tr></thead>
                <tbody>{choice.kinds.map(kind => {
                    const name = texts.notificationKind(kind);
                    return <tr key={kind}>
                        <td>{name}</td>
                        <td><Checkbox checked disabled hideLabel label={`${name}: ${nls.localize('earshot/core/account/in-app', 'Here')}`} onChange={() => { }} /></td>
                        <td><Checkbox checked={email.includes(kind)} disabled={!choice.emailAvailable} hideLabel label={`${name}: ${nls.localize('earshot/core/account/by-email', 'E-mail')}`} onChange={on => setEmail(toggled(email, kind, on))} /></td>
                        <td><Checkbox checked={webhook.includes(kind)} hideLabel label={`${name}: ${nls.localize('earshot/core/account/by-webhook', 'Webhook')}`} onChange={on => setWebhook(toggled(webhook, kind, on))} /></td>
                    </tr>;
                })}</tbody>
            </table>
        </Card>
        <Card title={nls.localize('earshot/core/account/webhook', 'Webhook')}>
            <div className='e-form'>
                <FormErrors error={save.error} fields={['webhookUrl', 'webhookSecret']} />
                <Field label={nls.localize('earshot/core/account/webhook-url', 'Address')} error={problem('webhookUrl')} help={nls.localize('earshot/core/account/webhook-url-help', 'Each notification is posted there as JSON.')}><TextField type='url' value={url} onChange={setUrl} /></Field>
                <Field label={nls.localize('earshot/core/account/webhook-secret', 'Secret for the signature')} error={problem('webhookSecret')}
                    help={choice.webhookSecretSet ? nls.localize('earshot/core/account/webhook-secret-set', 'One is set. Leave this empty to keep it.') : nls.localize('earshot/core/account/webhook-secret-help', 'At least 16 characters; with it the receiver checks that a message comes from here.')}>
                    <TextField type='password' autoComplete='off' value={secret} onChange={setSecret} />
                </Field>
            </div>
        </Card>
        <div className='e-form-actions'><Button variant='primary' type='submit' disabled={!dirty} busy={save.isPending}>{nls.localize('earshot/core/actions/save', 'Save')}</Button></div>
    </form>;
}
