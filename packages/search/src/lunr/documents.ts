import { analyse } from '../analysis/analyse';
import type { SearchDocument } from '../document';
import type { SearchFilter, Viewer } from '../search-engine';
import { unitTokens } from '../text/text-matching';

const oneOf = (values: readonly string[] | undefined, value: string | undefined): boolean =>
    values === undefined || values.length === 0 || value !== undefined && values.includes(value);

/** Whether a viewer may see a document and a filter lets it through. */
export const isVisible = (document: SearchDocument, { audience, at }: Viewer, filter: SearchFilter = {}): boolean =>
    (audience === 'unrestricted' || document.audience.some(each => audience.includes(each)))
    && (at === 'always' || (document.validFrom ?? -Infinity) <= at && at < (document.validUntil ?? Infinity))
    && oneOf(filter.kinds, document.kind) && oneOf(filter.categories, document.category) && oneOf(filter.languages, document.language);

const pairsOf = (texts: readonly string[]): Set<string> => {
    const pairs = new Set<string>();
    for (const text of texts) {
        const units = unitTokens(analyse(text)).map(each => each.term);
        units.slice(1).forEach((each, index) => pairs.add(`${units[index]} ${each}`));
    }
    return pairs;
};

/** Of pairs of adjoining tokens: those shared over all of both, and over those of the text (Broder 1997). */
export const resemblanceOf = (text: string, values: readonly string[]): { resemblance: number; containment: number } => {
    const wanted = pairsOf([text]);
    const given = pairsOf(values);
    const shared = [...wanted].filter(each => given.has(each)).length;
    return wanted.size === 0 ? { resemblance: 0, containment: 0 } : { resemblance: shared / (wanted.size + given.size - shared), containment: shared / wanted.size };
};
