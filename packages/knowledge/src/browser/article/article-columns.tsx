import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, type Column, formatDate, formatNumber, Icon, RelativeTime } from '@earshot/core/lib/browser/widgets';
import type { ArticleRow } from '../../common/article/article-contract';
import type { Category } from '../../common/category/category-contract';
import { categoryText } from '../category/category-text';
import { articleStateText, kindIcon, kindText, languageText } from '../words/article-words';
import { OtherLanguages } from './reading-language';
import { stateText, stateTone } from '../words/workflow-words';

/** The state of an article, and beside it that of the revision that waits. */
export function ArticleStates({ article }: { readonly article: ArticleRow }): React.ReactElement {
    return <span className='k-states'>
        {(article.state !== 'new' || !article.open) && <Badge tone={article.state === 'published' ? 'good' : article.state === 'due-for-review' ? 'caution' : 'neutral'}>{articleStateText(article.state)}</Badge>}
        {article.open && <Badge tone={stateTone(article.open.state)} icon='edit'>{stateText(article.open.state)}</Badge>}
        {article.behind && <Badge tone='caution' icon='globe'>{nls.localize('earshot/knowledge/articles/behind', 'Translation behind')}</Badge>}
    </span>;
}

/** @param openOther opens another language of an article beside the list */
export const articleColumns = (categories: readonly Category[], openOther: (id: string) => void): readonly Column<ArticleRow>[] => [
    {
        id: 'title', title: nls.localize('earshot/knowledge/column/title', 'Title'), fixed: true, width: 260, grow: 4, value: each => each.title,
        render: each => <span className='k-title-cell'><Icon name={kindIcon(each.kind)} label={kindText(each.kind)} /><span className='k-ellipsis'>{each.title}</span>
            <OtherLanguages article={each} onOpen={openOther} />
            {each.confidential && <Icon name='lock' label={nls.localize('earshot/knowledge/articles/confidential', 'Confidential')} />}</span>
    },
    {
        id: 'state', title: nls.localize('earshot/knowledge/column/state', 'State'), width: 190, grow: 1,
        value: each => [articleStateText(each.state), each.open && stateText(each.open.state)].filter(Boolean).join(', '), render: each => <ArticleStates article={each} />
    },
    { id: 'category', title: nls.localize('earshot/knowledge/column/category', 'Category'), width: 130, value: each => categoryText(categories, each.categoryId) },
    { id: 'language', title: nls.localize('earshot/knowledge/column/language', 'Language'), width: 110, grow: 0, value: each => languageText(each.language) },
    { id: 'owner', title: nls.localize('earshot/knowledge/column/owner', 'Owner'), width: 110, value: each => each.ownerName ?? '' },
    { id: 'uses', title: nls.localize('earshot/knowledge/column/uses', 'Uses, 90 days'), width: 100, grow: 0, numeric: true, value: each => each.uses, render: each => formatNumber(each.uses) },
    { id: 'due', title: nls.localize('earshot/knowledge/column/due', 'Next review'), width: 120, grow: 0, value: each => each.reviewDueAt && formatDate(each.reviewDueAt) },
    { id: 'changed', title: nls.localize('earshot/knowledge/column/changed', 'Changed'), width: 120, grow: 0, value: each => each.changedAt, render: each => <RelativeTime moment={each.changedAt} /> },
    { id: 'kind', title: nls.localize('earshot/knowledge/column/kind', 'Kind'), width: 140, hidden: true, value: each => kindText(each.kind) },
    { id: 'tags', title: nls.localize('earshot/knowledge/column/tags', 'Tags'), width: 140, hidden: true, value: each => each.tags.join(', ') }
];
