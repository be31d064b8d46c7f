import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { EmptyState, Icon, SidePanel, Skeleton } from '@earshot/core/lib/browser/widgets';
import { useArticle } from '../article/use-articles';
import { kindText } from '../words/article-words';
import { ArticleStates } from '../article/article-columns';
import { ArticleBody, ArticleFacts, Warnings } from './article-body';
import { ShortAnswer } from './short-answer';

/** An article beside the list. */
export function ArticlePanel({ id, onClose }: { readonly id: string; onClose(): void }): React.ReactElement {
    const { data: article, error } = useArticle(id);
    const { describe } = useErrorText();
    return <SidePanel title={article?.title ?? nls.localize('earshot/knowledge/article/title', 'Article')} subtitle={article && <>{kindText(article.kind)} <ArticleStates article={article} /></>} onClose={onClose}
        footer={article && <>
            <Link to={`/knowledge/articles/${id}`} className='e-button e-button-secondary'><Icon name='book' /><span className='e-button-text'>{nls.localize('earshot/knowledge/panel/read', 'Read')}</span></Link>
            {article.mayWrite && <Link to={`/knowledge/articles/${id}/edit`} className='e-button e-button-secondary'><Icon name='edit' /><span className='e-button-text'>{article.open ? nls.localize('earshot/knowledge/panel/continue', 'Continue the revision') : nls.localize('earshot/knowledge/panel/edit', 'Edit')}</span></Link>}
        </>}>
        {error ? <EmptyState icon='warning' title={describe(error)} /> : !article ? <Skeleton lines={8} /> : <>
            <Warnings article={article} />
            {article.live ? <><ShortAnswer articleId={id} content={article.live.content} /><ArticleFacts article={article} /><ArticleBody content={article.live.content} /></>
                : <EmptyState icon='edit' title={nls.localize('earshot/knowledge/panel/nothing-live', 'Nothing of this article is published.')} />}
        </>}
    </SidePanel>;
}
