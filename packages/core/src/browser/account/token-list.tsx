import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import { useChange } from '../application/change';
import { useClient, useErrorText, useToast } from '../application/context';
import { Button } from '../widgets/button';
import { Select } from '../widgets/choice';
import { Dialog } from '../widgets/dialog';
import { Field, FormErrors, useProblems } from '../widgets/field';
import { formatDate } from '../widgets/format';
import { EmptyState, Notice } from '../widgets/notice';
import { Card } from '../widgets/page';
import { Skeleton } from '../widgets/progress';
import { RelativeTime } from '../widgets/relative-time';
import { TextField } from '../widgets/text-field';

/** Tokens with which other programs act in one's name. */
export function TokenList(): React.ReactElement {
    const client = useClient(coreContract);
    const { describe } = useErrorText();
    const [making, setMaking] = React.useState(false);
    const { data, error } = useQuery({ queryKey: ['token'], queryFn: ({ signal }) => client.session.tokens(undefined, { signal }) });
    const revoke = useChange({ run: (id: string) => client.session.revokeToken({ id }), invalidates: [['token']], done: () => nls.localize('earshot/core/tokens/revoked', 'Revoked. The token no longer works.') });
    return <Card title={nls.localize('earshot/core/account/tab-tokens', 'API tokens')} actions={<>
        <a className='e-link' href='/api-reference' target='_blank' rel='noreferrer'>{nls.localize('earshot/core/tokens/reference', 'Reference of the API')}</a>
        <Button icon='add' onClick={() => setMaking(true)}>{nls.localize('earshot/core/tokens/make', 'Make a token')}</Button>
    </>}>
        {error && <Notice tone='critical'>{describe(error)}</Notice>}
        {!data && !error && <Skeleton lines={3} />}
        {data?.length === 0 && <EmptyState icon='key' title={nls.localize('earshot/core/tokens/none', 'You have no API tokens.')}><p>{nls.localize('earshot/core/tokens/none-hint', 'With a token, another program may do what you may do: fetch figures, import calls.')}</p></EmptyState>}
        {data && data.length > 0 && <table className='e-plain-table'>
            <thead><tr><th scope='col'>{nls.localize('earshot/core/tokens/name', 'Name')}</th><th scope='col'>{nls.localize('earshot/core/tokens/prefix', 'Begins with')}</th><th scope='col'>{nls.localize('earshot/core/tokens/expires', 'Valid until')}</th><th scope='col'>{nls.localize('earshot/core/tokens/used', 'Last used')}</th><th scope='col'><span className='e-hidden'>{nls.localize('earshot/core/actions/actions', 'Actions')}</span></th></tr></thead>
            <tbody>{data.map(each => <tr key={each.id}>
                <td>{each.name}</td><td><code className='e-code'>{each.prefix}…</code></td><td>{each.expiresAt ? formatDate(each.expiresAt) : nls.localize('earshot/core/tokens/forever', 'it is revoked')}</td>
                <td>{each.lastUsedAt ? <RelativeTime moment={each.lastUsedAt} /> : nls.localize('earshot/core/people/never', 'never')}</td>
                <td className='e-numeric'><Button small variant='danger' busy={revoke.isPending && revoke.variables === each.id} onClick={() => revoke.mutate(each.id)} aria-label={nls.localize('earshot/core/tokens/revoke-named', 'Revoke {0}', each.name)}>{nls.localize('earshot/core/tokens/revoke', 'Revoke')}</Button></td>
            </tr>)}</tbody>
        </table>}
        {making && <MakeToken onClose={() => setMaking(false)} />}
    </Card>;
}

const lifetimes = (): readonly { readonly value: string; readonly label: string }[] => ['30', '90', '366'].map(days => ({ value: days, label: nls.localize('earshot/core/tokens/days', '{0} days', days) }));

function MakeToken({ onClose }: { onClose(): void }): React.ReactElement {
    const client = useClient(coreContract);
    const toast = useToast();
    const [name, setName] = React.useState('');
    const [days, setDays] = React.useState('90');
    const make = useChange({ run: () => client.session.createToken({ name, expiresInDays: days ? Number(days) : undefined }), invalidates: [['token']], failures: 'form' });
    const problem = useProblems(make.error);
    if (make.data) {
        const { token } = make.data;
        return <Dialog key='made' title={nls.localize('earshot/core/tokens/made', 'Your new token')} onClose={onClose} footer={<>
            <Button onClick={onClose}>{nls.localize('earshot/core/actions/done', 'Done')}</Button>
            <Button variant='primary' icon='copy' onClick={() => void navigator.clipboard.writeText(token).then(() => toast(nls.localize('earshot/core/tokens/copied', 'Token copied.'), { tone: 'good' }))}>{nls.localize('earshot/core/tokens/copy', 'Copy')}</Button>
        </>}>
            <Notice tone='caution'>{nls.localize('earshot/core/tokens/once', 'It is shown only now. Copy it to where it is needed and nowhere else.')}</Notice>
            <Field label={nls.localize('earshot/core/tokens/token', 'Token')}><TextField value={token} onChange={() => { }} readOnly onFocus={event => event.target.select()} /></Field>
        </Dialog>;
    }
    return <Dialog size='small' title={nls.localize('earshot/core/tokens/make', 'Make a token')} onClose={onClose} onSubmit={() => make.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={make.isPending}>{nls.localize('earshot/core/tokens/make', 'Make a token')}</Button>
    </>}>
        <FormErrors error={make.error} fields={['name', 'expiresInDays']} />
        <Field label={nls.localize('earshot/core/tokens/name', 'Name')} required error={problem('name')} help={nls.localize('earshot/core/tokens/name-help', 'Which program uses it, so that you know it later.')}><TextField value={name} onChange={setName} /></Field>
        <Field label={nls.localize('earshot/core/tokens/lifetime', 'Valid for')}><Select value={days} onChange={setDays} options={lifetimes()} /></Field>
    </Dialog>;
}
