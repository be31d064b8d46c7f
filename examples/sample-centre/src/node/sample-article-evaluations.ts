import { FormEditing } from '@earshot/assessment/lib/node/form/form-editing';
import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { Database } from '@earshot/core/lib/node/storage/database';
import { articleQualityForm } from '@earshot/forms';
import { ArticleEvaluationService } from '@earshot/knowledge/lib/node/evaluation/evaluation-service';
import type { KnowledgeTables } from '@earshot/knowledge/lib/node/knowledge-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleArticleEvaluations } from '../common/sample-article-evaluations';
import { signedIn, type Staff } from './signed-in';

/** A form for articles, and what people of the centre found of some of them. */
@injectable()
export class SampleArticleEvaluations {
    constructor(@inject(Database) private readonly database: Database, @inject(SessionService) private readonly sessions: SessionService, @inject(FormEditing) private readonly forms: FormEditing, @inject(ArticleEvaluationService) private readonly evaluations: ArticleEvaluationService) { }

    /** @param people ids by sign-in name; the articles are there already */
    async add(people: ReadonlyMap<string, string>): Promise<void> {
        const as = signedIn(this.sessions, people);
        const formId = await this.publish(await as('lena'));
        const articles = await this.database.read<KnowledgeTables>().selectFrom('knowledge.article').select(['id', 'title']).where('title', 'in', sampleArticleEvaluations.map(each => each.article)).execute();
        for (const { article, by, answers } of sampleArticleEvaluations) {
            const evaluator = await as(by);
            const { id, version } = await this.evaluations.begin(evaluator, articles.find(each => each.title === article)!.id, formId);
            await this.evaluations.submit(evaluator, { id, version, answers });
        }
    }

    private async publish(lead: Staff): Promise<string> {
        const draft = await this.forms.create(lead, { key: 'article-quality', subject: 'article', definition: articleQualityForm });
        const review = await this.forms.act(lead, { id: draft.id, version: draft.version, action: 'submit' });
        return (await this.forms.act(lead, { id: draft.id, version: review.version, action: 'publish' })).formId;
    }
}
