import type { Hit, WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import type { EntityType, Person, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import { acknowledgeBy } from '../../common/document/acknowledgement';
import { catalogueReviewNear } from '../../common/document/catalogue-review';
import { versionNumberText } from '../../common/document/version-number';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { documentChanged } from './document-change';
import { type DocumentFound, documentsWithin, toAcknowledge } from './document-query';
import { documentReach } from './reach';

const longestList = 50;
/** Days before a review is due on which it stands on Home. */
const reviewDaysAhead = 14;

const item = (kind: string, row: DocumentFound, since: Date, dueAt: Date | null = null): WorkItem =>
    ({ kind, title: row.title, detail: { author: row.open_author_name, number: row.open_major === null ? null : versionNumberText({ major: row.open_major, minor: row.open_minor! }) }, link: linkTo('training', 'documents', row.id), dueAt: dueAt?.toISOString() ?? null, since: since.toISOString() });

/** What waits for somebody: to read, to approve, to finish, to put into force, to review. */
@injectable()
export class DocumentWork implements WorkItemSource {
    readonly name = 'documents';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Person, now = new Date()): Promise<WorkItem[]> {
        if (!principal.permissions.has('document:read')) {
            return [];
        }
        const reach = documentReach(principal);
        const documents = () => documentsWithin(this.database.read<TrainingTables>(), reach).limit(longestList);
        const read = await documents().where(toAcknowledge(reach)).orderBy('document.major_since').execute();
        const items = read.map(each => item('document.read', each, each.duty_since!, acknowledgeBy(each.duty_since!, each.acknowledge_days)));
        if (principal.permissions.has('document:approve')) {
            const waiting = await documents().where('open.state', '=', 'in-review').where(sql<boolean>`not ${principal.personId} = any(open.contributors)`).orderBy('open.changed_at').execute();
            items.push(...waiting.map(each => item('document.approve', each, each.open_changed_at!)));
        }
        if (principal.permissions.has('document:write')) {
            const mine = await documents().where('open.state', 'in', ['draft', 'approved']).where('open.author_id', '=', principal.personId).orderBy('open.changed_at').execute();
            const held = await documents().where('open.held_at', 'is not', null).where('document.owner_id', '=', principal.personId).orderBy('open.held_at').execute();
            const due = await documents().where('document.state', '=', 'effective').where('document.owner_id', '=', principal.personId).where('document.review_due_at', '<=', new Date(Date.now() + reviewDaysAhead * 86_400_000)).orderBy('document.review_due_at').execute();
            const requested = await documents().select(sql<Date>`(select min(created_at) from training.change_request request where request.document_id = document.id and request.state = 'open')`.as('requested_at'))
                .where('document.owner_id', '=', principal.personId).where(sql<boolean>`exists (select from training.change_request request where request.document_id = document.id and request.state = 'open')`).execute();
            items.push(
                ...requested.map(each => ({ ...item('document.requested', each, each.requested_at), link: '/training/requests?state=open' })),
                ...mine.map(each => item(each.open_state === 'draft' ? 'document.finish' : 'document.put-into-force', each, each.open_changed_at!)), ...held.map(each => item('document.held', each, each.open_changed_at!, each.open_effective_at)),
                ...await this.catalogue(principal, now),
                ...due.map(each => item('document.review', each, each.reviewed_at ?? each.effective_at!, each.review_due_at))
            );
        }
        const actions = await this.database.read<TrainingTables>().selectFrom('training.review_action as action').innerJoin('training.document_review as review', 'review.id', 'action.review_id').leftJoin('training.document as document', 'document.id', 'review.document_id')
            .select(['action.text', 'action.due_on', 'review.recorded_at', 'review.document_id']).where('action.owner_id', '=', principal.personId).where('action.done_at', 'is', null).where(sql<boolean>`(review.document_id is null or ${reach.document})`).orderBy('action.due_on').limit(longestList).execute();
        items.push(...actions.map(each => ({ kind: 'document.review-action', title: each.text, detail: {}, link: '/training/reviews', dueAt: new Date(`${each.due_on}T23:59:59Z`).toISOString(), since: each.recorded_at.toISOString() })));
        return items;
    }

    /** For whoever answers for a document: the catalogue as a whole. */
    private async catalogue({ personId }: Person, now: Date): Promise<WorkItem[]> {
        const { rows: [found] } = await sql<{ last: Date | null; answers: boolean }>`select coalesce((select max(review.held_on)::timestamp at time zone 'UTC' from training.document_review review where review.document_id is null),
            (select min(version.took_effect_at) from training.document_version version join training.document effective on effective.id = version.document_id where effective.state = 'effective')) as last,
            exists (select from training.document own where own.owner_id = ${personId}::uuid and own.state = 'effective') as answers`.execute(this.database.read<TrainingTables>());
        const near = found?.answers ? catalogueReviewNear(found.last, now) : null;
        return near ? [{ kind: 'document.catalogue-review', title: '', detail: {}, link: '/training/reviews?new=catalogue', dueAt: near.dueAt.toISOString(), since: near.since.toISOString() }] : [];
    }
}

/** Documents by link. */
@injectable()
export class DocumentEntity implements EntityType {
    readonly package = 'training';
    readonly type = 'documents';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        if (!principal.permissions.has('document:read')) {
            return undefined;
        }
        const row = await documentsWithin(this.database.read<TrainingTables>(), documentReach(principal)).where('document.id', '=', id).executeTakeFirst();
        return row && { kind: 'document', id, title: row.title, subtitle: row.owner_name ?? '', link: linkTo('training', 'documents', id) };
    }
}

/** Clauses by link: they lead to where they stand now. */
@injectable()
export class ClauseEntity implements EntityType {
    readonly package = 'training';
    readonly type = 'clauses';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        if (!principal.permissions.has('document:read')) {
            return undefined;
        }
        const row = await this.database.read<TrainingTables>().selectFrom('training.clause as clause').innerJoin('training.document as document', 'document.id', 'clause.document_id')
            .select(['clause.number', 'clause.title', 'document.title as document_title']).where('clause.id', '=', id).where(documentReach(principal).document).executeTakeFirst();
        return row && { kind: 'clause', id, title: `${row.number} ${row.title}`, subtitle: row.document_title, link: linkTo('training', 'clauses', id) };
    }
}

/** Documents that somebody answers for, and drafts that they write, go to the successor. */
@injectable()
export class DocumentHandOver implements HandOverContribution {
    readonly kind = 'document';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        const { count } = await this.database.read<TrainingTables>().selectFrom('training.document').where('owner_id', '=', personId).where('state', '<>', 'obsolete').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
        return count;
    }

    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as TrainingTransaction;
        const owned = await own.updateTable('training.document').set(({ eb }) => ({ owner_id: toId, version: eb('version', '+', 1), changed_at: new Date() })).where('owner_id', '=', fromId).returning(['id', 'restricted', 'owner_id']).execute();
        await own.updateTable('training.document_version').set({ author_id: toId, contributors: sql<string[]>`array_append(contributors, ${toId}::uuid)` }).where('state', '=', 'draft').where('author_id', '=', fromId).execute();
        for (const each of owned) {
            log.audit('document.handed-over', 'documents', each.id, { from: fromId, to: toId });
            documentChanged(log, each);
        }
    }
}
