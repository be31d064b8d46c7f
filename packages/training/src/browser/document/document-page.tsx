import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, formatDate, formatList, Icon, IconButton, Menu, type MenuItem, Notice, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { comparedClauses } from '../../common/diagram/placed-diagrams';
import { outlineOf } from '../../common/document/clauses';
import { changedForReader } from '../../common/document/compare-clauses';
import type { Document, DocumentVersion } from '../../common/document/document-contract';
import { trainingContract } from '../../common/training-contract';
import { ScriptRunPage } from '../script/script-run-page';
import { AcknowledgeBar, shortHash } from './acknowledge-bar';
import { ClauseDifferenceView } from './clause-difference';
import { ClauseList, ClauseNavigation } from './clause-list';
import { DocumentBanner } from './document-banner';
import { chapterText, kindText, versionText } from './document-words';
import { RequestDialog } from './request-dialog';
import { showClause } from './show-clause';
import { useDocument, useVersion } from './use-documents';
import { VersionBar } from './version-bar';

/** A document as those read it who work by it: version and day first, clauses with their numbers, and at the end the question whether one has read it. */
export default function DocumentPage({ params, query }: PageProps): React.ReactElement {
    const { data: document, error } = useDocument(params.id!);
    const wanted = query.get('version') ?? (document && !document.live ? document.open?.id : undefined);
    const other = useVersion(wanted ?? undefined);
    const { describe } = useErrorText();
    const back = { to: '/training/documents', label: nls.localize('earshot/training/documents/title', 'Documents') };
    const problem = error ?? other.error;
    const version = wanted ? other.data : document?.live;
    if (!document || !version) {
        return <Page title={document?.title ?? nls.localize('earshot/training/document/title', 'Document')} back={back} width='wide'>{problem ? <EmptyState icon='warning' title={describe(problem)} /> : <Skeleton lines={10} />}</Page>;
    }
    return query.get('run') !== null && version.content.script ? <ScriptRunPage key={version.id} document={document} version={version} script={version.content.script} call={query.get('run')!} />
        : <Reader key={version.id} document={document} version={version} back={back} clause={query.get('clause')} whole={query.get('text') === 'whole'} />;
}

interface ReaderProps { readonly document: Document; readonly version: DocumentVersion; readonly back: { readonly to: string; readonly label: string }; readonly clause: string | null; readonly whole: boolean }

function Reader({ document, version, back, clause, whole }: ReaderProps): React.ReactElement {
    const setQuery = useSetQuery();
    const outline = React.useMemo(() => outlineOf(version.content.text), [version.content.text]);
    const language = languageTags[version.content.language];
    const inEffect = version.state === 'effective';
    const [asking, setAsking] = React.useState<string>();
    const readBefore = inEffect && document.duty === 'due' && document.mine ? document.mine.versionId : undefined;
    const { data: read, error: unread } = useVersion(readBefore);
    const changed = React.useMemo(() => read && new Set(changedForReader(comparedClauses(read.content), comparedClauses(version.content)).map(each => (each.after ?? each.before)!.id)), [read, version.content]);
    // who has read it before is shown what is new, not all of it again
    const changes = read !== undefined && changed !== undefined && changed.size > 0 && !whole && !clause;
    React.useEffect(() => {
        const found = clause && outline.clauses.find(each => each.id === clause);
        if (found) {
            showClause(found);
        }
    }, [clause, outline]);
    const stamp = [version.content.title, versionText(version.number), version.tookEffectAt ? formatDate(version.tookEffectAt) : version.effectiveAt ? formatDate(version.effectiveAt) : ''].filter(Boolean).join(' · ');
    return <Page title={version.content.title} back={back} width='wide' subtitle={`${kindText(document.kind)} · ${chapterText(document.chapter)}${document.area ? ` · ${document.area}` : ''}`} actions={<Actions document={document} version={version} />}>
        <div className={`t-sheet ${version.state === 'obsolete' ? 't-sheet-obsolete' : ''}`}>
            <p className='t-running-head'><span>{version.state === 'obsolete' ? `${nls.localize('earshot/training/document-state/obsolete', 'Obsolete')} · ${stamp}` : stamp}</span></p>
            <DocumentBanner document={document} version={version} />
            {version.may.length > 0 && version.state !== 'draft' && <VersionBar version={version} />}
            <DocumentFacts document={document} version={version} />
            {read && changed && <Notice tone='accent' actions={changed.size > 0 && <Button small onClick={() => setQuery(changes ? { text: 'whole' } : { text: null, clause: null })}>{changes ? nls.localize('earshot/training/reader/whole', 'Show the whole text') : nls.localize('earshot/training/reader/only-changes', 'Show only what changed')}</Button>}>
                {changed.size === 0 ? nls.localize('earshot/training/reader/nothing-changed', 'Nothing that you have read in version {0} says something else now.', read.number)
                    : nls.localize('earshot/training/reader/changes', 'You have read version {0}. {1} clauses changed for you since.', read.number, changed.size)}</Notice>}
            {readBefore !== undefined && !read && !unread ? <Skeleton lines={10} /> : read && changes ? <ClauseDifferenceView before={read} after={version} beforeTitle={versionText(read.number)} afterTitle={versionText(version.number)} heading='h2' />
                : <div className='t-reading'>
                    <ClauseNavigation clauses={outline.clauses} language={language} changed={changed} />
                    <ClauseList outline={outline} language={language} version={{ versionId: version.id, diagrams: version.content.diagrams }} changed={changed} actions={inEffect ? each => <span className='t-clause-actions e-no-print'><IconButton icon='comment-discussion' label={nls.localize('earshot/training/request/ask', 'Ask for a change of this clause')} onClick={() => setAsking(each.id ?? '')} /></span> : undefined} />
                </div>}
            {asking !== undefined && <RequestDialog documentId={document.id} clauses={outline.clauses} anchor={asking} onClose={() => setAsking(undefined)} />}
            {inEffect && <AcknowledgeBar document={document} version={version} />}
        </div>
    </Page>;
}

const Fact = ({ icon, children }: { readonly icon: string; readonly children: React.ReactNode }): React.ReactElement => <span className='t-fact'><Icon name={icon} />{children}</span>;

function DocumentFacts({ document, version }: { readonly document: Document; readonly version: DocumentVersion }): React.ReactElement {
    const concerned = document.everybody ? nls.localize('earshot/training/document/everybody', 'Every position') : formatList(document.positions.map(each => each.name));
    return <div className='t-facts'>
        <span className='t-version e-figures'>{versionText(version.number)}</span>
        {version.tookEffectAt && <Fact icon='calendar'>{nls.localize('earshot/training/document/since', 'In effect since {0}', formatDate(version.tookEffectAt))}</Fact>}
        {document.ownerName && <Fact icon='account'>{nls.localize('earshot/training/document/owner', 'Owner: {0}', document.ownerName)}</Fact>}
        {concerned && <Fact icon='organization'>{nls.localize('earshot/training/document/concerns', 'Concerns: {0}', concerned)}</Fact>}
        {version.approvals.filter(each => !each.voided && each.hash === version.hash).map(each => <Fact key={each.personId} icon='law'>{nls.localize('earshot/training/document/approved-by', 'Approved by {0}, {1}', each.personName, formatDate(each.at))}</Fact>)}
        {document.reviewDueAt && <Fact icon='verified'>{nls.localize('earshot/training/document/next-review', 'Next review: {0}', formatDate(document.reviewDueAt))}</Fact>}
        <span className='t-quiet t-hash' title={version.hash}>{nls.localize('earshot/training/acknowledge/hash', 'Checksum {0}', shortHash(version.hash))}</span>
        {version.note && version.state !== 'draft' && <p className='t-note'>{version.note}</p>}
    </div>;
}

function Actions({ document, version }: { readonly document: Document; readonly version: DocumentVersion }): React.ReactElement {
    const client = useClient(trainingContract);
    const navigate = useNavigate();
    const session = useSession();
    const setQuery = useSetQuery();
    const begin = useChange({ run: () => client.documentVersions.begin({ id: document.id }), invalidates: [['document']], then: () => void navigate(`/training/documents/${document.id}/edit`) });
    const edit = (): void => { if (document.open) { void navigate(`/training/documents/${document.id}/edit`); } else { begin.mutate(undefined); } };
    const mayEdit = document.mayWrite || document.open !== null && document.open.state !== 'scheduled';
    const print = (): void => window.print();
    const run = (): void => setQuery({ run: 'now' });
    usePageKeys([
        ...version.content.script ? [{ keys: 'r', title: nls.localize('earshot/training/script/run', 'Go through it'), run }] : [],
        { keys: 'e', title: nls.localize('earshot/training/document/edit', 'Edit'), enabled: mayEdit, run: edit },
        { keys: 'p', title: nls.localize('earshot/training/document/print', 'Print'), run: print }
    ]);
    const items: readonly MenuItem[] = [
        { label: nls.localize('earshot/training/document/print-pdf', 'Print or save as PDF'), icon: 'file-pdf', run: print },
        { label: nls.localize('earshot/training/versions/menu', 'Versions and differences'), icon: 'history', run: () => void navigate(`/training/documents/${document.id}/versions`) },
        ...document.mayWrite && document.state === 'effective' ? [{ label: nls.localize('earshot/training/review/menu', 'Record a review…'), icon: 'verified', run: () => void navigate(`/training/reviews?new=${document.id}`) }] : [],
        ...document.open && document.open.id !== version.id ? [{ label: nls.localize('earshot/training/document/coming', 'Read version {0}, which is coming', document.open.number), icon: 'clock', run: () => void navigate(`/training/documents/${document.id}?version=${document.open!.id}`) }] : []
    ];
    const more = nls.localize('earshot/training/document/more', 'More');
    return <>
        <Menu label={more} alignment='end' items={items}><Button icon='ellipsis' aria-label={more} /></Menu>
        {session.may('acknowledgement:read') && document.state === 'effective' && <Button icon='checklist' onClick={() => void navigate(`/training/documents/${document.id}/readers`)}>{nls.localize('earshot/training/readers/title', 'Who has read it')}</Button>}
        {version.content.script && <Button variant='primary' icon='play' onClick={run}>{nls.localize('earshot/training/script/run', 'Go through it')}</Button>}
        {mayEdit && <Button icon='edit' busy={begin.isPending} onClick={edit}>{document.open ? nls.localize('earshot/training/document/continue', 'Continue version {0}', document.open.number) : nls.localize('earshot/training/document/new-version', 'New version')}</Button>}
    </>;
}
