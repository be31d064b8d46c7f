import { percentText } from '@earshot/assessment/lib/browser/filling/score-trace';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, type Column, formatDate, formatNumber, Icon } from '@earshot/core/lib/browser/widgets';
import type { Category } from '../../common/category/category-contract';
import type { ReviewRow } from '../../common/review/review-contract';
import { categoryText } from '../category/category-text';
import { kindIcon, kindText, languageText } from '../words/article-words';

export const reviewColumns = (categories: readonly Category[]): readonly Column<ReviewRow>[] => [
    {
        id: 'title', title: nls.localize('earshot/knowledge/column/title', 'Title'), fixed: true, width: 260, grow: 4, value: each => each.title,
        render: each => <span className='k-title-cell'><Icon name={kindIcon(each.kind)} label={kindText(each.kind)} /><span className='k-ellipsis'>{each.title}</span>
            {each.open && <Icon name='edit' label={nls.localize('earshot/knowledge/reviews/being-written', 'A new revision is under way')} />}</span>
    },
    {
        id: 'due', title: nls.localize('earshot/knowledge/column/due', 'Next review'), width: 150, grow: 0, value: each => each.reviewDueAt && formatDate(each.reviewDueAt),
        render: each => each.overdue ? <Badge tone='caution' icon='warning'>{formatDate(each.reviewDueAt)}</Badge> : <>{formatDate(each.reviewDueAt)}</>
    },
    { id: 'uses', title: nls.localize('earshot/knowledge/column/uses', 'Uses, 90 days'), width: 110, grow: 0, numeric: true, value: each => each.uses, render: each => formatNumber(each.uses) },
    { id: 'calls', title: nls.localize('earshot/knowledge/reviews/calls', 'In calls, 90 days'), width: 130, grow: 0, numeric: true, value: each => each.calls, render: each => formatNumber(each.calls) },
    {
        id: 'quality', title: nls.localize('earshot/knowledge/reviews/quality', 'Evaluations'), width: 130, grow: 0, numeric: true, value: each => each.quality?.percent ?? null,
        render: each => each.quality && nls.localize('earshot/knowledge/reviews/quality-of', '{0} (n = {1})', percentText(each.quality.percent), formatNumber(each.quality.evaluations))
    },
    { id: 'category', title: nls.localize('earshot/knowledge/column/category', 'Category'), width: 130, value: each => categoryText(categories, each.categoryId) },
    { id: 'language', title: nls.localize('earshot/knowledge/column/language', 'Language'), width: 110, grow: 0, value: each => languageText(each.language) },
    { id: 'owner', title: nls.localize('earshot/knowledge/column/owner', 'Owner'), width: 110, value: each => each.ownerName ?? '', render: each => each.ownerName ? <>{each.ownerName}</> : <span className='k-quiet'>{nls.localize('earshot/knowledge/reviews/nobody', 'Nobody')}</span> },
    { id: 'verified', title: nls.localize('earshot/knowledge/reviews/verified', 'Last found right'), width: 120, grow: 0, hidden: true, value: each => each.verifiedAt && formatDate(each.verifiedAt) }
];
