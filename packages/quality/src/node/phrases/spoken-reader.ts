import { TranscriptService } from '@earshot/media/lib/node/transcript/transcript-service';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Message } from '../../common/conversation/conversation-contract';
import { type SpokenConversation, spokenInMessages, spokenInTurns } from '../../common/phrases/spoken';
import type { QualityTables } from '../quality-tables';

/** What was said or written in interactions, as far as everybody may hear it who may hear them at all. Who may has to be checked before. */
@injectable()
export class SpokenReader {
    constructor(@inject(Database) private readonly database: Database, @inject(TranscriptService) private readonly transcripts: TranscriptService) { }

    /** By interaction; none of those without transcript and without messages. */
    async of(interactionIds: readonly string[]): Promise<ReadonlyMap<string, SpokenConversation>> {
        if (interactionIds.length === 0) {
            return new Map();
        }
        const database = this.database.read<QualityTables>();
        const [interactions, messages] = await Promise.all([
            database.selectFrom('quality.interaction').where('id', 'in', interactionIds).where('recording_id', 'is not', null).select(['id', 'recording_id']).execute(),
            database.selectFrom('quality.message').where('interaction_id', 'in', interactionIds).orderBy('interaction_id').orderBy('at_ms').selectAll().execute()
        ]);
        const heard = await this.transcripts.heardIn(interactions.map(each => each.recording_id!));
        const written = new Map<string, Message[]>();
        for (const { interaction_id: id, at_ms: atMs, author, name, text } of messages) {
            const said = written.get(id) ?? [];
            said.push({ atMs, author, name, text });
            written.set(id, said);
        }
        return new Map([
            ...interactions.flatMap(({ id, recording_id }) => { const turns = heard.get(recording_id!); return turns ? [[id, spokenInTurns(turns)] as const] : []; }),
            ...[...written].map(([id, said]) => [id, spokenInMessages(said)] as const)
        ]);
    }
}
