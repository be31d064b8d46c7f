import type { PastForms } from '@earshot/assessment/lib/node/replay/past-forms';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Expression } from 'kysely';
import type { QualityTables } from '../quality-tables';
import { visibleEvaluations } from './evaluation-query';

/** The results that count when a form is replayed: of monitoring, in force, and within the caller's reach. Calibrations are exercises. */
@injectable()
export class PastEvaluations implements PastForms {
    constructor(@inject(Database) private readonly database: Database) { }

    counting(principal: Principal): Expression<unknown> | undefined {
        return principal.permissions.has('evaluation:read') ? visibleEvaluations(this.database.read<QualityTables>(), principal).clearSelect().select('evaluation.filled_form_id')
            .where('evaluation.purpose', '=', 'monitoring').where('evaluation.state', '=', 'submitted') : undefined;
    }
}
