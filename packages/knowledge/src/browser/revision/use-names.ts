import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { formatDateTime } from '@earshot/core/lib/browser/widgets';
import { readAudience } from '../../common/article/audience';
import { knowledgeContract } from '../../common/knowledge-contract';
import { useCategories } from '../article/use-articles';
import { categoryText } from '../category/category-text';
import { audienceText } from '../words/article-words';

export interface AudienceChoice { readonly word: string; readonly kind: 'role' | 'team'; readonly code: string | null; readonly name: string | null }
const none: readonly AudienceChoice[] = [];

/** The roles and teams that an audience can name. */
export function useAudiences(): readonly AudienceChoice[] {
    const client = useClient(knowledgeContract);
    const mayWrite = useSession().may('article:write');
    return useQuery({ queryKey: ['team', 'audiences'], enabled: mayWrite, staleTime: 300_000, queryFn: ({ signal }) => client.articles.audiences(undefined, { signal }) as Promise<AudienceChoice[]> }).data ?? none;
}

export function useAudienceText(): (word: string) => string {
    const audiences = useAudiences();
    const teams = React.useMemo(() => new Map(audiences.flatMap(({ word, name }) => {
        const audience = readAudience(word);
        return audience?.kind === 'team' && name ? [[audience.id, name] as const] : [];
    })), [audiences]);
    return React.useCallback(word => audienceText(word, teams), [teams]);
}

/** What stands behind the codes in the settings of a revision. */
export function useNames(): (path: string, text: string) => string {
    const categories = useCategories();
    const audience = useAudienceText();
    return React.useCallback((path, text) => path === 'categoryId' ? categoryText(categories, text) || text : path === 'audience' ? audience(text) : path.startsWith('valid') && text ? formatDateTime(text) : text, [categories, audience]);
}
