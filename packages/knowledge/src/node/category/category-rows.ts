import type { Kysely } from 'kysely';
import type { CategoryNode } from '../../common/category/category-rules';
import type { Tables } from '../knowledge-tables';

/** All categories: tens, not thousands. */
export async function allCategories(database: Kysely<Tables>): Promise<readonly CategoryNode[]> {
    const rows = await database.selectFrom('knowledge.category').selectAll().orderBy('place').orderBy('id').execute();
    return rows.map(each => ({ id: each.id, parentId: each.parent_id, name: each.name, place: each.place, reviewDays: each.review_days, secondApproval: each.second_approval }));
}
