import { oneOf, uuid, withoutGaps, words, yes } from '@earshot/core/lib/browser/navigation/address-values';
import { type Chapter, chapters, type DocumentKind, documentKinds } from '../../common/document/document-content';
import { type DocumentOrder, documentOrders, type DocumentState, documentStates } from '../../common/document/document-contract';

export const documentFilterNames = ['q', 'kind', 'chapter', 'area', 'state', 'position', 'owned', 'mine', 'order'] as const;

/** Which documents a list shows; as it stands in the address. */
export interface DocumentListFilter {
    readonly q?: string; readonly kind?: DocumentKind; readonly chapter?: Chapter; readonly area?: string; readonly state?: DocumentState; readonly position?: string; readonly order?: DocumentOrder;
    /** Those that the person answers for. */
    readonly owned?: true;
    /** Those that the person has to acknowledge. */
    readonly mine?: true;
}

/** The filters in an address; what cannot be one is passed over. An area stands for itself even when it is empty. */
export const readDocumentFilter = (query: URLSearchParams): DocumentListFilter => withoutGaps({
    q: words(query.get('q'), 200), kind: oneOf(documentKinds, query.get('kind')), chapter: oneOf(chapters, query.get('chapter')), area: query.get('area')?.slice(0, 60) || undefined,
    state: oneOf(documentStates, query.get('state')), position: uuid(query.get('position')), owned: yes(query.get('owned')), mine: yes(query.get('mine')), order: oneOf(documentOrders, query.get('order'))
});

/** What the server is asked for. */
export const listInput = ({ q, position, owned, order, ...others }: DocumentListFilter, personId: string) =>
    withoutGaps({ ...others, text: q, positionId: position, ownerId: owned ? personId : undefined, order: order ?? 'catalogue' as const });

/** Filters behind the button: the layers of the catalogue stand beside the list, and the words above it. */
export const filterCount = ({ state, position, owned, mine }: DocumentListFilter): number => [state, position, owned, mine].filter(each => each !== undefined).length;
