import type { Principal } from '@earshot/core/lib/node/api/context';
import { withinScope } from '@earshot/core/lib/node/access/scope';
import { fromCursor } from '@earshot/core/lib/node/storage/cursor';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { acknowledgeBy } from '../../common/document/acknowledgement';
import type { Chapter, DocumentKind } from '../../common/document/document-content';
import type { DocumentOrder, DocumentRow, DocumentState } from '../../common/document/document-contract';
import { versionNumberText } from '../../common/document/version-number';
import { openStates, type VersionState } from '../../common/document/version-workflow';
import type { Tables } from '../training-tables';
import type { DocumentReach } from './reach';

export interface DocumentFilter {
    readonly after?: string; readonly limit: number; readonly order: DocumentOrder; readonly text?: string; readonly kind?: DocumentKind; readonly chapter?: Chapter; readonly area?: string; readonly state?: DocumentState;
    readonly openState?: VersionState; readonly ownerId?: string; readonly positionId?: string; readonly mine?: boolean;
}

/** On `document` and `person`: those whom a document concerns. */
export const concerned = sql<boolean>`(person.status = 'active' and (document.everybody or coalesce(person.position_id = any(document.position_ids), false)))`;
/** On `document` and `person`: who has acknowledged the version in effect, or one of the same major number. */
export const hasAcknowledged = sql<boolean>`exists (select from training.acknowledgement given where given.document_id = document.id and given.person_id = person.id and given.major = document.major)`;
/** On `document` and `person`: when somebody came to a position that a document concerns from one that it did not; null for everybody else. */
const cameToPosition = sql`(select changed.at from training.position_change changed where changed.person_id = person.id and not document.everybody and not coalesce(changed.from_position = any(document.position_ids), false))`;
/** On `document` and `person`: from when the time to acknowledge counts, for those who came later, to the house or to a position that it concerns, from when they came. */
export const dutySince = sql<Date>`greatest(document.major_since, coalesce(person.joined_on::timestamptz, person.created_at), ${cameToPosition})`;
/** On `document` and `person`: those of whom the caller may see whether they have. @throws FORBIDDEN without `acknowledgement:read` */
export const seenReaders = (principal: Principal): RawBuilder<boolean> => withinScope(principal, 'acknowledgement:read', { owners: ['document.owner_id'], team: 'person.team_id' });

const acknowledged = (principal: Principal): RawBuilder<{ done: number; people: number } | null> => principal.permissions.has('acknowledgement:read')
    ? sql`(select json_build_object('done', count(*) filter (where ${hasAcknowledged}), 'people', count(*)) from core.person person where document.state = 'effective' and ${concerned} and ${seenReaders(principal)})` : sql`null`;

const mine = (reach: DocumentReach, select: RawBuilder<unknown>) => sql`(select ${select} from core.person person where person.id = ${reach.personId}::uuid)`;

/** The documents within reach, with the version on its way where that is within reach as well. */
export const documentsWithin = (database: Kysely<Tables>, reach: DocumentReach) => database.selectFrom('training.document as document')
    .leftJoin('training.document_version as open', join => join.onRef('open.document_id', '=', 'document.id').on('open.state', 'in', [...openStates]).on(reach.version('open')))
    .leftJoin('core.person as writer', 'writer.id', 'open.author_id').leftJoin('core.person as owner', 'owner.id', 'document.owner_id').where(reach.document)
    .selectAll('document').select(['owner.name as owner_name', 'open.id as open_id', 'open.major as open_major', 'open.minor as open_minor', 'open.state as open_state', 'open.changed_at as open_changed_at', 'open.effective_at as open_effective_at', 'writer.name as open_author_name'])
    .select([
        reach.concerns.as('concerns'), sql<boolean>`coalesce(${mine(reach, hasAcknowledged)}, false)`.as('have_acknowledged'), sql<Date | null>`${mine(reach, dutySince)}`.as('duty_since')
    ]);

export type DocumentFound = Awaited<ReturnType<ReturnType<typeof documentsWithin>['executeTakeFirstOrThrow']>>;

/** The same with how many have read each, which counts through everybody whom it concerns: only for where it is shown. */
export const documentsWithReaders = (database: Kysely<Tables>, principal: Principal, reach: DocumentReach) => documentsWithin(database, reach).select(acknowledged(principal).as('acknowledged'));

export type DocumentQuery = ReturnType<typeof documentsWithReaders>;
type DocumentShown = Awaited<ReturnType<DocumentQuery['executeTakeFirstOrThrow']>>;

/** On `document`: what the reader has to acknowledge now. */
export const toAcknowledge = (reach: DocumentReach) => sql<boolean>`(${reach.concerns} and not coalesce(${mine(reach, hasAcknowledged)}, false))`;

export function filteredDocuments(query: DocumentQuery, reach: DocumentReach, filter: DocumentFilter): DocumentQuery {
    let select = query.where('document.state', 'in', filter.state ? [filter.state] : ['new', 'effective']);
    if (filter.text?.trim()) { select = select.where(sql<boolean>`document.title ilike ${containing(filter.text.trim())}`); }
    if (filter.kind) { select = select.where('document.kind', '=', filter.kind); }
    if (filter.chapter) { select = select.where('document.chapter', '=', filter.chapter); }
    if (filter.area !== undefined) { select = select.where('document.area', '=', filter.area); }
    if (filter.openState) { select = select.where('open.state', '=', filter.openState); }
    if (filter.ownerId) { select = select.where('document.owner_id', '=', filter.ownerId); }
    if (filter.positionId) { select = select.where(sql<boolean>`(document.everybody or ${filter.positionId}::uuid = any(document.position_ids))`); }
    if (filter.mine) { select = select.where(toAcknowledge(reach)); }
    return select;
}

/** Never due: after everything that is. */
const noReview = '9999-12-31T00:00:00.000Z';
const dueAt = sql`coalesce(document.review_due_at, ${noReview}::timestamptz)`;

/** In an order, from the row after the cursor on. */
export function orderedDocuments(query: DocumentQuery, { order, after, limit }: Pick<DocumentFilter, 'order' | 'after' | 'limit'>): DocumentQuery {
    const select = query.limit(limit + 1);
    switch (order) {
        case 'catalogue': {
            const [kind, chapter, area, title, id] = after ? fromCursor(after, 5) : [];
            return (after ? select.where(sql<boolean>`(document.kind, document.chapter, document.area, document.title, document.id) > (${kind}, ${chapter}, ${area}, ${title}, ${id}::uuid)`) : select)
                .orderBy('document.kind').orderBy('document.chapter').orderBy('document.area').orderBy('document.title').orderBy('document.id');
        }
        case 'changed': {
            const [at, id] = after ? fromCursor(after, 2) : [];
            return (after ? select.where(sql<boolean>`(document.changed_at, document.id) < (${at}::timestamptz, ${id}::uuid)`) : select).orderBy('document.changed_at', 'desc').orderBy('document.id', 'desc');
        }
        case 'due': {
            const [at, id] = after ? fromCursor(after, 2) : [];
            return (after ? select.where(sql<boolean>`(${dueAt}, document.id) > (${at}::timestamptz, ${id}::uuid)`) : select).orderBy(dueAt).orderBy('document.id');
        }
    }
}

export const cursorOf = (order: DocumentOrder) => (row: DocumentFound): readonly string[] => order === 'catalogue' ? [row.kind, row.chapter, row.area, row.title, row.id]
    : [order === 'changed' ? row.changed_at.toISOString() : row.review_due_at?.toISOString() ?? noReview, row.id];

export const moment = (value: Date | null): string | null => value?.toISOString() ?? null;
const number = (major: number | null, minor: number | null): string | null => major === null ? null : versionNumberText({ major, minor: minor! });

export const showDocument = (row: DocumentShown): DocumentRow => ({
    id: row.id, language: row.language, title: row.title, kind: row.kind, chapter: row.chapter, area: row.area, state: row.state, restricted: row.restricted, ownerId: row.owner_id, ownerName: row.owner_name,
    number: number(row.major, row.minor), effectiveAt: moment(row.effective_at), reviewDueAt: moment(row.review_due_at), changedAt: row.changed_at.toISOString(),
    open: row.open_id === null ? null : { id: row.open_id, number: number(row.open_major, row.open_minor)!, state: row.open_state!, authorName: row.open_author_name, changedAt: row.open_changed_at!.toISOString(), effectiveAt: moment(row.open_effective_at) },
    duty: !row.concerns ? 'none' : row.have_acknowledged ? 'done' : 'due', dutyDueAt: row.concerns && !row.have_acknowledged && row.duty_since ? acknowledgeBy(row.duty_since, row.acknowledge_days).toISOString() : null,
    acknowledged: row.acknowledged && row.acknowledged.people > 0 ? row.acknowledged : null
});
