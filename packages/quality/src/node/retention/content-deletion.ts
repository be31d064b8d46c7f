import { BlobSweeping } from '@earshot/core/lib/node/blobs/blob-sweeping';
import { type Principal, systemPrincipal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { HouseKey } from '@earshot/core/lib/node/secrets/house-key';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { type DeletedContent, RecordingDeletion } from '@earshot/media/lib/node/recording/recording-deletion';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import { type ContentKind, contentKinds, type RetentionRule } from '../../common/retention/retention-rule';
import { visibleInteractions } from '../interaction/interaction-query';
import type { QualityTables } from '../quality-tables';
import { dueContent, inUse, onHold } from './due-content';
import { RetentionRules } from './retention-rules';

type Writing = Transaction<CoreTables & QualityTables>;
interface Target { readonly id: string; readonly recording_id: string | null; readonly agent_id: string | null; readonly team_id: string | null }
/** Of one transaction: few enough that nobody waits long for it. */
const batch = 50;

/** Deletes content for good: under rules, night by night, and by hand. What is on hold stays, whatever a rule or a person says. */
@injectable()
export class ContentDeletion {
    constructor(
        @inject(Database) private readonly database: Database, @inject(RetentionRules) private readonly rules: RetentionRules, @inject(RecordingDeletion) private readonly recordings: RecordingDeletion,
        @inject(BlobSweeping) private readonly sweeping: Pick<BlobSweeping, 'remove'>, @inject(HouseKey) private readonly key: Pick<HouseKey, 'fingerprint'>
    ) { }

    /** Deletes what is past its time. Can be interrupted anywhere, and be done twice: what is deleted is not found again. @returns how many of each kind. */
    async deleteDue(now: Date): Promise<Readonly<Record<ContentKind, number>>> {
        const rules = await this.rules.active();
        const count: Record<ContentKind, number> = { recording: 0, transcript: 0, messages: 0, customer: 0 };
        for (const kind of contentKinds) {
            for (let done = batch; done > 0; count[kind] += done) {
                done = await this.deleteSome(rules, kind, now);
            }
        }
        return count;
    }

    /** @throws NOT_FOUND outside the caller's reach; CONFLICT `on-hold`, `in-use`, `nothing-to-delete` */
    async erase(principal: Principal & { readonly personId: string }, { id, kinds, reason }: { readonly id: string; readonly kinds: readonly ContentKind[]; readonly reason: string }): Promise<void> {
        const seen = orNotFound(await visibleInteractions(this.database.read<QualityTables>(), principal, 'retention:erase').where('interaction.id', '=', id).executeTakeFirst());
        const released = await this.database.write<readonly string[], QualityTables>(principal, async (transaction, log) => {
            await this.lock(transaction, [id]);
            const state = await transaction.selectFrom('quality.interaction as interaction').where('interaction.id', '=', id).select([onHold.as('held'), inUse.as('used')]).executeTakeFirstOrThrow();
            if (state.held || state.used) {
                throw conflict(state.held ? 'on-hold' : 'in-use');
            }
            const deleted = [];
            for (const kind of new Set(kinds)) {
                deleted.push(...await this.deleteOne(transaction, log, kind, seen, null, { by_id: principal.personId, reason }));
            }
            if (deleted.length === 0) {
                throw conflict('nothing-to-delete');
            }
            return deleted.flatMap(each => each.released);
        });
        await this.sweeping.remove(released);
    }

    private async deleteSome(rules: readonly RetentionRule[], kind: ContentKind, now: Date): Promise<number> {
        const due = (database: Parameters<typeof dueContent>[0]) => dueContent(database, rules, kind, now).where(sql<boolean>`not ${onHold}`).where(sql<boolean>`not ${inUse}`);
        const found = await due(this.database.read<QualityTables>()).limit(batch).execute();
        if (found.length === 0) {
            return 0;
        }
        const deleted = await this.database.write<readonly DeletedContent[], QualityTables>(systemPrincipal('retention'), async (transaction, log) => {
            await this.lock(transaction, found.map(each => each.id));
            // once more, now that nobody can put them on hold any more
            const still = await due(transaction).where('interaction.id', 'in', found.map(each => each.id)).execute();
            const done: DeletedContent[] = [];
            for (const each of still) {
                done.push(...await this.deleteOne(transaction, log, kind, each, rules.find(one => one.id === each.rule_id) ?? null, { by_id: null, reason: null }));
            }
            log.audit('retention.ran', 'retention', kind, { deleted: done.length, bytes: done.reduce((sum, each) => sum + each.bytes, 0) });
            return done;
        });
        await this.sweeping.remove(deleted.flatMap(each => each.released));
        return deleted.length;
    }

    /** A hold takes the same row. */
    private async lock(transaction: Writing, ids: readonly string[]): Promise<void> {
        await transaction.selectFrom('quality.interaction').select('id').where('id', 'in', [...ids]).orderBy('id').forUpdate().execute();
    }

    private async deleteOne(transaction: Writing, log: ChangeLog, kind: ContentKind, { id, recording_id: recordingId, agent_id: agentId, team_id: teamId }: Target, rule: RetentionRule | null, how: { readonly by_id: string | null; readonly reason: string | null }): Promise<readonly DeletedContent[]> {
        const deleted = kind === 'messages' ? await deleteMessages(transaction, id) : kind === 'customer' ? await this.deleteCustomer(transaction, id) : recordingId === null ? undefined
            : await (kind === 'recording' ? this.recordings.deleteAudio(transaction, log, recordingId, { rule }) : this.recordings.deleteTranscript(transaction, log, recordingId, { rule }));
        if (!deleted) {
            return [];
        }
        const { hash, bytes } = deleted;
        await transaction.insertInto('quality.content_deletion').values({ id: newId(), interaction_id: id, kind, rule_id: rule?.id ?? null, rule_name: rule?.name ?? null, ...how, hash, bytes }).execute();
        log.audit('content.deleted', 'interactions', id, { kind, rule: rule?.id ?? null, hash, bytes });
        for (const type of ['interaction.changed', ...kind === 'messages' ? ['conversation.changed'] : []]) {
            log.event({ type, entityId: id }, { permission: 'interaction:read', ownerId: agentId, teamId });
        }
        return [deleted];
    }

    /** A hash alone would tell the number to whoever tries all there are. */
    private async deleteCustomer(transaction: Writing, id: string): Promise<DeletedContent | undefined> {
        const whole = await transaction.deleteFrom('quality.customer_number').where('interaction_id', '=', id).returning('number').executeTakeFirst();
        const { customer_masked: masked } = await transaction.selectFrom('quality.interaction').select('customer_masked').where('id', '=', id).executeTakeFirstOrThrow();
        const number = whole?.number ?? masked;
        if (number === null) {
            return undefined;
        }
        await transaction.updateTable('quality.interaction').set(({ eb }) => ({ customer_masked: null, version: eb('version', '+', 1) })).where('id', '=', id).execute();
        return { hash: this.key.fingerprint(`quality.customer-number/${id}`, number), bytes: Buffer.byteLength(number), released: [] };
    }
}

/** The hash is of all messages in order, as the database writes them as JSON. */
async function deleteMessages(transaction: Writing, id: string): Promise<DeletedContent | undefined> {
    const { rows: [row] } = await sql<{ hash: string; bytes: number } | undefined>`with gone as (delete from quality.message where interaction_id = ${id} returning at_ms, author, name, text),
        whole as (select jsonb_agg(jsonb_build_array(at_ms, author, name, text) order by at_ms)::text as content from gone)
        select encode(sha256(convert_to(content, 'UTF8')), 'hex') as hash, octet_length(content) as bytes from whole where content is not null`.execute(transaction);
    return row && { ...row, released: [] };
}
