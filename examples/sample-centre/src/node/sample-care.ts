import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { RequestComments } from '@earshot/training/lib/node/document/request-comments';
import { RequestService } from '@earshot/training/lib/node/document/request-service';
import { ReviewService } from '@earshot/training/lib/node/document/review-service';
import { VersionComments } from '@earshot/training/lib/node/document/version-comments';
import type { TrainingTables } from '@earshot/training/lib/node/training-tables';
import { outlineOf } from '@earshot/training/lib/common/document/clauses';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleComments, sampleRequests, sampleReviews } from '../common/sample-care';
import { quieten } from './quieten';
import { signedIn } from './signed-in';

const dayMs = 86_400_000;

/** How the sample centre looks after its process documents: what people asked to be changed, and minutes of reviews. */
@injectable()
export class SampleCare {
    constructor(
        @inject(Database) private readonly database: Database, @inject(SessionService) private readonly sessions: SessionService, @inject(RequestService) private readonly requests: RequestService, @inject(ReviewService) private readonly reviews: ReviewService,
        @inject(RequestComments) private readonly requestComments: RequestComments, @inject(VersionComments) private readonly versionComments: VersionComments
    ) { }

    /** @param people ids by sign-in name; the documents are there already */
    async add(people: ReadonlyMap<string, string>, now = new Date()): Promise<void> {
        const as = signedIn(this.sessions, people);
        const tables = this.database.read<TrainingTables>();
        const documents = new Map((await tables.selectFrom('training.document').select(['id', 'title']).execute()).map(each => [each.title, each.id]));
        const day = (days: number): string => new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);
        const ago = (days: number): Date => new Date(now.getTime() - days * dayMs);
        const owner = await as('petra');
        for (const { document, clause, by, text, daysAgo, answer, discussion = [] } of sampleRequests) {
            const id = documents.get(document)!;
            const { anchor } = await tables.selectFrom('training.clause').select('anchor').where('document_id', '=', id).where('title', '=', clause).where('current', '=', true).executeTakeFirstOrThrow();
            const request = await this.requests.add(await as(by), { id, anchor, text });
            for (const said of discussion) {
                const { id: commentId } = await this.requestComments.add(await as(said.by), { id: request.id, text: said.text });
                await this.dateComment('training.request_comment', commentId, ago(said.daysAgo));
            }
            if (answer) {
                await this.requests.decide(owner, { id: request.id, accepted: answer.accepted, answer: answer.text });
            }
            await this.date(request.id, new Date(now.getTime() - daysAgo * dayMs), answer !== undefined);
        }
        for (const { document, heldDaysAgo, by, participants, actions, ...minutes } of sampleReviews) {
            const review = await this.reviews.add(await as(by), {
                ...minutes, documentId: document && documents.get(document)!, heldOn: day(-heldDaysAgo), participantIds: participants.map(each => people.get(each)!),
                actions: actions.map(({ text, owner: login, dueInDays }) => ({ text, ownerId: people.get(login)!, dueOn: day(dueInDays) }))
            });
            for (const { text, owner: login } of actions.filter(each => each.done)) {
                await this.reviews.settle(await as(login), review.actions.find(each => each.text === text)!.id);
            }
        }
        for (const { document, clause, by, text, daysAgo, answers = [], settledBy } of sampleComments) {
            const { id, content } = await tables.selectFrom('training.document_version').select(['id', 'content']).where('document_id', '=', documents.get(document)!).where('state', '=', 'in-review').executeTakeFirstOrThrow();
            const found = clause === undefined ? undefined : outlineOf(content.text).clauses.find(each => each.title === clause)!;
            const first = await this.versionComments.add(await as(by), { id, text, parentId: null, passage: found ? { part: found.id!, start: 0, exact: found.title, prefix: '', suffix: '' } : null });
            await this.dateComment('training.version_comment', first.id, ago(daysAgo));
            for (const answer of answers) {
                const added = await this.versionComments.add(await as(answer.by), { id, text: answer.text, passage: null, parentId: first.id });
                await this.dateComment('training.version_comment', added.id, ago(answer.daysAgo));
            }
            if (settledBy) {
                await this.versionComments.resolve(await as(settledBy), first.id, true);
            }
        }
        await quieten(this.database, 'document');
    }

    private async dateComment(table: 'training.request_comment' | 'training.version_comment', id: string, at: Date): Promise<void> {
        await this.database.write<void, TrainingTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            await transaction.updateTable(table).set({ created_at: at }).where('id', '=', id).execute();
            log.audit('sample.dated', 'documents', id);
        });
    }

    private async date(id: string, at: Date, decided: boolean): Promise<void> {
        await this.database.write<void, TrainingTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            await transaction.updateTable('training.change_request').set({ created_at: at, ...decided ? { decided_at: new Date(at.getTime() + dayMs / 2) } : {} }).where('id', '=', id).execute();
            log.audit('sample.dated', 'documents', id);
        });
    }
}
