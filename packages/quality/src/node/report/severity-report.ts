import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { ScoredCell } from '@earshot/statistics';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { ReportQuery } from '../../common/report/report-contract';
import { figureOf, intervalCells, type ReportColumns, type ReportFigure, reportOf, type ReportTable } from '../../common/report/report-table';
import type { SeverityFindings } from '../../common/report/severity-findings';
import { WorkingThread } from '../thread/working-thread';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';

const evaluatorColumns: ReportColumns = { id: 'id', name: 'text', n: 'count', mean: 'percent', effect: 'signed', effectLow: 'signed', effectHigh: 'signed', reason: 'code' };
const agentColumns: ReportColumns = {
    id: 'id', name: 'text', team: 'text', n: 'count', mean: 'percent', meanLow: 'percent', meanHigh: 'percent', fromEvaluators: 'signed', fromForms: 'signed', adjusted: 'percent', adjustedLow: 'percent', adjustedHigh: 'percent',
    rank: 'count', rankLow: 'count', rankHigh: 'count', alike: 'count', reason: 'code'
};
interface Named { readonly name: string; readonly team: string | null }

/**
 * How severe evaluators are once it is known whose calls they scored, and what agents' scores are without it: by evaluator, or by agent.
 * The model is that of all results that were chosen; the one evaluator or agent asked for is picked afterwards.
 */
@injectable()
export class SeverityReport implements ReportDefinition {
    readonly id = 'severity';
    private readonly thread = new WorkingThread<readonly ScoredCell[], SeverityFindings>('report/severity-worker.js');

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const { rows: cells } = await sql<ScoredCell>`select evaluation.agent_id as agent, evaluation.evaluator_id as evaluator, evaluation.form_id as form, count(*) as n, avg(evaluation.percent)::float8 as mean,
            (coalesce(var_samp(evaluation.percent), 0) * (count(*) - 1))::float8 as squares
            ${chosenResults(principal, { ...query, evaluatorId: undefined, agentId: undefined })} and evaluation.percent is not null and evaluation.agent_id is not null group by 1, 2, 3`.execute(this.database.read());
        const findings = await this.thread.run(cells);
        const byAgent = query.by === 'agent';
        const names = await this.people(byAgent ? findings.agents : findings.evaluators);
        return byAgent ? this.agents(findings, names, query) : this.evaluators(findings, names, query);
    }

    private evaluators(findings: SeverityFindings, names: ReadonlyMap<string, Named>, { evaluatorId }: ReportQuery): ReportTable {
        const rows = inOrder(findings.evaluators, names, each => each.effect).filter(each => !evaluatorId || each.id === evaluatorId);
        return {
            ...reportOf(this.id, evaluatorColumns, rows.map(({ id, n, mean, effect, interval, reason }) =>
                ({ id, name: names.get(id)?.name ?? null, n, mean, effect, ...intervalCells('effect', interval), reason })), figuresOf(findings)), reason: findings.reason
        };
    }

    private agents(findings: SeverityFindings, names: ReadonlyMap<string, Named>, { agentId }: ReportQuery): ReportTable {
        const rows = inOrder(findings.agents, names, each => findings.noOrder ? null : each.adjusted).filter(each => !agentId || each.id === agentId);
        return {
            ...reportOf(this.id, agentColumns, rows.map(({ id, n, mean, meanInterval, fromEvaluators, fromForms, adjusted, adjustedInterval, rank, reason }) => ({
                id, name: names.get(id)?.name ?? null, team: names.get(id)?.team ?? null, n, mean, ...intervalCells('mean', meanInterval), fromEvaluators, fromForms,
                adjusted, ...intervalCells('adjusted', adjustedInterval), rank: rank?.rank ?? null, rankLow: rank?.best ?? null, rankHigh: rank?.worst ?? null, alike: rank?.alike ?? null, reason
            })), figuresOf(findings)), reason: findings.reason ?? findings.noOrder
        };
    }

    private async people(found: readonly { readonly id: string }[]): Promise<ReadonlyMap<string, Named>> {
        const { rows } = await sql<Named & { id: string }>`select person.id, person.name, team.name as team from core.person person left join core.team team on team.id = person.team_id
            where person.id = any(${found.map(each => each.id)}::uuid[])`.execute(this.database.read());
        return new Map(rows.map(each => [each.id, each]));
    }
}

/** Keeps the order of those of whom something is said, and puts the others behind them by name. */
function inOrder<T extends { readonly id: string }>(found: readonly T[], names: ReadonlyMap<string, Named>, value: (each: T) => number | null): readonly T[] {
    const nameOf = ({ id }: T): string => names.get(id)?.name ?? '';
    return [...found.filter(each => value(each) !== null), ...found.filter(each => value(each) === null).sort((one, other) => nameOf(one).localeCompare(nameOf(other)) || (one.id < other.id ? -1 : 1))];
}

const figuresOf = ({ n, shares, spread, evaluators, agents }: SeverityFindings): readonly ReportFigure[] => {
    const moved = agents.flatMap(each => each.fromEvaluators === null ? [] : [Math.abs(each.fromEvaluators)]);
    return [
        figureOf('severitySpread', 'points', evaluators.length, spread), figureOf('largestCorrection', 'points', moved.length, moved.length ? Math.max(...moved) : null),
        figureOf('shareOfEvaluators', 'share', n, shares?.evaluators ?? null), figureOf('shareOfAgents', 'share', n, shares?.agents ?? null), figureOf('shareOfOthers', 'share', n, shares?.others ?? null)
    ];
};
