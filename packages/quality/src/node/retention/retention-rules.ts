import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { RetentionRuleRow } from '../../common/retention/retention-contract';
import { contentKinds, type RetentionRule } from '../../common/retention/retention-rule';
import type { QualityTables } from '../quality-tables';

export type RuleFields = Pick<RetentionRuleRow, 'name' | 'queue' | 'tag' | 'months' | 'active'>;

/** How long content is kept: the rules, and who changed them. */
@injectable()
export class RetentionRules {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(): Promise<RetentionRuleRow[]> {
        const rows = await this.database.read<QualityTables>().selectFrom('quality.retention_rule as rule').leftJoin('core.person as person', 'person.id', 'rule.created_by')
            .selectAll('rule').select('person.name as created_by_name').orderBy('rule.queue', each => each.nullsFirst()).orderBy('rule.tag', each => each.nullsFirst()).orderBy('rule.id').execute();
        return rows.map(row => ({
            id: row.id, name: row.name, queue: row.queue, tag: row.tag, months: { recording: row.recording_months, transcript: row.transcript_months, messages: row.messages_months, customer: row.customer_months }, active: row.active,
            createdBy: row.created_by_name, createdAt: row.created_at.toISOString(), version: row.version
        }));
    }

    /** Those that delete. */
    async active(): Promise<readonly RetentionRule[]> {
        return (await this.list()).filter(each => each.active);
    }

    async add(principal: Principal, fields: RuleFields): Promise<RetentionRuleRow> {
        const id = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await transaction.insertInto('quality.retention_rule').values({ id, ...columns(fields), created_by: principal.personId }).execute();
            log.audit('retention-rule.added', 'retention-rules', id, figures(fields));
            log.event({ type: 'retention.changed', entityId: id }, { permission: 'retention:read' });
        });
        return this.one(id);
    }

    /** @throws CONFLICT `changed-meanwhile` */
    async change(principal: Principal, { id, version, ...fields }: RuleFields & { readonly id: string; readonly version: number }): Promise<RetentionRuleRow> {
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('quality.retention_rule').select('id').where('id', '=', id).forUpdate().executeTakeFirst());
            if (!await transaction.updateTable('quality.retention_rule').set(({ eb }) => ({ ...columns(fields), version: eb('version', '+', 1) })).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst()) {
                throw conflict('changed-meanwhile');
            }
            log.audit('retention-rule.changed', 'retention-rules', id, figures(fields));
            log.event({ type: 'retention.changed', entityId: id }, { permission: 'retention:read' });
        });
        return this.one(id);
    }

    /** @throws CONFLICT `changed-meanwhile` */
    async remove(principal: Principal, id: string, version: number): Promise<void> {
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('quality.retention_rule').select('id').where('id', '=', id).forUpdate().executeTakeFirst());
            if (!await transaction.deleteFrom('quality.retention_rule').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst()) {
                throw conflict('changed-meanwhile');
            }
            log.audit('retention-rule.removed', 'retention-rules', id);
            log.event({ type: 'retention.changed', entityId: id }, { permission: 'retention:read' });
        });
    }

    private async one(id: string): Promise<RetentionRuleRow> {
        return orNotFound((await this.list()).find(each => each.id === id));
    }
}

const columns = ({ name, queue, tag, months, active }: RuleFields) => ({ name, queue, tag, active, recording_months: months.recording, transcript_months: months.transcript, messages_months: months.messages, customer_months: months.customer });
/** For the audit log: numbers, and how narrow the rule is. */
const figures = ({ queue, tag, months, active }: RuleFields) => ({ active, byQueue: queue !== null, byTag: tag !== null, ...Object.fromEntries(contentKinds.map(each => [each, months[each]])) });
