import type { ArticleContent } from '../article/article-content';
import { articleKind } from '../article/article-kind';
import { compareTexts, type DifferenceRow } from '@earshot/writing/lib/common/difference/compare-texts';

/** The difference of one part, or of one of the settings, of two revisions. */
export interface PartDifference { readonly path: string; readonly rows: readonly DifferenceRow[] }

const settings = (content: ArticleContent): readonly (readonly [string, string])[] => [
    ['title', content.title], ['tags', [...content.tags].sort().join('\n')], ['audience', [...content.audience].sort().join('\n')], ['categoryId', content.categoryId], ['validFrom', content.validFrom ?? ''], ['validUntil', content.validUntil ?? '']
];

const partsOf = (content: ArticleContent): readonly (readonly [string, string])[] => articleKind(content.kind).parts.map(({ id }) => [`parts.${id}`, content.parts[id] ?? ''] as const);

/** The value of a further field in one line. */
export const fieldText = (value: unknown): string => typeof value === 'string' ? value : JSON.stringify(value);

const othersOf = (content: ArticleContent): readonly (readonly [string, string])[] => {
    const lines = Object.entries(content.others ?? {}).sort(([one], [other]) => one < other ? -1 : 1).map(([name, value]) => `${name}: ${fieldText(value)}`);
    return [['others', lines.join('\n')]];
};

/** Everything that differs between two revisions, settings first; empty if they say the same. */
export function compareContents(before: ArticleContent, after: ArticleContent): readonly PartDifference[] {
    const earlier = new Map([...settings(before), ...partsOf(before), ...othersOf(before)]);
    const later = new Map([...settings(after), ...partsOf(after), ...othersOf(after)]);
    return [...new Set([...earlier.keys(), ...later.keys()])]
        .filter(path => (earlier.get(path) ?? '') !== (later.get(path) ?? ''))
        .map(path => ({ path, rows: compareTexts(earlier.get(path) ?? '', later.get(path) ?? '', after.language) }));
}
