import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';
import type { CalibrationRow } from '../../common/calibration/calibration-contract';
import type { QualityTables } from '../quality-tables';

/** Sessions that the caller may see: all of them, or those that they prepared, and those on whose panel they sit and that have been opened. */
export const visibleCalibrations = (database: Kysely<CoreTables & QualityTables>, principal: Principal) => {
    const all = scopeOf(principal, 'calibration:read') === 'all';
    const onPanel = sql<boolean>`exists (select from quality.calibration_rater rater where rater.session_id = session.id and rater.person_id = ${principal.personId})`;
    return database.selectFrom('quality.calibration as session').innerJoin('assessment.form_version as form', 'form.id', 'session.form_version_id')
        .where(all ? sql<boolean>`true` : sql<boolean>`(session.created_by = ${principal.personId} or ${onPanel} and session.state <> 'draft')`)
        .select([
            'session.id', 'session.title', 'session.state', 'session.form_id', 'session.form_version_id', 'form.title as form_title', 'form.number as form_number',
            'session.expert_id', 'session.tolerance', 'session.due_at', 'session.created_at', 'session.closed_at', 'session.version', onPanel.as('on_panel'),
            sql<number>`(select count(*) from quality.calibration_call each where each.session_id = session.id)`.as('calls'),
            sql<number>`(select count(*) from quality.calibration_rater each where each.session_id = session.id)`.as('raters'),
            sql<number>`(select count(*) from quality.evaluation each where each.session_id = session.id and each.state = 'submitted')`.as('submitted'),
            sql<number>`(select count(*) from quality.evaluation each where each.session_id = session.id and each.state = 'submitted' and each.evaluator_id = ${principal.personId})`.as('mine')
        ]);
};

export type CalibrationFound = Awaited<ReturnType<ReturnType<typeof visibleCalibrations>['executeTakeFirstOrThrow']>>;

export const showCalibration = (row: CalibrationFound): CalibrationRow => ({
    id: row.id, title: row.title, state: row.state, formId: row.form_id, formVersionId: row.form_version_id, formTitle: row.form_title, formNumber: row.form_number, calls: row.calls, raters: row.raters,
    submitted: row.submitted, expected: row.calls * row.raters, dueAt: row.due_at?.toISOString() ?? null, createdAt: row.created_at.toISOString(), closedAt: row.closed_at?.toISOString() ?? null, version: row.version,
    mine: row.on_panel ? { submitted: row.mine, expected: row.calls } : null
});
