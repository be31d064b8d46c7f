/** The sums of a design in which agents meet evaluators and forms, with the agents taken out of its equations one by one. */
import { distinct, ScoredCell, sumOf } from './scored-cells';

/** The columns of an agent's row in the equations: how many of their scores are each evaluator's, and each form's. */
interface AgentRow {
    readonly n: number;
    /** Sum of the scores, from `origin`. */
    readonly sum: number;
    /** Ascending. */
    readonly columns: Int32Array;
    readonly counts: Float64Array;
}

export interface CrossedDesign {
    readonly agents: ReadonlyArray<string>;
    readonly evaluators: ReadonlyArray<string>;
    readonly forms: ReadonlyArray<string>;
    readonly n: number;
    /** The mean of all scores, from which sums are taken, so that squares keep their digits. */
    readonly origin: number;
    readonly rows: ReadonlyArray<AgentRow>;
    /** Evaluators first, then forms. */
    readonly width: number;
    /** Counts of evaluators × evaluators, evaluators × forms and forms × forms: the equations without the agents. */
    readonly counts: Float64Array;
    /** Sums of scores by evaluator and form. */
    readonly sums: Float64Array;
    readonly squares: number;
    /** Scores less the effects that they could at best tell apart; what the residual deviation rests on. */
    readonly df: number;
}

export const crossedDesign = (unordered: ReadonlyArray<ScoredCell>): CrossedDesign => {
    const agents = distinct(unordered.map(each => each.agent));
    const evaluators = distinct(unordered.map(each => each.evaluator));
    const forms = distinct(unordered.map(formOf));
    const [agentPlaces, evaluatorPlaces, formPlaces] = [agents, evaluators, forms].map(names => new Map(names.map((name, place) => [name, place])));
    const place = (cell: ScoredCell) => [agentPlaces.get(cell.agent)!, evaluatorPlaces.get(cell.evaluator)!, formPlaces.get(formOf(cell))!] as const;
    const cells = unordered.map(cell => ({ cell, at: place(cell) })).sort((one, other) => one.at[0] - other.at[0] || one.at[1] - other.at[1] || one.at[2] - other.at[2]);
    const n = sumOf(cells, each => each.cell.n);
    const origin = sumOf(cells, ({ cell }) => cell.n * cell.mean) / n;
    const width = evaluators.length + forms.length;
    const counts = new Float64Array(width * width);
    const sums = new Float64Array(width);
    const byAgent = agents.map(() => ({ n: 0, sum: 0, columns: new Map<number, number>() }));
    let squares = 0;
    for (const { cell, at: [agent, evaluator, form] } of cells) {
        const column = evaluators.length + form;
        const sum = cell.n * (cell.mean - origin);
        squares += cell.squares + cell.n * (cell.mean - origin) ** 2;
        counts[evaluator * width + evaluator] += cell.n;
        counts[column * width + column] += cell.n;
        counts[column * width + evaluator] += cell.n;
        counts[evaluator * width + column] += cell.n;
        sums[evaluator] += sum;
        sums[column] += sum;
        const row = byAgent[agent];
        row.n += cell.n;
        row.sum += sum;
        row.columns.set(evaluator, (row.columns.get(evaluator) ?? 0) + cell.n);
        row.columns.set(column, (row.columns.get(column) ?? 0) + cell.n);
    }
    return {
        agents, evaluators, forms, n, origin, width, counts, sums, squares,
        rows: byAgent.map(row => {
            const columns = Int32Array.from(row.columns.keys()).sort();
            return { n: row.n, sum: row.sum, columns, counts: Float64Array.from(columns, each => row.columns.get(each)!) };
        }),
        df: n - (agents.length + evaluators.length - 1) - (forms.length - 1)
    };
};

const formOf = ({ form }: ScoredCell): string => form ?? '';
