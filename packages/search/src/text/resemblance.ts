import { analyse } from '../analysis/analyse';
import type { SimilarDocument, SimilarOptions } from '../search-engine';
import { unitTokens } from './text-matching';

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

/** Those that are alike enough, most alike first. */
export const mostAlike = (compared: readonly SimilarDocument[], { threshold = 0.5, limit = 5 }: Pick<SimilarOptions, 'threshold' | 'limit'>): SimilarDocument[] =>
    compared.filter(each => Math.max(each.resemblance, each.containment) >= threshold)
        .sort((a, b) => b.resemblance - a.resemblance || b.containment - a.containment || (a.id < b.id ? -1 : 1)).slice(0, limit);
