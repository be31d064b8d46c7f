import { type EntityLink, linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Mention, type MentionSource, mostMentions } from '@earshot/core/lib/node/linking/mentions';
import { Database } from '@earshot/core/lib/node/storage/database';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { TrainingTables } from '../training-tables';

/** Links out of process documents and scripts, and out of questions: in their texts, and as a script's steps name them. */
@injectable()
export class TrainingMentions implements MentionSource {
    constructor(@inject(Database) private readonly database: Database) { }

    async mentioning(link: EntityLink): Promise<readonly Mention[]> {
        const database = this.database.read<TrainingTables>();
        const documents = await database.selectFrom('training.document_version as version').innerJoin('training.document as document', 'document.id', 'version.document_id')
            .where('version.state', '<>', 'obsolete').where(sql<boolean>`version.content::text like ${containing(link)}`)
            .select(['document.id', 'document.restricted', sql<boolean>`bool_or(version.state = 'effective')`.as('live')]).groupBy(['document.id', 'document.restricted', 'document.title']).orderBy('document.title').limit(mostMentions).execute();
        const questions = await database.selectFrom('training.question_version as version').where('version.state', 'in', ['draft', 'in-review', 'approved']).where(sql<boolean>`version.content::text like ${containing(link)}`)
            .select(['version.question_id as id', sql<boolean>`bool_or(version.state = 'approved')`.as('live')]).groupBy('version.question_id').orderBy('version.question_id').limit(mostMentions).execute();
        return [
            ...documents.map(each => ({ link: linkTo('training', 'documents', each.id), live: each.live, confidential: each.restricted })),
            ...questions.map(each => ({ link: linkTo('training', 'questions', each.id), live: each.live, confidential: false }))
        ];
    }
}
