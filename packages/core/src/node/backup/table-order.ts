/** That rows of `table` refer to rows of `target`. */
export interface Reference { readonly table: string; readonly target: string }

/** What a table refers to, directly or by way of others, among those given. */
const reachedFrom = (table: string, among: readonly string[], references: readonly Reference[]): ReadonlySet<string> => {
    const reached = new Set<string>();
    const visit = (from: string): void => references.filter(each => each.table === from && each.target !== from && among.includes(each.target) && !reached.has(each.target)).forEach(({ target }) => {
        reached.add(target);
        visit(target);
    });
    visit(table);
    return reached;
};

/**
 * Tables, each after those that it refers to. References of a table to itself say nothing about the order; of tables that refer to
 * each other in a circle, the one that comes first by name goes first.
 */
export function inOrderOfReference(tables: readonly string[], references: readonly Reference[]): string[] {
    const waiting = [...tables].sort();
    const ordered: string[] = [];
    while (waiting.length > 0) {
        // what a table waits for waits for it in turn, if for anything
        const next = waiting.findIndex(each => [...reachedFrom(each, waiting, references)].every(other => reachedFrom(other, waiting, references).has(each)));
        ordered.push(...waiting.splice(next, 1));
    }
    return ordered;
}
