import { withinScope } from '@earshot/core/lib/node/access/scope';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { pageOf } from '@earshot/core/lib/node/storage/cursor';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { RecordingArchive } from '@earshot/media/lib/node/recording/recording-archive';
import { RecordingService } from '@earshot/media/lib/node/recording/recording-service';
import type { StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import type { Interaction, InteractionInput } from '../../common/interaction/interaction-contract';
import { maskedNumber } from '../../common/interaction/customer-number';
import { ResultReassignment } from '../feedback/result-reassignment';
import type { QualityTables } from '../quality-tables';
import { findAgent } from './find-agent';
import { filtered, namedBy, showInteraction, visibleInteractions } from './interaction-query';

/** What is known of an interaction when it is taken in. */
interface Facts extends Omit<InteractionInput, 'format'>, Pick<Interaction, 'channel' | 'occasion' | 'scenario' | 'durationMs'> { }
type Agent = Awaited<ReturnType<typeof findAgent>>;
interface Recorded { readonly recording_id: string | null; readonly audited: Readonly<Record<string, string>> }

/** Calls: found, shown, corrected, and taken in with their recording. */
@injectable()
export class InteractionService {
    constructor(
        @inject(Database) private readonly database: Database, @inject(RecordingService) private readonly recordings: RecordingService, @inject(RecordingArchive) private readonly archive: RecordingArchive,
        @inject(ResultReassignment) private readonly results: ResultReassignment
    ) { }

    async list(principal: Principal, filter: Parameters<typeof filtered>[2]) {
        const database = this.database.read<QualityTables>();
        const found = await filtered(visibleInteractions(database, principal), principal, filter, filter.text ? await namedBy(database, filter.text) : undefined).execute();
        return pageOf(found, filter.limit, row => [row.started_at.toISOString(), row.id], showInteraction);
    }

    /** One call with its recording. The customer's number is whole for those with `customer:read`; that look is audited. */
    async get(principal: Principal, id: string) {
        const row = orNotFound(await visibleInteractions(this.database.read<QualityTables>(), principal).where('interaction.id', '=', id).executeTakeFirst());
        const recording = row.recording_id && principal.permissions.has('recording:listen') ? await this.recordings.get(principal, row.recording_id).catch(hidden) : null;
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
    add(principal: Principal, { format, ...facts }: InteractionInput, audio: { readonly original: StoredBlob; readonly second?: StoredBlob }): Promise<Interaction> {
        return this.takeIn(principal, { ...facts, channel: 'voice', occasion: 'recorded', scenario: null, durationMs: null }, [audio.original.hash, ...audio.second ? [audio.second.hash] : []], async (transaction, log, id, agent) => {
            const recording = await this.archive.importRecording(transaction, log, {
                original: audio.original, second: audio.second, format, ownerId: agent?.id ?? null, teamId: agent?.team_id ?? null, subject: linkTo('quality', 'interactions', id), startedBy: principal, title: facts.callId
            });
            return { recording_id: recording, audited: { recording, hash: audio.original.hash } };
        });
    }

    /** Takes in one that has no recording. @param keep keeps what belongs to it. @throws CONFLICT `call-id-taken`, INVALID for an unknown agent. */
    note(principal: Principal, facts: Facts, keep?: (transaction: Transaction<CoreTables & QualityTables>, id: string) => Promise<void>): Promise<Interaction> {
        return this.takeIn(principal, facts, [], () => ({ recording_id: null, audited: { channel: facts.channel, occasion: facts.occasion } }), keep);
    }

    private async takeIn(
        principal: Principal, facts: Facts, hashes: readonly string[],
        record: (transaction: Transaction<CoreTables & QualityTables>, log: ChangeLog, id: string, agent: Agent | undefined) => Recorded | Promise<Recorded>, keep?: (transaction: Transaction<CoreTables & QualityTables>, id: string) => Promise<void>
    ): Promise<Interaction> {
        const agent = facts.agent ? await findAgent(this.database.read(), facts.agent) : undefined;
        const id = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await this.refuseDuplicates(transaction, principal, facts.callId, hashes);
            const { recording_id, audited } = await record(transaction, log, id, agent);
            await transaction.insertInto('quality.interaction').values({
                id, call_id: facts.callId, started_at: new Date(facts.startedAt), agent_id: agent?.id ?? null, team_id: agent?.team_id ?? null, queue: facts.queue ?? null, direction: facts.direction,
                tags: [...new Set(facts.tags)], customer_masked: facts.customerNumber ? maskedNumber(facts.customerNumber) : null, recording_id, duration_ms: facts.durationMs, imported_by: principal.personId,
                channel: facts.channel, occasion: facts.occasion, scenario: facts.scenario || null
            }).execute();
            if (facts.customerNumber) {
                await transaction.insertInto('quality.customer_number').values({ interaction_id: id, number: facts.customerNumber }).execute();
            }
            await keep?.(transaction, id);
            log.audit('interaction.imported', 'interactions', id, audited);
            log.event({ type: 'interaction.imported', entityId: id }, { permission: 'interaction:read', ownerId: facts.occasion === 'mystery' ? null : agent?.id ?? null, teamId: agent?.team_id ?? null });
        });
        return this.changed(principal, id);
    }

    /** @throws CONFLICT `changed-meanwhile`, `agent-evaluated-call` where the right agent has evaluated the call; INVALID `unknown-person` */
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
                await this.results.change(transaction, log, seen, agent ?? null);
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
