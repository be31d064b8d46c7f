import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { criticalClasses } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { ReportQuery } from '../../common/report/report-contract';
import { type ReportColumns, reportOf, type ReportTable } from '../../common/report/report-table';
import { shareCells, shareFigure } from '../../common/report/share';
import { about } from './chosen-results';
import type { ReportDefinition } from './report-definition';

const columns: ReportColumns = {
    id: 'id', name: 'text', criticalClass: 'code', hits: 'count', misses: 'count', sensitivity: 'share', sensitivityLow: 'share', sensitivityHigh: 'share',
    falseAlarms: 'count', correctRejections: 'count', falseAlarmRate: 'share', falseAlarmRateLow: 'share', falseAlarmRateHigh: 'share'
};
interface Found { readonly id: string; readonly name: string; readonly class: string; readonly hits: number; readonly misses: number; readonly alarms: number; readonly rejections: number }

/**
 * Who finds critical errors, held against the expert of closed calibration sessions. A call on which the expert has found an error of the
 * class is a hit or a miss; one on which they have found none is a false alarm or a correct rejection. Team, agent and queue are those of the call.
 */
@injectable()
export class DetectionReport implements ReportDefinition {
    readonly id = 'detection';
    readonly fromCalibrations = true;

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const rows = await this.found(principal, query);
        const sum = (of: 'hits' | 'misses' | 'alarms' | 'rejections'): number => rows.reduce((total, each) => total + each[of], 0);
        return reportOf(this.id, columns, rows.map(each => ({
            id: each.id, name: each.name, criticalClass: each.class, hits: each.hits, misses: each.misses, ...shareCells('sensitivity', each.hits, each.hits + each.misses),
            falseAlarms: each.alarms, correctRejections: each.rejections, ...shareCells('falseAlarmRate', each.alarms, each.alarms + each.rejections)
        })), [shareFigure('sensitivity', sum('hits'), sum('hits') + sum('misses')), shareFigure('falseAlarmRate', sum('alarms'), sum('alarms') + sum('rejections'))]);
    }

    /** Results of sessions are the panel's and the leads' only. */
    private async found(principal: Principal, query: ReportQuery): Promise<readonly Found[]> {
        const scope = principal.permissions.get('calibration:read');
        if (!scope) {
            return [];
        }
        const reach = scope === 'all' ? sql`true` : sql`evaluation.evaluator_id = ${principal.personId}`;
        const queued = query.queue === undefined ? sql`true` : sql`exists (select from quality.interaction where id = evaluation.interaction_id and queue = ${query.queue})`;
        const cells = criticalClasses.map(of => sql`(${sql.lit(of)}, figures.${sql.ref(`${of}_failed`)}, expert.${sql.ref(`${of}_failed`)})`);
        const { rows } = await sql<Found>`
            select person.id, person.name, cell.class, count(*) filter (where cell.own > 0 and cell.expert > 0) as hits, count(*) filter (where cell.own = 0 and cell.expert > 0) as misses,
                count(*) filter (where cell.own > 0 and cell.expert = 0) as alarms, count(*) filter (where cell.own = 0 and cell.expert = 0) as rejections
            from quality.evaluation evaluation join quality.calibration session on session.id = evaluation.session_id and session.state in ('closed', 'settled') and session.expert_id <> evaluation.evaluator_id
                join quality.evaluation reference on reference.session_id = session.id and reference.interaction_id = evaluation.interaction_id and reference.evaluator_id = session.expert_id and reference.state = 'submitted'
                join quality.result_figures figures on figures.evaluation_id = evaluation.id join quality.result_figures expert on expert.evaluation_id = reference.id
                join core.person person on person.id = evaluation.evaluator_id
                cross join lateral (values ${sql.join(cells)}) as cell (class, own, expert)
            where ${sql.join([...about(query), reach, queued], sql` and `)} and cell.own is not null and cell.expert is not null
            group by 1, 2, 3 order by person.name, person.id, cell.class`.execute(this.database.read());
        return rows;
    }
}
