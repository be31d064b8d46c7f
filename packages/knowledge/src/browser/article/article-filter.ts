import { oneOf, uuid, withoutGaps, words, yes } from '@earshot/core/lib/browser/navigation/address-values';
import { type ArticleOrder, articleOrders, type ArticleState, articleStates } from '../../common/article/article-contract';
import { type ArticleKindId, articleKindIds, type ArticleLanguage, articleLanguages } from '../../common/article/article-kind';

export const waitingChoices = ['for-me', 'of-mine'] as const;
export const articleFilterNames = ['q', 'kind', 'language', 'category', 'tag', 'state', 'waiting', 'owned', 'behind', 'order'] as const;

/** Which articles a list shows; as it stands in the address. */
export interface ArticleListFilter {
    readonly q?: string; readonly kind?: ArticleKindId; readonly language?: ArticleLanguage; readonly category?: string; readonly tag?: string; readonly state?: ArticleState;
    readonly waiting?: typeof waitingChoices[number];
    /** Those that the person answers for. */
    readonly owned?: true;
    /** Translations that render an older text. */
    readonly behind?: true;
    readonly order?: ArticleOrder;
}


/** The filters in an address; what cannot be one is passed over. */
export const readArticleFilter = (query: URLSearchParams): ArticleListFilter => withoutGaps({
    q: words(query.get('q'), 200), kind: oneOf(articleKindIds, query.get('kind')), language: oneOf(articleLanguages, query.get('language')), category: uuid(query.get('category')), tag: words(query.get('tag'), 60),
    state: oneOf(articleStates, query.get('state')), waiting: oneOf(waitingChoices, query.get('waiting')), owned: yes(query.get('owned')), behind: yes(query.get('behind')), order: oneOf(articleOrders, query.get('order'))
});

/** What the server is asked for. */
export const listInput = ({ q, category, owned, order, ...others }: ArticleListFilter, personId: string) =>
    withoutGaps({ ...others, text: q, categoryId: category, ownerId: owned ? personId : undefined, order: order ?? 'changed' as const });

/** Filters that are set, the search text and the order aside. */
export const filterCount = ({ q: _, order: _order, ...others }: ArticleListFilter): number => Object.keys(others).length;
