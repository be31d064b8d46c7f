/**
 * Who can be compared with whom: evaluators are linked by agents whom both have scored, and agents by evaluators who have scored both.
 * Between two parts without a link, the one's better agents and the other's milder evaluators look the same. D. L. Weeks & D. R. Williams,
 * Technometrics 6 (1964) 319–324.
 */
import { ScoredCell, sumOf } from './scored-cells';

/** The parts of a design, the one with the most scores first; parts of equal size by the first agent's name. */
export const connectedParts = (cells: ReadonlyArray<ScoredCell>): ReadonlyArray<ReadonlyArray<ScoredCell>> => {
    const parents = new Map<string, string>();
    const rootOf = (node: string): string => {
        let root = node;
        for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) {
            root = next;
        }
        for (let each = node; each !== root;) {
            const next = parents.get(each)!;
            parents.set(each, root);
            each = next;
        }
        return root;
    };
    for (const { agent, evaluator } of cells) {
        const [first, second] = [`a${agent}`, `e${evaluator}`];
        [first, second].filter(each => !parents.has(each)).forEach(each => parents.set(each, each));
        parents.set(rootOf(first), rootOf(second));
    }
    const parts = new Map<string, ScoredCell[]>();
    for (const cell of cells) {
        const root = rootOf(`a${cell.agent}`);
        const part = parts.get(root);
        if (part) {
            part.push(cell);
        } else {
            parts.set(root, [cell]);
        }
    }
    const firstAgent = (part: ReadonlyArray<ScoredCell>): string => part.reduce((first, { agent }) => agent < first ? agent : first, part[0].agent);
    return [...parts.values()].map(part => ({ part, n: sumOf(part, each => each.n), first: firstAgent(part) }))
        .sort((one, other) => other.n - one.n || (one.first < other.first ? -1 : 1)).map(each => each.part);
};
