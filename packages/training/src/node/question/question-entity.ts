import type { Hit } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { EntityType, Person } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { TrainingTables } from '../training-tables';

/** Questions by link, for those who read the question bank. */
@injectable()
export class QuestionEntity implements EntityType {
    readonly package = 'training';
    readonly type = 'questions';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        const row = principal.permissions.has('question:read') ? await this.database.read<TrainingTables>().selectFrom('training.question').select(['name', 'category']).where('id', '=', id).executeTakeFirst() : undefined;
        return row && { kind: 'question', id, title: row.name, subtitle: row.category, link: linkTo('training', 'questions', id) };
    }
}
