import type { Principal } from '@earshot/core/lib/node/api/context';
import type { ReportQuery } from '../../common/report/report-contract';
import type { ReportTable } from '../../common/report/report-table';

/** Contribution point: a report. What it sums up stays within `withinScope(principal, 'report:read', …)`; it never takes single results out of the database. */
export const ReportDefinition = Symbol('ReportDefinition');
export interface ReportDefinition {
    readonly id: string;
    /** It is about calibration sessions, not about results of monitoring. */
    readonly fromCalibrations?: true;
    read(principal: Principal, query: ReportQuery): Promise<ReportTable>;
}
