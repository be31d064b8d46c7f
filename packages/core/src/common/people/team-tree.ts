/** As much of a team as its place in the tree needs. */
export interface TeamNode { readonly id: string; readonly parentId: string | null; readonly name: string }

/** The teams above a team, nearest first. Ends at a team that is not in the list. */
export function ancestors(teams: readonly TeamNode[], id: string): readonly string[] {
    const parents = new Map(teams.map(each => [each.id, each.parentId]));
    const above: string[] = [];
    for (let parent = parents.get(id); parent && !above.includes(parent); parent = parents.get(parent)) {
        above.push(parent);
    }
    return above;
}

/** Whether hanging a team below another would put it below itself. */
export const wouldCycle = (teams: readonly TeamNode[], id: string, parentId: string | null): boolean =>
    parentId !== null && (parentId === id || ancestors(teams, parentId).includes(id));

/** Every team with its way from the top: `Service / Hotline / Early shift`. */
export function teamPaths(teams: readonly TeamNode[]): ReadonlyMap<string, string> {
    const names = new Map(teams.map(each => [each.id, each.name]));
    return new Map(teams.map(each => [each.id, [...ancestors(teams, each.id)].reverse().concat(each.id).map(id => names.get(id) ?? '').filter(Boolean).join(' / ')]));
}

export type FoundTeam = { readonly id: string } | { readonly problem: 'unknown' | 'ambiguous' };

/** The team that a text names: by its whole path, by the end of its path, or by its name alone where only one has it. */
export function findTeam(paths: ReadonlyMap<string, string>, text: string): FoundTeam {
    const wanted = asPath(text);
    const all = [...paths].map(([id, path]) => ({ id, path: asPath(path) }));
    const exact = all.filter(each => each.path === wanted);
    const found = exact.length ? exact : all.filter(each => each.path.endsWith(` / ${wanted}`));
    return found.length === 1 ? { id: found[0]!.id } : { problem: found.length ? 'ambiguous' : 'unknown' };
}

const asPath = (text: string): string => text.split(/[/／>]/).map(each => each.trim().toLowerCase()).filter(Boolean).join(' / ');
