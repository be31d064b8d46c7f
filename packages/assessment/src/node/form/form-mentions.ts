import { type EntityLink, linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Mention, type MentionSource, mostMentions } from '@earshot/core/lib/node/linking/mentions';
import { Database } from '@earshot/core/lib/node/storage/database';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { AssessmentTables } from '../assessment-tables';

/** Links out of forms: in help texts and guidance. */
@injectable()
export class FormMentions implements MentionSource {
    constructor(@inject(Database) private readonly database: Database) { }

    async mentioning(link: EntityLink): Promise<readonly Mention[]> {
        const rows = await this.database.read<AssessmentTables>().selectFrom('assessment.form_version as version').where('version.state', '<>', 'retired').where(sql<boolean>`version.definition::text like ${containing(link)}`)
            .select(['version.form_id as id', sql<boolean>`bool_or(version.state = 'published')`.as('live')]).groupBy('version.form_id').orderBy('version.form_id').limit(mostMentions).execute();
        return rows.map(({ id, live }) => ({ link: linkTo('assessment', 'forms', id), live, confidential: false }));
    }
}
