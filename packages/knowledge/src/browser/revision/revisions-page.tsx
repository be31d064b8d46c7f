import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, EmptyState, formatDateTime, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { VersionList } from '@earshot/writing/lib/browser/version/version-list';
import type { RevisionRow } from '../../common/article/article-contract';
import { openStates } from '../../common/workflow/article-workflow';
import { knowledgeContract } from '../../common/knowledge-contract';
import { useArticle, useRevision, useRevisions } from '../article/use-articles';
import { stateText, stateTone } from '../words/workflow-words';
import { DifferenceView } from './difference-view';
import { revisionTitle } from './revision-title';
import { useNames } from './use-names';

/** The history of an article: what each revision changed, and a way back to any of them. */
export default function RevisionsPage({ params, query }: PageProps): React.ReactElement {
    const id = params.id!;
    const { data: article } = useArticle(id);
    const { data: revisions, error } = useRevisions(id);
    const { describe } = useErrorText();
    const setQuery = useSetQuery();
    const chosen = revisions?.find(each => each.id === query.get('revision')) ?? revisions?.[0];
    const earlier = revisions?.find(each => each.id === query.get('with')) ?? revisions?.find(each => each.number < (chosen?.number ?? 0));
    return <Page title={nls.localize('earshot/knowledge/revisions/title', 'Revisions of “{0}”', article?.title ?? '…')} back={{ to: `/knowledge/articles/${id}`, label: nls.localize('earshot/knowledge/article/title', 'Article') }} width='wide'>
        {error ? <EmptyState icon='warning' title={describe(error)} /> : !revisions ? <Skeleton lines={8} /> : <VersionList label={nls.localize('earshot/knowledge/revisions/list', 'Revisions, newest first')} chosen={chosen?.id} onChoose={revision => setQuery({ revision, with: null })} versions={revisions.map(each => ({
            id: each.id, title: revisionTitle(each), badge: <Badge tone={stateTone(each.state)}>{stateText(each.state)}</Badge>, about: [each.authorName, formatDateTime(each.publishedAt ?? each.changedAt)], note: each.note,
            tools: each.id !== chosen?.id && <Button small variant='quiet' aria-pressed={each.id === earlier?.id} onClick={() => setQuery({ with: each.id })}>{nls.localize('earshot/knowledge/revisions/compare', 'Compare')}</Button>
        }))}>{chosen && <Comparison chosen={chosen} earlier={earlier} mayRestore={(article?.mayWrite ?? false) && article?.open === null && !(openStates as readonly string[]).includes(chosen.state)} />}</VersionList>}
    </Page>;
}

function Comparison({ chosen, earlier, mayRestore }: { readonly chosen: RevisionRow; readonly earlier: RevisionRow | undefined; readonly mayRestore: boolean }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const navigate = useNavigate();
    const named = useNames();
    const { data: after } = useRevision(chosen.id);
    const { data: before } = useRevision(earlier?.id);
    const restore = useChange({
        run: () => client.revisions.begin({ id: chosen.articleId, from: chosen.id }), invalidates: [['article']], done: () => nls.localize('earshot/knowledge/revisions/restored', 'A draft begins with what revision {0} said.', chosen.number),
        then: () => void navigate(`/knowledge/articles/${chosen.articleId}/edit`)
    });
    return <>
        <div className='k-comparison-head'>
            <h2>{earlier ? nls.localize('earshot/knowledge/revisions/between', 'From revision {0} to revision {1}', Math.min(earlier.number, chosen.number), Math.max(earlier.number, chosen.number)) : revisionTitle(chosen)}</h2>
            {mayRestore && <Button icon='discard' busy={restore.isPending} onClick={() => restore.mutate(undefined)}>{nls.localize('earshot/knowledge/revisions/restore', 'Restore as a draft')}</Button>}
        </div>
        {!earlier ? <p className='k-quiet'>{nls.localize('earshot/knowledge/revisions/first', 'This is the first revision: there is nothing to compare it with.')}</p>
            : !after || !before ? <Skeleton lines={8} />
                : earlier.number < chosen.number ? <DifferenceView before={before.content} after={after.content} beforeTitle={revisionTitle(earlier)} afterTitle={revisionTitle(chosen)} named={named} />
                    : <DifferenceView before={after.content} after={before.content} beforeTitle={revisionTitle(chosen)} afterTitle={revisionTitle(earlier)} named={named} />}
    </>;
}
