import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Hit } from '@earshot/core/lib/common/house-contract';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { EntityType } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import type { SavedReport, SavedReportInput } from '../../common/report/saved-report-contract';
import { periodAround } from '../../common/sampling/sampling-period';
import { houseZone } from '../house-zone';
import { permissionHolders } from '../permission-holders';
import type { QualityTables } from '../quality-tables';

type Caller = Principal & { readonly personId: string };

/** Choices of reports under a name: of one's own, and shared with a role. */
@injectable()
export class SavedReports {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Caller): Promise<SavedReport[]> {
        return (await this.visible(principal).orderBy('report.name').orderBy('report.id').execute()).map(each => shown(principal, each));
    }

    async get(principal: Caller, id: string): Promise<SavedReport> {
        return orNotFound(await this.find(principal, id));
    }

    /** Undefined outside the caller's reach. */
    async find(principal: Caller, id: string): Promise<SavedReport | undefined> {
        const row = await this.visible(principal).where('report.id', '=', id).executeTakeFirst();
        return row && shown(principal, row);
    }

    async add(principal: Caller, input: SavedReportInput): Promise<SavedReport> {
        const id = newId();
        const values = await this.values(principal, input);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await transaction.insertInto('quality.saved_report').values({ id, owner_id: principal.personId, ...values }).execute();
            log.audit('report.saved', 'saved-reports', id, { delivery: input.delivery, sharedWith: input.sharedWith });
        });
        return this.get(principal, id);
    }

    /** @throws NOT_FOUND for what is somebody else's, CONFLICT `changed-meanwhile`. */
    async change(principal: Caller, { id, version, ...input }: SavedReportInput & { readonly id: string; readonly version: number }): Promise<SavedReport> {
        await this.own(principal, id);
        const values = await this.values(principal, input);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            const changed = await transaction.updateTable('quality.saved_report').set(({ eb }) => ({ ...values, changed_at: new Date(), delivered_for: eb.case().when('delivery', '=', input.delivery).then(eb.ref('delivered_for')).else(null).end(), version: eb('version', '+', 1) }))
                .where('id', '=', id).where('owner_id', '=', principal.personId).where('version', '=', version).returning('id').executeTakeFirst();
            if (!changed) {
                throw conflict('changed-meanwhile');
            }
            log.audit('report.saved', 'saved-reports', id, { delivery: input.delivery, sharedWith: input.sharedWith });
        });
        return this.get(principal, id);
    }

    async remove(principal: Caller, id: string, version: number): Promise<void> {
        await this.own(principal, id);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            if (!await transaction.deleteFrom('quality.saved_report').where('id', '=', id).where('owner_id', '=', principal.personId).where('version', '=', version).returning('id').executeTakeFirst()) {
                throw conflict('changed-meanwhile');
            }
            log.audit('report.removed', 'saved-reports', id, {});
        });
    }

    private visible(principal: Caller) {
        return this.database.read<QualityTables>().selectFrom('quality.saved_report as report').innerJoin('core.person as owner', 'owner.id', 'report.owner_id').leftJoin('core.role as role', 'role.id', 'report.shared_with')
            .where(sql<boolean>`(report.owner_id = ${principal.personId} or exists (select from core.person_role held where held.role_id = report.shared_with and held.person_id = ${principal.personId}))`)
            .select(['report.id', 'report.name', 'report.search', 'report.owner_id', 'report.delivery', 'report.delivered_for', 'report.version', 'owner.name as owner_name', 'role.code as shared_with']);
    }

    private async own(principal: Caller, id: string): Promise<void> {
        orNotFound(await this.visible(principal).where('report.id', '=', id).where('report.owner_id', '=', principal.personId).executeTakeFirst());
    }

    /** Whoever tells a whole role of a report sees all of them. */
    private async values(principal: Caller, { name, search, sharedWith, delivery }: SavedReportInput) {
        if (sharedWith !== null && principal.permissions.get('report:read') !== 'all') {
            throw forbidden('report:read');
        }
        const role = sharedWith === null ? null : await this.database.read().selectFrom('core.role').select('id').where('code', '=', sharedWith).executeTakeFirst();
        if (role === undefined) {
            throw invalid([{ path: 'sharedWith', code: 'unknown-role' }]);
        }
        return { name, search, shared_with: role?.id ?? null, delivery };
    }
}

type Found = Awaited<ReturnType<ReturnType<SavedReports['visible']>['executeTakeFirstOrThrow']>>;
const shown = (principal: Caller, row: Found): SavedReport =>
    ({
        id: row.id, name: row.name, search: row.search, sharedWith: row.shared_with, delivery: row.delivery, ownerName: row.owner_name, mine: row.owner_id === principal.personId, version: row.version, announced: announcedOf(row)
    });

function announcedOf({ delivery, delivered_for: first }: Found): SavedReport['announced'] {
    return delivery === 'never' || first === null ? null : { from: first, to: periodAround(first, delivery, houseZone()).last };
}

/** Reports that somebody who leaves shares with a role go to the successor, who can change and stop them. What was theirs alone is announced to nobody any more. */
@injectable()
export class SavedReportHandOver implements HandOverContribution {
    readonly kind = 'saved-report';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        return (await this.database.read<QualityTables>().selectFrom('quality.saved_report').where('owner_id', '=', personId).where('shared_with', 'is not', null).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
    }

    /** @throws INVALID `successor-may-not-share-reports` for a successor who does not see the reports of the whole centre. */
    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as Transaction<CoreTables & QualityTables>;
        const moved = await own.updateTable('quality.saved_report').set(({ eb }) => ({ owner_id: toId, version: eb('version', '+', 1) })).where('owner_id', '=', fromId).where('shared_with', 'is not', null).returning('id').execute();
        if (moved.length && !await permissionHolders(own, 'report:read', 'all').where('person.id', '=', toId).executeTakeFirst()) {
            throw invalid([{ path: 'successorId', code: 'successor-may-not-share-reports' }]);
        }
        moved.forEach(({ id }) => log.audit('report.handed-over', 'saved-reports', id, { from: fromId, to: toId }));
    }
}

/** How a link to a saved report is called. */
@injectable()
export class SavedReportType implements EntityType {
    readonly package = 'quality';
    readonly type = 'saved-reports';

    constructor(@inject(SavedReports) private readonly reports: SavedReports) { }

    async describe(principal: Caller, id: string): Promise<Hit | undefined> {
        const found = principal.permissions.has('report:read') ? await this.reports.find(principal, id) : undefined;
        return found && { kind: 'saved-report', id, title: found.name, subtitle: found.ownerName, link: linkTo('quality', 'saved-reports', id) };
    }
}
