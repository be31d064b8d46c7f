import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, IconButton, RelativeTime, formatNumber } from '@earshot/core/lib/browser/widgets';
import { type FormVersion, mostUses } from '../../../common/assessment-contract';
import { stateIcon, stateText, stateTone, versionText } from '../words/state-text';

type ListedVersion = Omit<FormVersion, 'definition'>;

export interface VersionListProps {
    readonly versions: readonly ListedVersion[];
    readonly openId: string;
    onOpen(version: ListedVersion): void;
    onExport(version: ListedVersion): void;
}

const usesText = (uses: number): string => uses > mostUses ? nls.localize('earshot/assessment/form/many-uses', 'more than {0}', formatNumber(mostUses)) : formatNumber(uses);

/** All versions of a form, the newest first. */
export function VersionList({ versions, openId, onOpen, onExport }: VersionListProps): React.ReactElement {
    return <table className='a-version-table'>
        <caption className='e-hidden'>{nls.localize('earshot/assessment/form/versions', 'Versions')}</caption>
        <thead><tr>
            <th scope='col'>{nls.localize('earshot/assessment/form/version-column', 'Version')}</th><th scope='col'>{nls.localize('earshot/assessment/form/state', 'State')}</th>
            <th scope='col'>{nls.localize('earshot/assessment/form/author', 'Edited by')}</th><th scope='col'>{nls.localize('earshot/assessment/form/changed', 'Changed')}</th>
            <th scope='col'>{nls.localize('earshot/assessment/form/published', 'Published')}</th><th scope='col' className='e-numeric'>{nls.localize('earshot/assessment/form/uses', 'Filled in')}</th><th scope='col'><span className='e-hidden'>{nls.localize('earshot/assessment/form/export', 'Export')}</span></th>
        </tr></thead>
        <tbody>{versions.map(each => <tr key={each.id} aria-current={each.id === openId || undefined}>
            <th scope='row'><button type='button' className='e-link a-version-open' onClick={() => onOpen(each)}>{versionText(each.number)}</button></th>
            <td><Badge tone={stateTone[each.state]} icon={stateIcon[each.state]}>{stateText(each.state)}</Badge></td>
            <td>{each.authorName ?? '–'}</td><td><RelativeTime moment={each.changedAt} /></td>
            <td>{each.publishedAt ? <RelativeTime moment={each.publishedAt} /> : '–'}</td><td className='e-numeric e-figures'>{usesText(each.uses)}</td>
            <td><IconButton icon='export' label={nls.localize('earshot/assessment/form/export-version', 'Export version {0} as a file', each.number)} onClick={() => onExport(each)} /></td>
        </tr>)}</tbody>
    </table>;
}
