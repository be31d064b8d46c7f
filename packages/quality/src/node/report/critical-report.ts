import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { criticalClasses } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { ReportQuery } from '../../common/report/report-contract';
import { type ColumnKind, reportOf, type ReportRow, type ReportTable } from '../../common/report/report-table';
import { shareCells, shareFigure } from '../../common/report/share';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';
import { periodOf } from './trend-report';

const columns = Object.fromEntries<ColumnKind>([['period', 'day'], ['n', 'count'], ...criticalClasses.flatMap((of): [string, ColumnKind][] => [
    [`${of}Assessed`, 'count'], [`${of}Accurate`, 'count'], [of, 'share'], [`${of}Low`, 'share'], [`${of}High`, 'share']])]);

/**
 * Critical-error accuracy: of the evaluations in which a class was assessed, the share without any error of it; for the customer, the
 * business and compliance side by side, never as one figure.
 */
@injectable()
export class CriticalReport implements ReportDefinition {
    readonly id = 'critical';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
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
}

const failed = (of: string) => sql.ref(`figures.${of}_failed`);
