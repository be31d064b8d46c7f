import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useToast } from '../application/context';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { formatNumber } from '../widgets/format';
import { Notice } from '../widgets/notice';
import { download, toCsv } from '../widgets/table-text';
import { oneTimeAddress } from './one-time-link';

export interface ImportedPerson { readonly line: number; readonly name: string; readonly login: string }
export interface ImportLinksProps {
    readonly rows: readonly ImportedPerson[];
    /** The secrets that the server made for new people; they cannot be shown again. */
    readonly invitations: readonly { readonly line: number; readonly invitation: string }[];
    onClose(): void;
}

/** The one-time links of people who were just imported, to be copied or kept as a file, and handed over. */
export function ImportLinks({ rows, invitations, onClose }: ImportLinksProps): React.ReactElement {
    const toast = useToast();
    const [taken, setTaken] = React.useState(false);
    const byLine = new Map(rows.map(each => [each.line, each]));
    const links = invitations.map(({ line, invitation }) => ({ name: byLine.get(line)?.name ?? '', login: byLine.get(line)?.login ?? '', link: oneTimeAddress(invitation) }));
    const heading = [nls.localize('earshot/core/people/name', 'Name'), nls.localize('earshot/core/people/login', 'Login name'), nls.localize('earshot/core/people/link-label', 'One-time link')];
    const cells = links.map(each => [each.name, each.login, each.link]);
    const copy = async (): Promise<void> => {
        await navigator.clipboard.writeText([heading, ...cells].map(each => each.join('\t')).join('\n'));
        setTaken(true);
        toast(nls.localize('earshot/core/people-import/links-copied', 'Links copied.'), { tone: 'good' });
    };
    return <Dialog size='large' title={nls.localize('earshot/core/people-import/links-title', 'One-time links of the new people ({0})', formatNumber(links.length))} onClose={onClose} footer={<>
        <Button onClick={onClose}>{taken ? nls.localize('earshot/core/actions/done', 'Done') : nls.localize('earshot/core/people-import/links-leave', 'Close without keeping them')}</Button>
        <Button icon='copy' onClick={() => void copy()}>{nls.localize('earshot/core/people-import/links-copy', 'Copy all')}</Button>
        <Button variant='primary' icon='desktop-download' data-autofocus onClick={() => { download('one-time-links.csv', toCsv(heading, cells)); setTaken(true); }}>{nls.localize('earshot/core/people-import/links-download', 'Download as CSV')}</Button>
    </>}>
        <Notice tone='caution'>{nls.localize('earshot/core/people-import/links-text', 'With their link people set a password and sign in. Each works once, for 72 hours, and is shown only now. Whoever has the link has the account: hand it over by a channel that you trust, and delete the file afterwards.')}</Notice>
        <div className='e-import-rows' tabIndex={0} role='region' aria-label={nls.localize('earshot/core/people-import/links', 'One-time links')}>
            <table className='e-plain-table'>
                <thead><tr>{heading.map(each => <th key={each} scope='col'>{each}</th>)}</tr></thead>
                <tbody>{links.map(each => <tr key={each.link}><td>{each.name}</td><td>{each.login}</td><td><code className='e-code'>{each.link}</code></td></tr>)}</tbody>
            </table>
        </div>
    </Dialog>;
}
