import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useToast } from '../application/context';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { Field } from '../widgets/field';
import { TextField } from '../widgets/text-field';

export const oneTimeAddress = (invitation: string): string => `${window.location.origin}/sign-in?token=${encodeURIComponent(invitation)}`;

export interface OneTimeLinkProps {
    readonly personName: string;
    /** The secret that the server made; it cannot be shown again. */
    readonly invitation: string;
    onClose(): void;
}

/** The one-time link with which somebody sets a password, to be copied and handed over. */
export function OneTimeLink({ personName, invitation, onClose }: OneTimeLinkProps): React.ReactElement {
    const toast = useToast();
    const link = oneTimeAddress(invitation);
    const copy = async (): Promise<void> => {
        await navigator.clipboard.writeText(link);
        toast(nls.localize('earshot/core/people/link-copied', 'Link copied.'), { tone: 'good' });
    };
    return <Dialog title={nls.localize('earshot/core/people/link-title', 'One-time link for {0}', personName)} onClose={onClose}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/core/actions/done', 'Done')}</Button><Button variant='primary' icon='copy' data-autofocus onClick={() => void copy()}>{nls.localize('earshot/core/people/copy-link', 'Copy link')}</Button></>}>
        <p>{nls.localize('earshot/core/people/link-text', 'With this link {0} sets a password and signs in. It works once, for 72 hours, and is shown only now: copy it and hand it over in person or by a channel that you trust.', personName)}</p>
        <Field label={nls.localize('earshot/core/people/link-label', 'One-time link')}><TextField value={link} onChange={() => { }} readOnly onFocus={event => event.target.select()} /></Field>
    </Dialog>;
}
