import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { coreContract } from '../../common/core-contract';
import { useChange } from '../application/change';
import { useClient } from '../application/context';
import { Button } from '../widgets/button';
import { Field, FormErrors, useProblems } from '../widgets/field';
import { Notice } from '../widgets/notice';
import { TextField } from '../widgets/text-field';

/** Characters that a password has at least; the server says so too. */
const SHORTEST = 10;

/** A new password; other sessions of the person end, and their API tokens. */
export function PasswordForm(): React.ReactElement {
    const client = useClient(coreContract);
    const [current, setCurrent] = React.useState('');
    const [next, setNext] = React.useState('');
    const [again, setAgain] = React.useState('');
    const [tried, setTried] = React.useState(false);
    const change = useChange({
        run: () => client.session.changePassword({ current, next }), invalidates: [['token']], failures: 'form', done: () => nls.localize('earshot/core/account/password-changed', 'Password changed. Your other sessions have ended, and your API tokens no longer work.'),
        then: () => { setCurrent(''); setNext(''); setAgain(''); setTried(false); }
    });
    const problem = useProblems(change.error);
    const tooShort = tried && next.length < SHORTEST ? nls.localize('earshot/core/problems/password-too-short', 'At least 10 characters.') : undefined;
    const different = tried && next !== again ? nls.localize('earshot/core/account/password-differs', 'The two do not agree.') : undefined;
    return <form className='e-form' noValidate onSubmit={event => {
        event.preventDefault();
        setTried(true);
        if (current && next.length >= SHORTEST && next === again) {
            change.mutate(undefined);
        }
    }}>
        <FormErrors error={change.error} fields={['current', 'next']} />
        <Field label={nls.localize('earshot/core/account/password-current', 'Current password')} required error={problem('current')}><TextField type='password' autoComplete='current-password' value={current} onChange={setCurrent} /></Field>
        <div className='e-form-row'>
            <Field label={nls.localize('earshot/core/account/password-next', 'New password')} required help={nls.localize('earshot/core/account/password-help', 'At least 10 characters; several words are easy to keep in mind.')} error={tooShort ?? problem('next')}><TextField type='password' autoComplete='new-password' value={next} onChange={setNext} /></Field>
            <Field label={nls.localize('earshot/core/account/password-again', 'New password once more')} required error={different}><TextField type='password' autoComplete='new-password' value={again} onChange={setAgain} /></Field>
        </div>
        <Notice>{nls.localize('earshot/core/account/password-ends', 'Your other sessions end, and your API tokens are revoked: make new ones for the programs that need them.')}</Notice>
        <div className='e-form-actions'><Button variant='primary' type='submit' busy={change.isPending}>{nls.localize('earshot/core/account/password-change', 'Change password')}</Button></div>
    </form>;
}
