import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { type RawBuilder, sql } from 'kysely';
import { openStates } from '../../common/document/version-workflow';

/** What a person sees of process documents: conditions for inside the queries, so that what is outside is never read, counted or named. */
export interface DocumentReach {
    readonly personId: string | null;
    /** On `document`: those that they may know of. */
    readonly document: RawBuilder<boolean>;
    /** On `document` and a version with this name: whether they may read it. Everybody may read what is or was in effect, or will be. */
    version(name: string): RawBuilder<boolean>;
    /** On `document`: those of which they may read what is under way, and what is said about it. */
    readonly underWay: RawBuilder<boolean>;
    /** On `document`: those that they may write. */
    readonly writable: RawBuilder<boolean>;
    /** On `document`: those that concern them, so that they acknowledge them. */
    readonly concerns: RawBuilder<boolean>;
}

/** @throws FORBIDDEN without `document:read` */
export function documentReach(principal: Principal): DocumentReach {
    scopeOf(principal, 'document:read');
    const { personId } = principal;
    const all = sql<boolean>`true`;
    const position = sql`(select me.position_id from core.person me where me.id = ${personId}::uuid)`;
    const concerned = sql`(document.everybody or coalesce(${position} = any(document.position_ids), false))`;
    const concerns = sql<boolean>`(document.state = 'effective' and ${concerned})`;
    if (principal.via === 'system') {
        return { personId, document: all, version: () => all, underWay: all, writable: all, concerns: sql<boolean>`false` };
    }
    const writes = principal.permissions.get('document:write');
    const seesAll = principal.permissions.has('document:read-all') || principal.permissions.has('document:approve') || writes === 'all';
    const contributes = writes ? sql`exists (select from training.document_version mine where mine.document_id = document.id and mine.state in (${sql.join([...openStates])}) and ${personId} = any(mine.contributors))` : sql`false`;
    // A version that is to restrict the document, or did, is kept from others whatever the one in effect says.
    const unrestricted = (name: string) => {
        const content = sql.ref(`${name}.content`);
        return sql`(not coalesce((${content} ->> 'restricted')::boolean, false) or (${content} ->> 'everybody')::boolean or coalesce((${content} -> 'positionIds') ? (${position})::text, false))`;
    };
    const own = sql`(document.owner_id is not distinct from ${personId}::uuid or ${contributes})`;
    const document = seesAll ? all : sql<boolean>`(${own} or document.state <> 'new' and (not document.restricted or ${concerned}))`;
    return {
        personId, document, concerns, underWay: seesAll ? all : sql<boolean>`${own}`,
        version: name => seesAll ? all : sql<boolean>`(${own} or ${sql.ref(`${name}.state`)} in ('scheduled', 'effective', 'obsolete') and ${unrestricted(name)})`,
        writable: writes === 'all' ? all : writes ? sql<boolean>`${own}` : sql<boolean>`false`
    };
}
