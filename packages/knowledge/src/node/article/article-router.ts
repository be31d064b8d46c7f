import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { articleOperations, revisionOperations } from '../../common/article/article-contract';
import type { ArticleEditing } from './article-editing';
import type { ArticleReferences } from './article-mentions';
import type { ArticleService } from './article-service';
import type { PastRevisions } from './past-revisions';
import type { RevisionWorkflow } from './revision-workflow';

const done = { done: true as const };

export function articleRouter(articles: ArticleService, editing: ArticleEditing, references: ArticleReferences) {
    const os = implementOperations(articleOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => articles.list(caller(context), input)),
        get: os.get.handler(({ context, input }) => articles.get(caller(context), input.id)),
        titles: os.titles.handler(({ context, input }) => articles.titles(caller(context), input.ids)),
        suggest: os.suggest.handler(({ context, input }) => articles.suggest(caller(context), input.text, input.limit)),
        tags: os.tags.handler(({ context }) => articles.tags(caller(context))),
        audiences: os.audiences.handler(() => articles.audiences()),
        create: os.create.handler(async ({ context, input }) => articles.revision(caller(context), await editing.create(caller(context), input))),
        own: os.own.handler(async ({ context, input }) => {
            await editing.own(caller(context), input);
            return articles.get(caller(context), input.id);
        }),
        opened: os.opened.handler(async ({ context, input }) => {
            await articles.used(caller(context), input.id, input.how);
            return done;
        }),
        linking: os.linking.handler(({ context, input }) => references.of(caller(context), input.id))
    });
}

export function revisionRouter(articles: ArticleService, editing: ArticleEditing, workflow: RevisionWorkflow, past: PastRevisions) {
    const os = implementOperations(revisionOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => articles.revisions(caller(context), input.id)),
        get: os.get.handler(({ context, input }) => articles.revision(caller(context), input.id)),
        past: os.past.handler(({ context, input }) => past.get(caller(context), input.id)),
        begin: os.begin.handler(async ({ context, input }) => articles.revision(caller(context), await editing.begin(caller(context), input.id, input.from))),
        save: os.save.handler(async ({ context, input }) => {
            await editing.save(caller(context), input);
            return articles.revision(caller(context), input.id);
        }),
        discard: os.discard.handler(async ({ context, input }) => {
            await editing.discard(caller(context), input.id);
            return done;
        }),
        act: os.act.handler(async ({ context, input }) => {
            await workflow.act(caller(context), input);
            return articles.revision(caller(context), input.id);
        })
    });
}
