import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, EmptyState, formatDate, formatDateTime, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { VersionList } from '@earshot/writing/lib/browser/version/version-list';
import type { VersionRow } from '../../common/document/document-contract';
import { ClauseDifferenceView } from './clause-difference';
import { versionStateText, versionText, versionTone } from './document-words';
import { useDocument, useVersion, useVersions } from './use-documents';

const period = ({ tookEffectAt, obsoleteAt, changedAt }: VersionRow): string => tookEffectAt === null ? formatDateTime(changedAt)
    : obsoleteAt === null ? nls.localize('earshot/training/document/since', 'In effect since {0}', formatDate(tookEffectAt)) : nls.localize('earshot/training/versions/period', 'In effect {0} – {1}', formatDate(tookEffectAt), formatDate(obsoleteAt));

/** The versions of a document: when each was in effect, and what it changed, clause by clause. */
export default function VersionsPage({ params, query }: PageProps): React.ReactElement {
    const id = params.id!;
    const { data: document } = useDocument(id);
    const { data: versions, error } = useVersions(id);
    const { describe } = useErrorText();
    const setQuery = useSetQuery();
    const chosen = versions?.find(each => each.id === query.get('version')) ?? versions?.[0];
    const place = chosen && versions ? versions.indexOf(chosen) : -1;
    const other = versions?.find(each => each.id === query.get('with')) ?? versions?.[place + 1];
    return <Page title={nls.localize('earshot/training/versions/title', 'Versions of “{0}”', document?.title ?? '…')} back={{ to: `/training/documents/${id}`, label: nls.localize('earshot/training/document/title', 'Document') }} width='wide'>
        {error ? <EmptyState icon='warning' title={describe(error)} /> : !versions ? <Skeleton lines={8} /> : <VersionList label={nls.localize('earshot/training/versions/list', 'Versions, newest first')} chosen={chosen?.id} onChoose={version => setQuery({ version, with: null })} versions={versions.map(each => ({
            id: each.id, title: <strong className='e-figures'>{versionText(each.number)}</strong>, badge: <Badge tone={versionTone(each.state)}>{versionStateText(each.state)}</Badge>, about: [each.authorName, period(each)], note: each.note,
            tools: <span className='t-version-tools'><Link to={`/training/documents/${id}?version=${each.id}`}>{nls.localize('earshot/training/document/read', 'Read')}</Link>
                {each.id !== chosen?.id && <Button small variant='quiet' aria-pressed={each.id === other?.id} onClick={() => setQuery({ with: each.id })}>{nls.localize('earshot/training/versions/compare', 'Compare')}</Button>}</span>
        }))}>{chosen && <Comparison one={chosen} other={other} versions={versions} />}</VersionList>}
    </Page>;
}

function Comparison({ one, other, versions }: { readonly one: VersionRow; readonly other: VersionRow | undefined; readonly versions: readonly VersionRow[] }): React.ReactElement {
    const [later, earlier] = other && versions.indexOf(other) < versions.indexOf(one) ? [other, one] : [one, other];
    const { data: after } = useVersion(later.id);
    const { data: before } = useVersion(earlier?.id);
    return <>
        <h2 className='t-comparison-title'>{earlier ? nls.localize('earshot/training/versions/between', 'From version {0} to version {1}', earlier.number, later.number) : versionText(later.number)}</h2>
        {after?.releaseReason && <p className='t-note'>{nls.localize('earshot/training/versions/released', 'Released by {0} before everything was checked: {1}', after.releasedByName ?? '', after.releaseReason)}</p>}
        {!earlier ? <p className='t-quiet'>{nls.localize('earshot/training/versions/first', 'This is the first version: there is nothing to compare it with.')}</p>
            : after && before ? <ClauseDifferenceView before={before} after={after} beforeTitle={versionText(before.number)} afterTitle={versionText(after.number)} /> : <Skeleton lines={8} />}
    </>;
}
