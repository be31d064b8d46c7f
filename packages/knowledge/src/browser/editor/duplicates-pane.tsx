import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient, useSettled } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { formatPercent } from '@earshot/core/lib/browser/widgets';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type ArticleContent, comparableText } from '../../common/article/article-content';
import type { NearDuplicate } from '../../common/duplicate-contract';
import { knowledgeContract } from '../../common/knowledge-contract';

/** Milliseconds of rest before it is looked whether somebody has written this already. */
const rest = 1500;
const none: readonly NearDuplicate[] = [];

/** Published articles that say nearly what is being written. */
export function useDuplicates(articleId: string, content: ArticleContent, enabled: boolean): readonly NearDuplicate[] {
    const client = useClient(knowledgeContract);
    const asked = useSettled(comparableText(content), rest);
    const { data } = useQuery({
        queryKey: ['article', 'duplicates', articleId, asked], enabled: enabled && asked.trim().length > 20, staleTime: 60_000, placeholderData: keepPreviousData,
        queryFn: ({ signal }) => client.duplicates.find({ text: asked.slice(0, 200_000), except: articleId }, { signal }) as Promise<NearDuplicate[]>
    });
    return data ?? none;
}

export function DuplicatesPane({ duplicates }: { readonly duplicates: readonly NearDuplicate[] }): React.ReactElement {
    return duplicates.length === 0 ? <p className='k-quiet'>{nls.localize('earshot/knowledge/duplicates/none', 'Nothing published says nearly the same.')}</p> : <>
        <p>{nls.localize('earshot/knowledge/duplicates/some', 'Published articles that say nearly the same. Would it be better to change one of them?')}</p>
        <ul className='k-duplicates'>{duplicates.map(each => <li key={each.id}>
            <Link to={linkTo('knowledge', 'articles', each.id)} target='_blank'>{each.title}</Link>
            <span className='k-quiet'>{nls.localize('earshot/knowledge/duplicates/share', 'holds {0} of this text', formatPercent(each.containment, 0))}</span>
        </li>)}</ul>
    </>;
}
