import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { lastPeriod, type PeriodRange } from '../../common/sampling/sampling-period';
import { houseZone } from '../house-zone';
import { permissionHolders } from '../permission-holders';
import type { QualityTables } from '../quality-tables';

const house = systemPrincipal('reports');

/**
 * Tells people that a saved report has a week or a month more, once for each that is over. What they are given is the way to it: they open it
 * with their own permissions, so that nobody is sent figures that they may not see. It goes on for as long as its owner is there, who can stop it.
 * The way leads to the period that was announced, whatever time the report was saved with.
 */
@injectable()
export class ReportDeliveries implements ScheduleContribution {
    readonly name = 'quality-reports';
    readonly when = { everySeconds: 900 };

    constructor(@inject(Database) private readonly database: Database) { }

    async run(now = new Date()): Promise<void> {
        const database = this.database.read<QualityTables>();
        for (const delivery of ['week', 'month'] as const) {
            const { first, last, to } = lastPeriod(now, delivery, houseZone());
            const due = await database.selectFrom('quality.saved_report as report').innerJoin('core.person as owner', 'owner.id', 'report.owner_id').where('owner.status', '=', 'active').select('report.id').where('report.delivery', '=', delivery).where('report.changed_at', '<', to)
                .where(({ or, eb }) => or([eb('delivered_for', 'is', null), eb('delivered_for', '<', first)])).orderBy('report.id').execute();
            for (const { id } of due) {
                await this.deliver(id, delivery, { first, last });
            }
        }
    }

    /** Marks it first: of two back ends, one tells. */
    private async deliver(id: string, delivery: 'week' | 'month', { first, last }: Pick<PeriodRange, 'first' | 'last'>): Promise<void> {
        await this.database.write<void, QualityTables>(house, async (transaction, log) => {
            const report = await transaction.updateTable('quality.saved_report').set({ delivered_for: first }).where('id', '=', id).where('delivery', '=', delivery)
                .where(({ or, eb }) => or([eb('delivered_for', 'is', null), eb('delivered_for', '<', first)])).returning(['name', 'owner_id', 'shared_with']).executeTakeFirst();
            if (!report) {
                return;
            }
            const readers = await permissionHolders(transaction, 'report:read').where(sql<boolean>`(person.id = ${report.owner_id} or exists (select from core.person_role held where held.person_id = person.id and held.role_id = ${report.shared_with}))`).execute();
            readers.forEach(each => log.notify(each.id, 'report.ready', { title: report.name, from: first, to: last }, linkTo('quality', 'saved-reports', id)));
            log.audit('report.delivered', 'saved-reports', id, { period: first, people: readers.length });
        });
    }
}
