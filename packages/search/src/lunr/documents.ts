import type { SearchDocument } from '../document';
import type { SearchFilter, Viewer } from '../search-engine';

const oneOf = (values: readonly string[] | undefined, value: string | undefined): boolean =>
    values === undefined || values.length === 0 || value !== undefined && values.includes(value);

/** Whether a viewer may see a document and a filter lets it through. */
export const isVisible = (document: SearchDocument, { audience, at }: Viewer, filter: SearchFilter = {}): boolean =>
    (audience === 'unrestricted' || document.audience.some(each => audience.includes(each)))
    && (at === 'always' || (document.validFrom ?? -Infinity) <= at && at < (document.validUntil ?? Infinity))
    && oneOf(filter.kinds, document.kind) && oneOf(filter.categories, document.category) && oneOf(filter.languages, document.language);
