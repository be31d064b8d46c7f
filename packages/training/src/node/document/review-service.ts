import type { Principal } from '@earshot/core/lib/node/api/context';
import { forbidden, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { NewMinutes } from '@earshot/writing/lib/common/minutes/minutes-contract';
import { MinutesActions, namesOfPeople, requireSoundMinutes } from '@earshot/writing/lib/node/minutes/minutes-actions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import type { DocumentReview, ReviewOutcome } from '../../common/document/care-contract';
import { versionNumberText } from '../../common/document/version-number';
import type { Tables, TrainingTables } from '../training-tables';
import { changeDocuments, documentChanged, holdDocument, requireWritable } from './document-change';
import { documentReach } from './reach';

type Writer = Principal & { readonly personId: string };
export interface NewReview extends NewMinutes { readonly documentId: string | null; readonly findings: string; readonly outcome: ReviewOutcome | null }
const dayMs = 86_400_000;
const minutesActions = new MinutesActions('training');

const reviewsWithin = (database: Kysely<Tables>, principal: Principal) => {
    const reach = documentReach(principal);
    return database.selectFrom('training.document_review as review').leftJoin('training.document as document', 'document.id', 'review.document_id').innerJoin('core.person as recorder', 'recorder.id', 'review.recorded_by')
        .selectAll('review').select(['document.title', 'recorder.name as recorder_name']).select(sql<boolean>`(review.document_id is not null and ${reach.writable})`.as('writable')).where(sql<boolean>`(review.document_id is null or ${reach.document})`);
};
type ReviewFound = Awaited<ReturnType<ReturnType<typeof reviewsWithin>['executeTakeFirstOrThrow']>>;

/** Minutes of reviews: of each document at least once a year, and of the catalogue as a whole (CC-CMM-OC 41). What was recorded stays; only actions are settled. */
@injectable()
export class ReviewService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Principal, { after, limit, documentId, catalogue }: { readonly after?: string; readonly limit: number; readonly documentId?: string; readonly catalogue?: boolean }): Promise<{ rows: DocumentReview[]; next?: string }> {
        let select = reviewsWithin(this.database.read<TrainingTables>(), principal).orderBy('review.id', 'desc').limit(limit + 1);
        if (documentId) { select = select.where('review.document_id', '=', documentId); }
        if (catalogue !== undefined) { select = select.where('review.document_id', catalogue ? 'is' : 'is not', null); }
        if (after) { select = select.where('review.id', '<', String(fromCursor(after, 1)[0])); }
        const found = await select.execute();
        const shown = new Map((await this.show(principal, found)).map(each => [each.id, each]));
        return pageOf(found, limit, row => [row.id], row => shown.get(row.id)!);
    }

    /** @throws NOT_FOUND; FORBIDDEN; INVALID 'unknown-person', 'outcome-missing', 'review-to-come' */
    async add(principal: Writer, input: NewReview, now = new Date()): Promise<DocumentReview> {
        const id = newId();
        await changeDocuments(this.database, principal, async (transaction, log) => {
            if (input.documentId && !input.outcome) {
                throw invalid([{ path: 'outcome', code: 'outcome-missing' }]);
            }
            await requireSoundMinutes(transaction, input, now);
            const held = input.documentId ? await holdDocument(transaction, principal, input.documentId) : undefined;
            if (held) {
                requireWritable(held.writable);
            }
            const { documentId, heldOn, scope, participantIds, findings, outcome, actions } = input;
            await transaction.insertInto('training.document_review').values({
                id, document_id: documentId, major: held?.document.major ?? null, minor: held?.document.minor ?? null, held_on: heldOn, scope, participants: [...new Set(participantIds)], findings, outcome: held ? outcome : null, recorded_by: principal.personId, recorded_at: now
            }).execute();
            await minutesActions.keep(transaction, id, actions);
            if (held) {
                const reviewed = new Date(`${heldOn}T00:00:00Z`);
                await transaction.updateTable('training.document').set({ reviewed_at: reviewed, changed_at: now, ...outcome === 'keep' && held.document.state === 'effective' ? { review_due_at: new Date(reviewed.getTime() + held.document.review_days * dayMs) } : {} }).where('id', '=', held.document.id).execute();
                documentChanged(log, held.document, [principal.personId]);
            } else {
                log.event({ type: 'document.changed', entityId: id }, { permission: 'document:read' });
            }
            log.audit('document.reviewed', documentId ? 'documents' : 'document-reviews', documentId ?? id, { review: id, outcome, actions: actions.length });
        });
        return this.get(principal, id);
    }

    /** Doing it twice changes nothing. @throws NOT_FOUND; FORBIDDEN for an action of somebody else */
    async settle(principal: Writer, actionId: string): Promise<DocumentReview> {
        const id = await changeDocuments(this.database, principal, async (transaction, log) => {
            const action = await minutesActions.hold(transaction, actionId);
            const review = orNotFound(await reviewsWithin(transaction, principal).where('review.id', '=', action.review_id).executeTakeFirst());
            if (action.owner_id !== principal.personId && !review.writable && review.recorded_by !== principal.personId) {
                throw forbidden('document:write');
            }
            await minutesActions.complete(transaction, actionId, principal.personId, new Date());
            log.audit('document.review-action-done', 'document-reviews', review.id, { action: actionId });
            log.event({ type: 'document.changed', entityId: review.document_id ?? review.id }, { people: [principal.personId, action.owner_id, review.recorded_by] });
            return review.id;
        });
        return this.get(principal, id);
    }

    private async get(principal: Principal, id: string): Promise<DocumentReview> {
        return (await this.show(principal, [orNotFound(await reviewsWithin(this.database.read<TrainingTables>(), principal).where('review.id', '=', id).executeTakeFirst())]))[0]!;
    }

    private async show(principal: Principal, rows: readonly ReviewFound[]): Promise<DocumentReview[]> {
        if (rows.length === 0) {
            return [];
        }
        const tables = this.database.read<TrainingTables>();
        const names = await namesOfPeople(tables, rows.flatMap(each => each.participants));
        const settled = new Set(rows.filter(each => each.writable || each.recorded_by === principal.personId).map(each => each.id));
        const actions = await minutesActions.of(tables, rows.map(each => each.id), principal.personId, id => settled.has(id));
        return rows.map(row => ({
            id: row.id, documentId: row.document_id, documentTitle: row.title, number: row.major === null ? null : versionNumberText({ major: row.major, minor: row.minor! }), heldOn: row.held_on, scope: row.scope,
            participants: row.participants.map(id => ({ id, name: names.get(id) ?? '' })), findings: row.findings, outcome: row.outcome, recordedByName: row.recorder_name, recordedAt: row.recorded_at.toISOString(),
            actions: actions.get(row.id)!
        }));
    }
}
