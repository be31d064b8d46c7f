import { withinScope } from '@earshot/core/lib/node/access/scope';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { pageOf } from '@earshot/core/lib/node/storage/cursor';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { RecordingArchive } from '@earshot/media/lib/node/recording/recording-archive';
import { RecordingService } from '@earshot/media/lib/node/recording/recording-service';
import type { StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import type { Interaction, InteractionInput } from '../../common/interaction/interaction-contract';
import { maskedNumber } from '../../common/interaction/customer-number';
import type { QualityTables } from '../quality-tables';
import { filtered, namedBy, showInteraction, visibleInteractions } from './interaction-query';

/** Calls: found, shown, corrected, and taken in with their recording. */
@injectable()
export class InteractionService {
    constructor(
        @inject(Database) private readonly database: Database, @inject(RecordingService) private readonly recordings: RecordingService, @inject(RecordingArchive) private readonly archive: RecordingArchive
    ) { }

    async list(principal: Principal, filter: Parameters<typeof filtered>[2]) {
        const database = this.database.read<QualityTables>();
        const found = await filtered(visibleInteractions(database, principal), principal, filter, filter.text ? await namedBy(database, filter.text) : undefined).execute();
        return pageOf(found, filter.limit, row => [row.started_at.toISOString(), row.id], showInteraction);
    }

    /** One call with its recording. The customer's number is whole for those with `customer:read`; that look is audited. */
    async get(principal: Principal, id: string) {
        const row = orNotFound(await visibleInteractions(this.database.read<QualityTables>(), principal).where('interaction.id', '=', id).executeTakeFirst());
        const recording = principal.permissions.has('recording:listen') ? await this.recordings.get(principal, row.recording_id).catch(hidden) : null;
        const customerNumber = principal.permissions.get('customer:read') === 'all' && row.customer_masked ? await this.wholeNumber(principal, id) : row.customer_masked;
        return { ...showInteraction(row), customerNumber, recording };
    }

    async facets(principal: Principal): Promise<{ queues: string[]; tags: string[] }> {
        const facets = async (kind: 'queue' | 'tag'): Promise<string[]> => (await this.database.read<QualityTables>().selectFrom('quality.interaction_facet as facet').where('facet.kind', '=', kind).where('facet.calls', '>', 0)
            .where(withinScope(principal, 'interaction:read', { owners: ['facet.agent_id'], team: 'facet.team_id' })).select('facet.value').distinct().orderBy('facet.value').limit(500).execute()).map(each => each.value);
        const [queues, tags] = await Promise.all([facets('queue'), facets('tag')]);
        return { queues, tags };
    }

    /** Takes in one call whose audio already lies in the blob store. @throws CONFLICT `duplicate` or `call-id-taken`, INVALID for an unknown agent. */
    async add(principal: Principal, input: InteractionInput, audio: { readonly original: StoredBlob; readonly second?: StoredBlob }): Promise<Interaction> {
        const agent = input.agent ? await this.findAgent(input.agent) : undefined;
        const id = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await this.refuseDuplicates(transaction, principal, input.callId, [audio.original.hash, ...audio.second ? [audio.second.hash] : []]);
            const recordingId = await this.archive.importRecording(transaction, log, {
                original: audio.original, second: audio.second, format: input.format, ownerId: agent?.id ?? null, teamId: agent?.team_id ?? null, subject: linkTo('quality', 'interactions', id), startedBy: principal, title: input.callId
            });
            await transaction.insertInto('quality.interaction').values({
                id, call_id: input.callId, started_at: new Date(input.startedAt), agent_id: agent?.id ?? null, team_id: agent?.team_id ?? null, queue: input.queue ?? null, direction: input.direction,
                tags: [...new Set(input.tags)], customer_masked: input.customerNumber ? maskedNumber(input.customerNumber) : null, recording_id: recordingId, duration_ms: null, imported_by: principal.personId
            }).execute();
            if (input.customerNumber) {
                await transaction.insertInto('quality.customer_number').values({ interaction_id: id, number: input.customerNumber }).execute();
            }
            log.audit('interaction.imported', 'interactions', id, { recording: recordingId, hash: audio.original.hash });
            log.event({ type: 'interaction.imported', entityId: id }, { permission: 'interaction:read', ownerId: agent?.id ?? null, teamId: agent?.team_id ?? null });
        });
        return this.changed(principal, id);
    }

    async change(principal: Principal, input: { id: string; version: number; agentId?: string | null; queue?: string | null; direction?: Interaction['direction']; startedAt?: string; tags?: string[] }): Promise<Interaction> {
        const { id, version, agentId, queue, direction, startedAt, tags } = input;
        const seen = orNotFound(await visibleInteractions(this.database.read<QualityTables>(), principal, 'interaction:correct').where('interaction.id', '=', id).executeTakeFirst());
        const agent = agentId ? await this.database.read().selectFrom('core.person').select(['id', 'team_id']).where('id', '=', agentId).executeTakeFirst() : null;
        if (agentId && !agent) {
            throw invalid([{ path: 'agentId', code: 'unknown-person' }]);
        }
        if (agent && scopeOf(principal, 'interaction:correct') === 'team' && !principal.teamIds.includes(agent.team_id ?? '')) {
            throw invalid([{ path: 'agentId', code: 'unknown-person' }]);
        }
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            const owner = agentId === undefined ? {} : { agent_id: agent?.id ?? null, team_id: agent?.team_id ?? null };
            const changed = await transaction.updateTable('quality.interaction').set(({ eb }) => ({
                version: eb('version', '+', 1), ...owner,
                ...(queue === undefined ? {} : { queue: queue || null }), ...(direction ? { direction } : {}), ...(startedAt ? { started_at: new Date(startedAt) } : {}), ...(tags ? { tags: [...new Set(tags)] } : {})
            })).where('id', '=', id).where('version', '=', version).returning('recording_id').executeTakeFirst();
            if (!changed) {
                throw conflict('changed-meanwhile');
            }
            if (agentId !== undefined) {
                await this.archive.changeOwner(transaction, log, linkTo('quality', 'interactions', id), { ownerId: agent?.id ?? null, teamId: agent?.team_id ?? null });
                await transaction.updateTable('quality.evaluation').set({ agent_id: agent?.id ?? null, team_id: agent?.team_id ?? null }).where('interaction_id', '=', id).execute();
            }
            log.audit('interaction.corrected', 'interactions', id, { fields: Object.keys(input).filter(each => each !== 'id' && each !== 'version') });
            log.event({ type: 'interaction.changed', entityId: id }, { permission: 'interaction:read', ownerId: seen.agent_id, teamId: seen.team_id });
            if (agentId !== undefined && agentId !== seen.agent_id) {
                log.event({ type: 'interaction.changed', entityId: id }, { permission: 'interaction:read', ownerId: agent?.id ?? null, teamId: agent?.team_id ?? null });
            }
        });
        return this.changed(principal, id);
    }

    /** What a change led to, for whoever made it: also where it is out of their reach from now on. */
    private async changed(principal: Principal, id: string): Promise<Interaction> {
        const everywhere: Principal = { ...principal, permissions: new Map([['interaction:read', 'all']]) };
        return showInteraction(await visibleInteractions(this.database.read<QualityTables>(), everywhere).where('interaction.id', '=', id).executeTakeFirstOrThrow());
    }

    private async wholeNumber(principal: Principal, id: string): Promise<string | null> {
        return this.database.write<string | null, QualityTables>(principal, async (transaction, log) => {
            log.audit('customer-number.seen', 'interactions', id);
            return (await transaction.selectFrom('quality.customer_number').select('number').where('interaction_id', '=', id).executeTakeFirst())?.number ?? null;
        });
    }

    /** By employee number or, where nobody has that, by sign-in name: one person's number may be another's name. */
    private async findAgent(text: string) {
        const agent = await this.database.read().selectFrom('core.person').select(['id', 'team_id']).where(({ or, eb }) => or([eb('employee_number', '=', text), eb('login', '=', text.toLowerCase())]))
            .orderBy(sql`employee_number is not distinct from ${text}`, 'desc').executeTakeFirst();
        if (!agent) {
            throw invalid([{ path: 'agent', code: 'unknown-person', detail: { value: text } }]);
        }
        return agent;
    }

    /** Of several imports of the same at once, one is first: the others wait for its end, and find what it left. */
    private async refuseDuplicates(transaction: Transaction<CoreTables & QualityTables>, principal: Principal, callId: string, hashes: readonly string[]): Promise<void> {
        for (const each of [callId, ...hashes].sort()) {
            await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${each}`}, 0))`.execute(transaction);
        }
        const visible = () => visibleInteractions(transaction, principal).clearSelect().select('interaction.id');
        for (const each of hashes) {
            const same = await this.archive.findByContent(each, transaction);
            if (same.length) {
                throw conflict('duplicate', { interactionId: (await visible().where('interaction.recording_id', 'in', same.map(one => one.id)).executeTakeFirst())?.id ?? null });
            }
        }
        if (await transaction.selectFrom('quality.interaction').select('id').where('call_id', '=', callId).executeTakeFirst()) {
            throw conflict('call-id-taken', { interactionId: (await visible().where('interaction.call_id', '=', callId).executeTakeFirst())?.id ?? null });
        }
    }
}

/** A recording that the caller may not listen to is not shown; the call is. */
function hidden(error: unknown): null {
    if ((error as { readonly code?: unknown }).code === 'NOT_FOUND') {
        return null;
    }
    throw error;
}
