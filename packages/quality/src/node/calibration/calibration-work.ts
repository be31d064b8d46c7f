import type { Hit, WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { QualityTables } from '../quality-tables';
import { visibleCalibrations } from './calibration-query';

type Caller = Principal & { readonly personId: string };

/** Sessions in which calls wait for the caller's blind scores, and, for leads, sessions that everybody has finished. */
@injectable()
export class CalibrationWork implements WorkItemSource {
    readonly name = 'calibrations';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Caller): Promise<WorkItem[]> {
        if (!principal.permissions.has('calibration:read')) {
            return [];
        }
        const open = await visibleCalibrations(this.database.read<QualityTables>(), principal).where('session.state', '=', 'open').orderBy('session.id').limit(50).execute();
        return open.flatMap(each => {
            const complete = each.submitted >= each.calls * each.raters;
            const kind = each.on_panel && each.mine < each.calls ? 'calibration.score' : complete && principal.permissions.has('calibration:lead') ? 'calibration.close' : undefined;
            return kind ? [{ kind, title: each.title, detail: { done: each.mine, of: each.calls }, link: linkTo('quality', 'calibrations', each.id), dueAt: each.due_at?.toISOString() ?? null, since: each.created_at.toISOString() }] : [];
        });
    }
}

@injectable()
export class CalibrationType implements EntityType {
    readonly package = 'quality';
    readonly type = 'calibrations';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Caller, id: string): Promise<Hit | undefined> {
        const found = principal.permissions.has('calibration:read') ? await visibleCalibrations(this.database.read<QualityTables>(), principal).where('session.id', '=', id).executeTakeFirst() : undefined;
        return found && { kind: 'calibration', id, title: found.title, subtitle: '', link: linkTo('quality', 'calibrations', id) };
    }
}
