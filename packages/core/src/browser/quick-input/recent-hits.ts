import type { Hit } from '../../common/house-contract';

/** How many things that were opened lately are remembered. */
const AT_MOST = 8;

/** The things opened lately with one more, which stands first and only once. */
export const withRecent = (recent: readonly Hit[], hit: Hit): readonly Hit[] => [hit, ...recent.filter(each => each.link !== hit.link)].slice(0, AT_MOST);

/** Hits by kind. Kinds stand in the order of their best hit; hits keep their order. */
export function groupHits(hits: readonly Hit[]): readonly { readonly kind: string; readonly hits: readonly Hit[] }[] {
    const groups = new Map<string, Hit[]>();
    for (const hit of hits) {
        groups.set(hit.kind, [...groups.get(hit.kind) ?? [], hit]);
    }
    return [...groups].map(([kind, all]) => ({ kind, hits: all }));
}
