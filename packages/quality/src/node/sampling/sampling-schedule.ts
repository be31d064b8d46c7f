import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { usualGraceDays } from '../../common/sampling/sampling-definition';
import { lastPeriodWithGrace } from '../../common/sampling/sampling-period';
import type { QualityTables } from '../quality-tables';
import { houseZone } from '../house-zone';
import { SamplingDraws } from './sampling-draws';
import { plansFound } from './sampling-query';

const house = systemPrincipal('sampling');

/** Draws by the clock: when a week or a month is over, and the plan's days of grace after it, once, for every plan that was at work before it ended. */
@injectable()
export class SamplingSchedule implements ScheduleContribution {
    readonly name = 'quality-sampling';
    readonly when = { everySeconds: 900 };

    constructor(@inject(Database) private readonly database: Database, @inject(SamplingDraws) private readonly draws: SamplingDraws) { }

    /** @throws AggregateError of what kept plans from drawing, after all others have drawn. */
    async run(now = new Date()): Promise<void> {
        const database = this.database.read<QualityTables>();
        const zone = houseZone();
        const failures: unknown[] = [];
        for (const plan of await plansFound(database).where('plan.active', '=', true).execute()) {
            const { period: recurs, graceDays = usualGraceDays } = plan.definition; // plans of old do not say
            const period = lastPeriodWithGrace(now, recurs, graceDays, zone);
            const drawn = await database.selectFrom('quality.sampling_draw').select('id').where('plan_id', '=', plan.id).where('first_day', '=', period.first).executeTakeFirst();
            if (!drawn && period.to > plan.active_since) {
                // No calls, nobody qualified, or somebody was quicker: looked at again next time.
                await this.draws.drawPeriod(house, plan, period).catch((error: unknown) => {
                    if ((error as { readonly code?: unknown }).code !== 'CONFLICT') {
                        failures.push(error);
                    }
                });
            }
        }
        if (failures.length) {
            throw new AggregateError(failures, 'Not every sampling plan could draw');
        }
    }
}
