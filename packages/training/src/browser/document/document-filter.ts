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

const oneOf = <T extends string>(choices: readonly T[], value: string | null): T | undefined => choices.find(each => each === value);
const uuid = (value: string | null): string | undefined => value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined;
const yes = (value: string | null): true | undefined => value === 'true' ? true : undefined;
const withoutGaps = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

/** The filters in an address; what cannot be one is passed over. An area stands for itself even when it is empty. */
export const readDocumentFilter = (query: URLSearchParams): DocumentListFilter => withoutGaps({
    q: query.get('q')?.trim().slice(0, 200) || undefined, kind: oneOf(documentKinds, query.get('kind')), chapter: oneOf(chapters, query.get('chapter')), area: query.get('area')?.slice(0, 60) || undefined,
    state: oneOf(documentStates, query.get('state')), position: uuid(query.get('position')), owned: yes(query.get('owned')), mine: yes(query.get('mine')), order: oneOf(documentOrders, query.get('order'))
});

/** What the server is asked for. */
export const listInput = ({ q, position, owned, order, ...others }: DocumentListFilter, personId: string) =>
    withoutGaps({ ...others, text: q, positionId: position, ownerId: owned ? personId : undefined, order: order ?? 'catalogue' as const });

/** Filters behind the button: the layers of the catalogue stand beside the list, and the words above it. */
export const filterCount = ({ state, position, owned, mine }: DocumentListFilter): number => [state, position, owned, mine].filter(each => each !== undefined).length;
