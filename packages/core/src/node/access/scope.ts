import { type RawBuilder, sql } from 'kysely';
import { type Principal, scopeOf } from '../api/context';

/**
 * The rows that a permission reaches, as a condition for inside the query: what is outside is never read.
 * @param columns names (trusted, from code) of the columns that hold the owner's and the team's id;
 *        several owners where more than one person may call a row their own.
 * @throws FORBIDDEN when the caller lacks the permission altogether.
 */
export function withinScope(principal: Principal, permission: string, columns: { readonly owners: readonly string[]; readonly team?: string }): RawBuilder<boolean> {
    const scope = scopeOf(principal, permission);
    if (scope === 'all') {
        return sql<boolean>`true`;
    }
    const own = sql.join(columns.owners.map(each => sql`${sql.ref(each)} = ${principal.personId}`), sql` or `);
    if (scope === 'team' && columns.team && principal.teamIds.length) {
        return sql<boolean>`(${own} or ${sql.ref(columns.team)} = any(${[...principal.teamIds]}::uuid[]))`;
    }
    return sql<boolean>`(${own})`;
}
