import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { RequestService } from '@earshot/training/lib/node/document/request-service';
import { ReviewService } from '@earshot/training/lib/node/document/review-service';
import type { TrainingTables } from '@earshot/training/lib/node/training-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleRequests, sampleReviews } from '../common/sample-care';
import { quieten } from './quieten';
import { signedIn } from './signed-in';

const dayMs = 86_400_000;

/** How the sample centre looks after its process documents: what people asked to be changed, and minutes of reviews. */
@injectable()
export class SampleCare {
    constructor(@inject(Database) private readonly database: Database, @inject(SessionService) private readonly sessions: SessionService, @inject(RequestService) private readonly requests: RequestService, @inject(ReviewService) private readonly reviews: ReviewService) { }

    /** @param people ids by sign-in name; the documents are there already */
    async add(people: ReadonlyMap<string, string>, now = new Date()): Promise<void> {
        const as = signedIn(this.sessions, people);
        const tables = this.database.read<TrainingTables>();
        const documents = new Map((await tables.selectFrom('training.document').select(['id', 'title']).execute()).map(each => [each.title, each.id]));
        const day = (days: number): string => new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);
        const owner = await as('petra');
        for (const { document, clause, by, text, daysAgo, answer } of sampleRequests) {
            const id = documents.get(document)!;
            const { anchor } = await tables.selectFrom('training.clause').select('anchor').where('document_id', '=', id).where('title', '=', clause).where('current', '=', true).executeTakeFirstOrThrow();
            const request = await this.requests.add(await as(by), { id, anchor, text });
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
        await quieten(this.database, 'document');
    }

    private async date(id: string, at: Date, decided: boolean): Promise<void> {
        await this.database.write<void, TrainingTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            await transaction.updateTable('training.change_request').set({ created_at: at, ...decided ? { decided_at: new Date(at.getTime() + dayMs / 2) } : {} }).where('id', '=', id).execute();
            log.audit('sample.dated', 'documents', id);
        });
    }
}
