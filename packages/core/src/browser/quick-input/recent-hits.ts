import type { Hit } from '../../common/house-contract';

/** How many things that were opened lately are remembered. */
const AT_MOST = 8;

/** The links of things opened lately with one more, which stands first and only once. */
export const withRecent = (recent: readonly string[], link: string): readonly string[] => [link, ...recent.filter(each => each !== link)].slice(0, AT_MOST);

/** The links that a preference keeps. It kept titles as well once, which are not to be believed: a thing may be called otherwise by now, or be closed to whoever opened it. */
export const recentLinks = (kept: unknown): readonly string[] => !Array.isArray(kept) ? [] : kept.flatMap((each: unknown) => {
    const link: unknown = typeof each === 'string' ? each : (each as { readonly link?: unknown } | null)?.link;
    return typeof link === 'string' ? [link] : [];
});

/** Hits by kind. Kinds stand in the order of their best hit; hits keep their order. */
export function groupHits(hits: readonly Hit[]): readonly { readonly kind: string; readonly hits: readonly Hit[] }[] {
    const groups = new Map<string, Hit[]>();
    for (const hit of hits) {
        groups.set(hit.kind, [...groups.get(hit.kind) ?? [], hit]);
    }
    return [...groups].map(([kind, all]) => ({ kind, hits: all }));
}
