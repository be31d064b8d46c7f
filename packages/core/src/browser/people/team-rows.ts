import type { Team } from '../../common/people/people-contract';
import { compareTexts } from '../widgets/format';

export interface TeamRow {
    readonly team: Team;
    /** 0 for teams at the top. */
    readonly depth: number;
    /** Teams with the same parent, and this one's place among them, from 1. */
    readonly position: number;
    readonly siblings: number;
    readonly hasChildren: boolean;
}

/**
 * The tree of teams as rows, each parent before its children, siblings by name; what lies below a closed team is left out.
 * A team whose parent is not visible stands at the top.
 */
export function teamRows(teams: readonly Team[], closed: ReadonlySet<string> = new Set()): readonly TeamRow[] {
    const known = new Set(teams.map(each => each.id));
    const children = new Map<string | null, Team[]>();
    for (const team of teams) {
        const parent = team.parentId !== null && known.has(team.parentId) ? team.parentId : null;
        children.set(parent, [...children.get(parent) ?? [], team]);
    }
    const below = (parent: string | null, depth: number): TeamRow[] => {
        const level = [...children.get(parent) ?? []].sort((one, other) => compareTexts(one.name, other.name));
        return level.flatMap((team, index) => [
            { team, depth, position: index + 1, siblings: level.length, hasChildren: children.has(team.id) },
            ...(closed.has(team.id) ? [] : below(team.id, depth + 1))
        ]);
    };
    return below(null, 0);
}

/** Where a team would go with Alt and an arrow key, or undefined where it cannot: right puts it below the sibling before it, left beside its parent. */
export function movedParent(teams: readonly Team[], id: string, direction: 'left' | 'right'): { readonly parentId: string | null } | undefined {
    const rows = teamRows(teams);
    const row = rows.find(each => each.team.id === id);
    if (!row) {
        return undefined;
    }
    if (direction === 'left') {
        const parent = teams.find(each => each.id === row.team.parentId);
        return parent && { parentId: parent.parentId };
    }
    const before = rows.slice(0, rows.indexOf(row)).reverse().find(each => each.depth <= row.depth);
    return before?.depth === row.depth ? { parentId: before.team.id } : undefined;
}

/** A team and everything below it: where it cannot be moved to. */
export function withDescendants(teams: readonly Team[], id: string): ReadonlySet<string> {
    const found = new Set([id]);
    for (let size = 0; size !== found.size;) {
        size = found.size;
        teams.filter(each => each.parentId !== null && found.has(each.parentId)).forEach(each => found.add(each.id));
    }
    return found;
}
