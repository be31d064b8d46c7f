import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { Article } from '../../common/article/article-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { useArticle, useRevision } from '../article/use-articles';
import { ArticleEditor } from './article-editor';

/** The open revision of an article; where there is none, it is begun. */
export default function EditorPage({ params }: PageProps): React.ReactElement {
    const id = params.id!;
    const { data: article, error } = useArticle(id);
    const { data: revision, error: unreadable } = useRevision(article?.open?.id);
    const { describe } = useErrorText();
    const title = article?.title ?? nls.localize('earshot/knowledge/article/title', 'Article');
    const back = { to: `/knowledge/articles/${id}`, label: nls.localize('earshot/knowledge/article/title', 'Article') };
    const problem = error ?? unreadable;
    if (problem || !article || article.open && !revision) {
        return <Page title={title} back={back} width='wide'>{problem ? <EmptyState icon='warning' title={describe(problem)} /> : <Skeleton lines={12} />}</Page>;
    }
    return revision && article.open?.id === revision.id ? <ArticleEditor key={`${revision.id} ${revision.state === 'draft'}`} article={article} revision={revision} />
        : <Page title={title} back={back} width='reading'><NoDraft article={article} /></Page>;
}

function NoDraft({ article }: { readonly article: Article }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const navigate = useNavigate();
    const begin = useChange({ run: () => client.revisions.begin({ id: article.id }), invalidates: [['article']] });
    return <EmptyState icon='edit' title={nls.localize('earshot/knowledge/editor/none', 'Nobody is writing a new revision of this article.')}
        action={article.mayWrite ? <Button variant='primary' icon='edit' busy={begin.isPending} onClick={() => begin.mutate(undefined)}>{nls.localize('earshot/knowledge/editor/begin', 'Begin a revision')}</Button>
            : <Button onClick={() => void navigate(`/knowledge/articles/${article.id}`)}>{nls.localize('earshot/knowledge/panel/read', 'Read')}</Button>}>
        {article.live && <p>{nls.localize('earshot/knowledge/editor/stays', 'What is published stays as it is until the new revision has been approved and published.')}</p>}
    </EmptyState>;
}
