import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Link, type PageProps } from '@earshot/core/lib/browser/navigation';
import { EmptyState, formatDateTime, Notice, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { PastRevision } from '../../common/article/article-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { ArticleBody } from './article-body';
import { ShortAnswer } from './short-answer';

/** An article as it was when somebody had it on the screen. Nothing here counts as use. */
export default function PastPage({ params }: PageProps): React.ReactElement {
    const client = useClient(knowledgeContract);
    const { describe } = useErrorText();
    const back = { to: '/knowledge/articles', label: nls.localize('earshot/knowledge/articles/title', 'Articles') };
    const { data, error } = useQuery({ queryKey: ['article', 'past', params.revision], queryFn: ({ signal }) => client.revisions.past({ id: params.revision! }, { signal }) as Promise<PastRevision>, retry: false });
    if (!data) {
        return <Page title={nls.localize('earshot/knowledge/past/page', 'Article as it was')} back={back} width='reading'>{error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={10} />}</Page>;
    }
    return <Page title={data.content.title} back={back} width='reading' subtitle={nls.localize('earshot/knowledge/past/revision', 'Revision {0}, published on {1}', data.number, formatDateTime(data.publishedAt))}>
        <StandingNotice past={data} />
        <ShortAnswer articleId={data.articleId} content={data.content} counted={false} />
        <ArticleBody content={data.content} />
    </Page>;
}

function StandingNotice({ past: { state, articleId } }: { readonly past: PastRevision }): React.ReactElement {
    const now = <Link to={linkTo('knowledge', 'articles', articleId)}>{nls.localize('earshot/knowledge/past/now', 'Read it as it is now')}</Link>;
    return state === 'gone' ? <Notice tone='caution'>{nls.localize('earshot/knowledge/past/gone', 'This is how it read then. Meanwhile the article is retired or no longer valid.')}</Notice>
        : state === 'changed' ? <Notice tone='caution'>{nls.localize('earshot/knowledge/past/changed', 'This is how it read then. Meanwhile the article has changed.')} {now}</Notice>
            : <Notice>{nls.localize('earshot/knowledge/past/current', 'This is how it read then, and it reads so still.')} {now}</Notice>;
}
