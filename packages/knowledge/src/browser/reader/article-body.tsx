import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, formatDate, Icon, Notice } from '@earshot/core/lib/browser/widgets';
import { Link } from '@earshot/core/lib/browser/navigation';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { type ArticleContent, linesOf } from '../../common/article/article-content';
import type { Article } from '../../common/article/article-contract';
import { articleKind, type ArticlePart } from '../../common/article/article-kind';
import { useTitles } from '../article/use-articles';
import { attachmentAddress } from '../attachment/use-attachments';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import { languageText, partText } from '../words/article-words';

const address = /^https?:\/\/\S+$/;

/** A source is a link where it is nothing but an address. */
const Source = ({ text }: { readonly text: string }): React.ReactElement => address.test(text)
    ? <a className='e-link' href={text} target='_blank' rel='noopener noreferrer'>{text}</a> : <>{text}</>;

function Part({ part, text, titles, language }: { readonly part: ArticlePart; readonly text: string; readonly titles: ReturnType<typeof useTitles>; readonly language: string }): React.ReactElement | null {
    if (text.trim() === '') {
        return null;
    }
    return <section className='k-part' aria-label={partText(part.id)}>
        <h2>{partText(part.id)}</h2>
        {part.form === 'markdown' ? <MarkdownView text={text} titles={titles} language={language} fileAddress={attachmentAddress} />
            : part.form === 'lines' ? <ul className='k-lines' lang={language}>{linesOf(text).map(each => <li key={each}><Source text={each} /></li>)}</ul>
                : <p lang={language}>{text}</p>}
    </section>;
}

/** Everything of an article below its short answer, as its kind orders it; sources and other ways to ask at the end. */
export function ArticleBody({ content }: { readonly content: ArticleContent }): React.ReactElement {
    const titles = useTitles(React.useMemo(() => Object.values(content.parts), [content.parts]));
    const parts = articleKind(content.kind).parts.filter(each => each.form !== 'spoken');
    const ordered = [...parts.filter(each => each.form === 'markdown'), ...parts.filter(each => each.id === 'sources'), ...parts.filter(each => each.id === 'similar')];
    return <div className='k-body'>{ordered.map(part => <Part key={part.id} part={part} text={content.parts[part.id] ?? ''} titles={titles} language={languageTags[content.language]} />)}</div>;
}

/** What a reader must know before they rely on it. */
export function Warnings({ article }: { readonly article: Article }): React.ReactElement {
    return <>
        {article.state === 'due-for-review' && <Notice tone='caution'>{nls.localize('earshot/knowledge/reader/unverified', 'Unverified: this article was due for review on {0}. Check before you rely on it.', formatDate(article.reviewDueAt))}</Notice>}
        {article.behind && <Notice tone='caution'>{nls.localize('earshot/knowledge/reader/behind', 'The original has been published anew since this translation was made.')}</Notice>}
        {article.state === 'retired' && <Notice tone='caution'>{nls.localize('earshot/knowledge/reader/retired', 'This article is retired. Readers do not find it any more.')}</Notice>}
    </>;
}

/** Where else it is told, who answers for it, and when somebody last looked at it. */
export function ArticleFacts({ article }: { readonly article: Article }): React.ReactElement {
    return <div className='k-facts'>
        {article.verifiedAt && <span><Icon name='verified' />{nls.localize('earshot/knowledge/reader/verified', 'Verified on {0}', formatDate(article.verifiedAt))}</span>}
        {article.ownerName && <span><Icon name='account' />{nls.localize('earshot/knowledge/reader/owner', 'Owner: {0}', article.ownerName)}</span>}
        {article.validUntil && <span><Icon name='calendar' />{nls.localize('earshot/knowledge/reader/valid-until', 'Valid until {0}', formatDate(article.validUntil))}</span>}
        {article.confidential && <Badge tone='caution' icon='lock'>{nls.localize('earshot/knowledge/articles/confidential', 'Confidential')}</Badge>}
        {article.translations.map(each => <Link key={each.id} to={linkTo('knowledge', 'articles', each.id)}><Icon name='globe' />{languageText(each.language)}</Link>)}
        {article.tags.map(each => <Link key={each} className='k-tag' to={`/knowledge/articles?tag=${encodeURIComponent(each)}`}>{each}</Link>)}
    </div>;
}
