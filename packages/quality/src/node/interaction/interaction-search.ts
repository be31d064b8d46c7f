import type { Hit } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { LookupSource } from '@earshot/core/lib/node/search/lookup-source';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { EntityType } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { QualityTables } from '../quality-tables';
import { filtered, type InteractionRow, namedBy, visibleInteractions } from './interaction-query';

type Caller = Principal & { readonly personId: string };

const hit = (row: InteractionRow): Hit => ({ kind: 'interaction', id: row.id, title: row.call_id, subtitle: [row.agent_name, row.queue].filter(Boolean).join(' · '), link: linkTo('quality', 'interactions', row.id) });

/** Calls for quick open: by call id and by agent. */
@injectable()
export class InteractionSearch implements LookupSource {
    readonly kind = 'interaction';

    constructor(@inject(Database) private readonly database: Database) { }

    async search(principal: Caller, text: string, limit: number): Promise<Hit[]> {
        if (!principal.permissions.has('interaction:read')) {
            return [];
        }
        const database = this.database.read<QualityTables>();
        return (await filtered(visibleInteractions(database, principal), principal, { limit }, await namedBy(database, text)).execute()).slice(0, limit).map(hit);
    }
}

@injectable()
export class InteractionType implements EntityType {
    readonly package = 'quality';
    readonly type = 'interactions';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Caller, id: string): Promise<Hit | undefined> {
        const found = principal.permissions.has('interaction:read') ? await visibleInteractions(this.database.read<QualityTables>(), principal).where('interaction.id', '=', id).executeTakeFirst() : undefined;
        return found && hit(found);
    }
}
