import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { ContentDeletion } from '@earshot/media/lib/common/media-contract';
import type { ConversationInput, Message, ObservationInput, Timeliness } from '../../common/conversation/conversation-contract';
import { placesInTime, timelinessOf } from '../../common/conversation/timeliness';
import type { Interaction } from '../../common/interaction/interaction-contract';
import { visibleInteractions } from '../interaction/interaction-query';
import { InteractionService } from '../interaction/interaction-service';
import type { QualityTables } from '../quality-tables';

/** Interactions that come without a recording: conversations in writing, and what somebody was at. */
@injectable()
export class ConversationService {
    constructor(@inject(Database) private readonly database: Database, @inject(InteractionService) private readonly interactions: InteractionService) { }

    /** Takes in a conversation in writing; it began with its first message. @throws CONFLICT `call-id-taken`, INVALID for an unknown agent. */
    add(principal: Principal, { messages, channel, ...facts }: ConversationInput): Promise<Interaction> {
        const moments = messages.map(each => Date.parse(each.at));
        const places = placesInTime(moments);
        const startedAt = new Date(Math.min(...moments)).toISOString();
        return this.interactions.note(principal, { ...facts, startedAt, channel, occasion: 'recorded', scenario: null, durationMs: places.at(-1)!.atMs }, async (transaction, id) => {
            await transaction.insertInto('quality.message').values(places.map(({ place, atMs }) => {
                const { author, name, text } = messages[place]!;
                return { interaction_id: id, at_ms: atMs, author, name, text };
            })).execute();
        });
    }

    /** Notes what somebody was at, so that it can be evaluated. @throws as `add` */
    observe(principal: Principal, input: ObservationInput): Promise<Interaction> {
        return this.interactions.note(principal, input);
    }

    /** What was written; empty for what was spoken. That it was read is audited, as listening is. */
    async messages(principal: Principal, id: string): Promise<{ messages: Message[]; timeliness: Timeliness; deletion: ContentDeletion | null }> {
        orNotFound(await visibleInteractions(this.database.read<QualityTables>(), principal, 'recording:listen').where('interaction.id', '=', id).clearSelect().select('interaction.id').executeTakeFirst());
        const rows = await this.database.read<QualityTables>().selectFrom('quality.message').where('interaction_id', '=', id).orderBy('at_ms').select(['at_ms', 'author', 'name', 'text']).execute();
        if (rows.length > 0) {
            await this.database.write<void, QualityTables>(principal, async (_, log) => { log.audit('conversation.read', 'interactions', id, { messages: rows.length }); });
        }
        const messages = rows.map(({ at_ms: atMs, author, name, text }) => ({ atMs, author, name, text }));
        const gone = messages.length > 0 ? undefined : await this.database.read<QualityTables>().selectFrom('quality.content_deletion').where('interaction_id', '=', id).where('kind', '=', 'messages').orderBy('id', 'desc').select(['deleted_at', 'rule_name']).executeTakeFirst();
        return { messages, timeliness: timelinessOf(messages), deletion: gone ? { at: gone.deleted_at.toISOString(), rule: gone.rule_name } : null };
    }
}
