import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { type PageProps, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, Menu, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { Article } from '../../common/article/article-contract';
import { articleLanguages } from '../../common/article/article-kind';
import { knowledgeContract } from '../../common/knowledge-contract';
import { NewArticle } from '../article/new-article';
import { useArticle, useCategories } from '../article/use-articles';
import { categoryText } from '../category/category-text';
import { kindText } from '../words/article-words';
import { ExportDialog } from '../export/export-dialog';
import { StateBar } from '../editor/state-bar';
import { ArticleBody, ArticleFacts, Warnings } from './article-body';
import { ShortAnswer } from './short-answer';
import { Verdict } from './verdict';

/** An article as readers see it: the short answer first and large, then all of it. */
export default function ReaderPage({ params }: PageProps): React.ReactElement {
    const { data: article, error } = useArticle(params.id!);
    const { describe } = useErrorText();
    const back = { to: '/knowledge/articles', label: nls.localize('earshot/knowledge/articles/title', 'Articles') };
    if (!article) {
        return <Page title={nls.localize('earshot/knowledge/article/title', 'Article')} back={back} width='reading'>{error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={10} />}</Page>;
    }
    return <Reader key={article.id} article={article} back={back} />;
}

function Reader({ article, back }: { readonly article: Article; readonly back: { readonly to: string; readonly label: string } }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const navigate = useNavigate();
    const session = useSession();
    const categories = useCategories();
    const [exporting, setExporting] = React.useState(false);
    const [translating, setTranslating] = React.useState(false);
    const { id, live } = article;
    const edit = (): void => void navigate(`/knowledge/articles/${id}/edit`);
    const readable = live !== null;
    React.useEffect(() => {
        if (readable) {
            void client.articles.opened({ id, how: 'opened' }).catch(() => { /* a lost count must not disturb a call */ });
        }
    }, [client, id, readable]);
    usePageKeys([{ keys: 'e', title: nls.localize('earshot/knowledge/panel/edit', 'Edit'), enabled: article.mayWrite || article.open !== null, run: edit }]);
    const languages = [article.language, ...article.translations.map(each => each.language)];
    // Who approves or audits looks at what was there before as well.
    const seesHistory = (['article:read-all', 'article:approve', 'article:approve-legal', 'article:approve-compliance'] as const).some(each => session.may(each));
    const mayTranslate = session.may('article:write') && languages.length < articleLanguages.length;
    return <Page title={article.title} back={back} width='reading' subtitle={`${categoryText(categories, article.categoryId)} · ${kindText(article.kind)}`} actions={<>
        {live && session.may('article:export') && <Button icon='desktop-download' onClick={() => setExporting(true)}>{nls.localize('earshot/knowledge/export/button', 'Export…')}</Button>}
        {live && (session.may('article:evaluate') || session.may('article:read-all') || article.mayWrite) && <Button icon='checklist' onClick={() => void navigate(`/knowledge/articles/${id}/evaluations`)}>{nls.localize('earshot/knowledge/evaluation/list', 'Evaluations')}</Button>}
        {(article.mayWrite || seesHistory) && <Menu label={nls.localize('earshot/knowledge/reader/more', 'More')} alignment='end' items={[
            { label: nls.localize('earshot/knowledge/reader/revisions', 'Revisions and differences'), icon: 'history', run: () => void navigate(`/knowledge/articles/${id}/revisions`) },
            ...!article.mayWrite ? [] : [{ label: nls.localize('earshot/knowledge/reader/translate', 'Translate…'), icon: 'globe', disabled: !mayTranslate, run: () => setTranslating(true) }]
        ]}><Button icon='ellipsis' aria-label={nls.localize('earshot/knowledge/reader/more', 'More')} /></Menu>}
        {(article.mayWrite || article.open) && <Button icon='edit' onClick={edit}>{article.open ? nls.localize('earshot/knowledge/panel/continue', 'Continue the revision') : nls.localize('earshot/knowledge/panel/edit', 'Edit')}</Button>}
    </>}>
        <Warnings article={article} />
        {live && live.may.length > 0 && <StateBar revision={live} articleId={id} />}
        {live ? <>
            <ShortAnswer articleId={id} content={live.content} keys />
            <ArticleFacts article={article} />
            <ArticleBody content={live.content} />
            <Verdict articleId={id} content={live.content} />
        </> : <EmptyState icon='edit' title={nls.localize('earshot/knowledge/panel/nothing-live', 'Nothing of this article is published.')} />}
        {exporting && <ExportDialog filter={{}} article={article} onClose={() => setExporting(false)} />}
        {translating && <NewArticle source={{ id, title: article.title, kind: article.kind, categoryId: article.categoryId, languages }} onClose={() => setTranslating(false)} />}
    </Page>;
}
