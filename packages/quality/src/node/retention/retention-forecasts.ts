import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import { forecastTotal } from '../../common/retention/forecast-total';
import type { DeletedContentRow, InteractionRetention, KindForecast, RetentionForecast } from '../../common/retention/retention-contract';
import { type ContentKind, contentKinds, keptUntil, type RetentionRule, ruleFor } from '../../common/retention/retention-rule';
import { visibleInteractions } from '../interaction/interaction-query';
import type { QualityTables } from '../quality-tables';
import { dueContent, hasCustomer, inUse, onHold } from './due-content';
import { LegalHolds } from './legal-holds';
import { RetentionRules, type RuleFields } from './retention-rules';

interface Sums { readonly rule_id: string; readonly due: number; readonly bytes: number | null; readonly held: number; readonly waiting: number }

/** What rules would delete, what becomes of one interaction, and what was deleted. */
@injectable()
export class RetentionForecasts {
    constructor(@inject(Database) private readonly database: Database, @inject(RetentionRules) private readonly rules: RetentionRules, @inject(LegalHolds) private readonly holds: LegalHolds) { }

    /** By the very expression that deletes. @param draft a rule as it is meant to be */
    async preview(now: Date, draft?: RuleFields & { readonly id?: string }): Promise<RetentionForecast> {
        const kept = (await this.rules.active()).filter(each => each.id !== draft?.id);
        const draftId = draft?.id ?? newId();
        const rules = draft?.active ? [...kept, { ...draft, id: draftId }] : kept;
        const sums = await Promise.all(contentKinds.map(async kind => ({ kind, rows: await this.sums(rules, kind, now) })));
        const forecast = (kind: ContentKind, rows: readonly Sums[]): KindForecast => ({
            kind, due: forecastTotal(rows, 'due'), bytes: kind === 'recording' ? rows.reduce((total, each) => total + (each.bytes ?? 0), 0) : null, held: forecastTotal(rows, 'held'), waiting: forecastTotal(rows, 'waiting')
        });
        return {
            at: now.toISOString(), kinds: sums.map(each => forecast(each.kind, each.rows)),
            rules: rules.map(rule => ({ ruleId: rule.id === draftId && !draft?.id ? null : rule.id, name: rule.name, kinds: sums.map(each => forecast(each.kind, each.rows.filter(one => one.rule_id === rule.id))) }))
        };
    }

    async of(principal: Principal, id: string): Promise<InteractionRetention> {
        const row = orNotFound(await visibleInteractions(this.database.read<QualityTables>(), principal, 'retention:read').where('interaction.id', '=', id).executeTakeFirst());
        const database = this.database.read<QualityTables>();
        const [rules, hold, deleted, content] = await Promise.all([
            this.rules.active(), this.holds.of(id), deletions(database).where('deletion.interaction_id', '=', id).orderBy('deletion.id').execute(),
            sql<Record<ContentKind, boolean>>`select coalesce((select state in ('ready', 'failed', 'processing') from media.recording where id = ${row.recording_id}), false) as recording,
                exists (select from media.transcript where recording_id = ${row.recording_id}) as transcript, exists (select from quality.message where interaction_id = ${id}) as messages, (select ${hasCustomer} from quality.interaction where id = ${id}) as customer`.execute(database)
        ]);
        return {
            hold, deleted: deleted.map(show),
            kinds: contentKinds.filter(kind => content.rows[0]![kind]).map(kind => {
                const rule = ruleFor(rules, kind, { queue: row.queue, tags: row.tags });
                return { kind, rule: rule?.name ?? null, until: rule ? keptUntil(row.started_at, rule.months[kind])?.toISOString() ?? null : null };
            })
        };
    }

    async deletions(filter: { readonly after?: string; readonly limit: number; readonly interactionId?: string }) {
        let select = deletions(this.database.read<QualityTables>()).orderBy('deletion.id', 'desc').limit(filter.limit + 1);
        if (filter.after) { select = select.where('deletion.id', '<', String(fromCursor(filter.after, 1)[0])); }
        if (filter.interactionId) { select = select.where('deletion.interaction_id', '=', filter.interactionId); }
        return pageOf(await select.execute(), filter.limit, row => [row.id], show);
    }

    private async sums(rules: readonly RetentionRule[], kind: ContentKind, now: Date): Promise<readonly Sums[]> {
        const database = this.database.read<QualityTables>();
        const bytes = kind === 'recording' ? sql<number | null>`(select sum(blob.bytes) from core.blob blob where blob.hash in (recording.original_hash, recording.second_hash, recording.rendition_hash, recording.peaks_hash, recording.maskable_hash))` : sql<null>`null::bigint`;
        const due = dueContent(database, rules, kind, now).select([bytes.as('bytes'), onHold.as('held'), inUse.as('used')]);
        const { rows } = await sql<Sums>`select rule_id, count(*) filter (where not held and not used) as due, coalesce(sum(bytes) filter (where not held and not used), 0)::bigint as bytes,
            count(*) filter (where held) as held, count(*) filter (where used and not held) as waiting from (${due}) found group by rule_id`.execute(database);
        return rows;
    }
}

const deletions = (database: Kysely<CoreTables & QualityTables>) => database.selectFrom('quality.content_deletion as deletion')
    .innerJoin('quality.interaction as interaction', 'interaction.id', 'deletion.interaction_id').leftJoin('core.person as person', 'person.id', 'deletion.by_id')
    .selectAll('deletion').select(['interaction.call_id', 'interaction.started_at', 'person.name as by_name']);

const show = (row: Awaited<ReturnType<ReturnType<typeof deletions>['executeTakeFirstOrThrow']>>): DeletedContentRow => ({
    id: row.id, interactionId: row.interaction_id, callId: row.call_id, startedAt: row.started_at.toISOString(), kind: row.kind, rule: row.rule_name, by: row.by_name, reason: row.reason, hash: row.hash, bytes: row.bytes, deletedAt: row.deleted_at.toISOString()
});
