import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { criticalClasses } from '@earshot/forms';
import { weightedShare } from '@earshot/statistics';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { ReportQuery } from '../../common/report/report-contract';
import { type ColumnKind, figureOf, intervalCells, reportOf, type ReportRow, type ReportTable } from '../../common/report/report-table';
import { addSums } from '../../common/report/scored-sums';
import { shareCells, shareFigure } from '../../common/report/share';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';
import { periodOf } from './trend-report';
import { onlyDrawn, sumsIn, type SumsRow, weightedSums } from './weighted-sums';

const columns = Object.fromEntries<ColumnKind>([['period', 'day'], ['n', 'count'], ...criticalClasses.flatMap((of): [string, ColumnKind][] => [
    [`${of}Assessed`, 'count'], [`${of}Accurate`, 'count'], [of, 'share'], [`${of}Low`, 'share'], [`${of}High`, 'share']])]);

const estimatedColumns = Object.fromEntries<ColumnKind>([['period', 'day'], ['n', 'count'], ['represented', 'count'], ...criticalClasses.flatMap((of): [string, ColumnKind][] => [
    [`${of}Assessed`, 'count'], [of, 'share'], [`${of}Low`, 'share'], [`${of}High`, 'share']])]);

/**
 * Critical-error accuracy: of the evaluations in which a class was assessed, the share without any error of it; for the customer, the
 * business and compliance side by side, never as one figure.
 */
@injectable()
export class CriticalReport implements ReportDefinition {
    readonly id = 'critical';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        return { basis: query.basis, ...query.basis === 'estimated' ? await this.estimated(principal, query) : await this.scored(principal, query) };
    }

    private async scored(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const counts = criticalClasses.map(of => sql`count(${failed(of)}) as ${sql.ref(`${of}Assessed`)}, count(*) filter (where ${failed(of)} = 0) as ${sql.ref(`${of}Accurate`)}`);
        const { rows } = await sql<Record<string, number> & { readonly period: string; readonly n: number }>`
            select ${periodOf(query)} as period, count(*) as n, ${sql.join(counts)} ${chosenResults(principal, query)} group by 1 order by 1`.execute(this.database.read());
        return reportOf(this.id, columns, rows.map(({ period, n, ...found }) => ({
            period, n, ...found, ...Object.assign({}, ...criticalClasses.map(of => shareCells(of, found[`${of}Accurate`]!, found[`${of}Assessed`]!))) as ReportRow
        })), criticalClasses.map(of => {
            const [assessed, accurate] = ['Assessed', 'Accurate'].map(each => rows.reduce((sum, row) => sum + row[`${of}${each}`]!, 0)) as [number, number];
            return shareFigure(of, accurate, assessed);
        }));
    }

    private async estimated(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const { rows } = await sql<SumsRow & { readonly period: string; readonly n: number; readonly represented: number }>`
            select ${periodOf(query)} as period, count(*) as n, sum(figures.weight) as represented, ${sql.join(criticalClasses.map(of => weightedSums(of, sql`(${failed(of)} = 0)::int`)))} ${chosenResults(principal, query)} ${onlyDrawn} group by 1 order by 1`.execute(this.database.read());
        return reportOf(this.id, estimatedColumns, rows.map(row => ({
            period: row.period, n: row.n, represented: row.represented, ...Object.assign({}, ...criticalClasses.map((of): ReportRow => {
                const share = weightedShare(sumsIn(row, of));
                return { [`${of}Assessed`]: share.n, [of]: share.value, ...intervalCells(of, share) };
            })) as ReportRow
        })), criticalClasses.map(of => {
            const share = weightedShare(addSums(rows.map(row => sumsIn(row, of))));
            return figureOf(of, 'share', share.n, share.value, share);
        }));
    }
}

const failed = (of: string) => sql.ref(`figures.${of}_failed`);
