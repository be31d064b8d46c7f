import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { AnnualReviewService } from '@earshot/knowledge/lib/node/annual-review/annual-review-service';
import { newContent } from '@earshot/knowledge/lib/common/article/article-content';
import { type ArticleFile, readArticleFile } from '@earshot/knowledge/lib/common/front-matter/article-file';
import { linkFiles } from '@earshot/knowledge/lib/common/front-matter/file-links';
import { changeArticles } from '@earshot/knowledge/lib/node/article/article-change';
import { ArticleEditing } from '@earshot/knowledge/lib/node/article/article-editing';
import { ArticleService } from '@earshot/knowledge/lib/node/article/article-service';
import { RevisionWorkflow } from '@earshot/knowledge/lib/node/article/revision-workflow';
import { CategoryService } from '@earshot/knowledge/lib/node/category/category-service';
import { CommentService } from '@earshot/knowledge/lib/node/comment/comment-service';
import { FeedbackService } from '@earshot/knowledge/lib/node/feedback/feedback-service';
import { writeImported } from '@earshot/knowledge/lib/node/import/imported-articles';
import type { KnowledgeTables } from '@earshot/knowledge/lib/node/knowledge-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleAnnualReview } from '../common/sample-annual-review';
import { type SampleCategory, sampleCategories } from '../common/sample-categories';
import { sampleRevision } from '../common/sample-revision';
import { sampleFolder } from './sample-folder';
import { signedIn, type Staff } from './signed-in';

type Named = ReadonlyMap<string, string>;

const dayMs = 86_400_000;
/** What is left for the visitor to do: these wait in a state of their own. */
const inReview = 'wrong-transfer.en.md';
const stillDraft = 'useful-links.zh-tw.md';
const due = 'annual-fee.zh-cn.md';
/** Its original says something since that its translations do not say yet. */
const revised = 'card-abroad.zh-cn.md';

/** The articles of the sample centre: written by the editor, approved by others, published; a few are left on their way. */
@injectable()
export class SampleKnowledge {
    constructor(
        @inject(Database) private readonly database: Database, @inject(SessionService) private readonly sessions: SessionService, @inject(CategoryService) private readonly categories: CategoryService,
        @inject(ArticleService) private readonly articles: ArticleService, @inject(ArticleEditing) private readonly editing: ArticleEditing, @inject(RevisionWorkflow) private readonly workflow: RevisionWorkflow, @inject(CommentService) private readonly comments: CommentService, @inject(FeedbackService) private readonly feedback: FeedbackService,
        @inject(AnnualReviewService) private readonly reviews: AnnualReviewService
    ) { }

    async add(people: Named): Promise<void> {
        const as = signedIn(this.sessions, people);
        const [editor, approver, manager, agent] = [await as('kai'), await as('petra'), await as('otto'), await as('agent1021')];
        const categories = await this.addCategories(editor, sampleCategories, null);
        const files = await this.read();
        const revisions = await this.write(editor, files, categories);
        await this.lead(editor, approver, manager, revisions);
        await this.revise(editor, approver, manager, revisions.get(revised)!);
        await this.talk(editor, approver, agent, revisions);
        await this.age();
        await this.date(await this.articleOf(editor, revisions.get(due)!));
        await this.review(editor, people);
    }

    private async addCategories(editor: Staff, below: readonly SampleCategory[], parent: { readonly id: string; readonly path: string } | null): Promise<Named> {
        const ids = new Map<string, string>();
        for (const [place, { name, reviewDays = null, secondApproval = null, below: further = [] }] of below.entries()) {
            const { id } = await this.categories.add(editor, { parentId: parent?.id ?? null, name, place, reviewDays, secondApproval });
            const path = [parent?.path, name['zh-cn']].filter(Boolean).join('/');
            ids.set(path, id);
            (await this.addCategories(editor, further, { id, path })).forEach((each, deeper) => ids.set(deeper, each));
        }
        return ids;
    }

    /** The originals, in Simplified Chinese, before their translations. */
    private async read(): Promise<readonly (readonly [string, ArticleFile])[]> {
        const names = (await readdir(sampleFolder('articles'))).filter(each => each.endsWith('.md')).sort((one, other) => Number(other.endsWith('.zh-cn.md')) - Number(one.endsWith('.zh-cn.md')) || (one < other ? -1 : 1));
        return Promise.all(names.map(async name => {
            const reading = readArticleFile(await readFile(join(sampleFolder('articles'), name), 'utf8'));
            if ('problems' in reading) {
                throw new Error(`${name}: ${reading.problems.map(each => each.code).join(', ')}`);
            }
            return [name, reading.article] as const;
        }));
    }

    /** In one go, because many one by one would make whoever starts the sample centre wait. @returns the draft of each file, with its links to the others */
    private async write(editor: Staff, files: readonly (readonly [string, ArticleFile])[], categories: Named): Promise<Named> {
        const ids = new Map(files.map(([name]) => [name, newId()]));
        const originals = new Map<string, string>();
        return changeArticles(this.database, editor, async (transaction, log) => {
            const revisions = new Map<string, string>();
            for (const [name, { kind, language, title, tags, audience, translationKey, ...file }] of files) {
                const id = ids.get(name)!;
                const parts = Object.fromEntries(Object.entries(file.parts).map(([part, text]) => [part, linkFiles(text, each => ids.get(each))]));
                const content = newContent({ kind, language, title, categoryId: categories.get(file.categories.join('/'))!, tags, parts, ...audience ? { audience } : {} });
                const { revision } = await writeImported({ transaction, log, principal: editor }, { id, content, sourceId: originals.get(translationKey ?? '') ?? null });
                revisions.set(name, revision);
                if (translationKey && !originals.has(translationKey)) {
                    originals.set(translationKey, id);
                }
            }
            return revisions;
        });
    }

    private async articleOf(editor: Staff, revision: string): Promise<string> {
        return (await this.articles.revision(editor, revision)).articleId;
    }

    /** All but those that are left for the visitor to their publication, each step of all of them at once. */
    private async lead(editor: Staff, approver: Staff, manager: Staff, revisions: Named): Promise<void> {
        const present = (ids: readonly string[]) => this.database.read<KnowledgeTables>().selectFrom('knowledge.revision').select(['id', 'version', 'state']).where('id', 'in', [...ids]).orderBy('id').execute();
        const step = async (by: Staff, action: 'submit' | 'approve' | 'publish', ids: readonly string[]) => this.workflow.actTogether(by, (await present(ids)).map(({ id, version }) => ({ id, version, action })));
        const led = [...revisions].filter(([name]) => name !== stillDraft && name !== inReview).map(([, id]) => id);
        await step(editor, 'submit', [...led, revisions.get(inReview)!]);
        await step(approver, 'approve', led);
        await step(manager, 'approve', (await present(led)).filter(each => each.state === 'second-review').map(each => each.id));
        await step(editor, 'publish', led);
    }

    /** A fee that has changed: the translations are behind until somebody renders the new revision. */
    private async revise(editor: Staff, approver: Staff, manager: Staff, revision: string): Promise<void> {
        const id = await this.editing.begin(editor, await this.articleOf(editor, revision));
        const { content, version } = await this.articles.revision(editor, id);
        await this.editing.save(editor, { id, version, note: sampleRevision.note, content: { ...content, parts: { ...content.parts, full: content.parts.full!.replace(sampleRevision.was, sampleRevision.is) } } });
        const present = async () => this.articles.revision(editor, id);
        for (const [by, action] of [[editor, 'submit'], [approver, 'approve'], [manager, 'approve'], [editor, 'publish']] as const) {
            const { state, version: now } = await present();
            if (by !== manager || state === 'second-review') {
                await this.workflow.act(by, { id, version: now, action });
            }
        }
    }

    private async talk(editor: Staff, approver: Staff, agent: Staff, revisions: Named): Promise<void> {
        const waiting = await this.articles.revision(editor, revisions.get(inReview)!);
        const text = waiting.content.parts.full!;
        const exact = 'within three working days';
        const start = text.indexOf(exact);
        await this.comments.add(approver, { id: waiting.id, text: 'The operations manual says five working days since October. Which one holds?', parentId: null, passage: { part: 'full', start, exact, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(start + exact.length, start + exact.length + 32) } });
        const limits = await this.articles.revision(editor, revisions.get('transfer-limits.zh-cn.md')!);
        await this.feedback.say(agent, limits.articleId, false, 'outdated');
        await this.feedback.flag(agent, {
            id: limits.articleId, reason: 'outdated', text: '新版手机银行人脸验证的每日累计已调整为一百万元。', part: 'facts', suggestion: limits.content.parts.facts!.replace('200,000 元 | 500,000 元', '200,000 元 | 1,000,000 元')
        });
        await this.feedback.say(agent, await this.articleOf(editor, revisions.get('card-lost.zh-cn.md')!), true, null);
    }

    /** A base that has been in use for a year: articles were looked at at different times, and some are opened far more often than others. The same at every start. */
    private async age(): Promise<void> {
        await this.database.write<void, KnowledgeTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            const rows = await transaction.selectFrom('knowledge.article').select(['id', 'verified_at', 'review_due_at']).where('state', '=', 'published').orderBy('id').execute();
            const today = Date.now();
            for (const [place, { id, verified_at: verifiedAt, review_due_at: dueAt }] of rows.entries()) {
                // Never so long ago that one would be due: what is, is chosen below.
                const ago = (dueAt!.getTime() - verifiedAt!.getTime()) * (place * 37 % 97) / 100;
                const earlier = (moment: Date): Date => new Date(moment.getTime() - ago);
                await transaction.updateTable('knowledge.article').set({ verified_at: earlier(verifiedAt!), published_at: earlier(verifiedAt!), review_due_at: earlier(dueAt!) }).where('id', '=', id).execute();
                const days = Array.from({ length: 60 }, (_, day) => day + 1).filter(day => (place * 17 + day) % (2 + place * 11 % 23) === 0);
                await transaction.insertInto('knowledge.use_count').values(days.map(day => ({
                    article_id: id, day: new Date(today - day * dayMs).toISOString().slice(0, 10), opened: 1 + (place * 13 + day * 7) % 9 * (place * 29 % 5), read_out: place % 3, copied: place % 2
                }))).execute();
            }
            log.audit('sample.dated', 'articles', '00000000-0000-7000-8000-000000000000');
        });
    }

    /** The base was reviewed almost a year ago: the next review comes up, and one action of the last is still open. */
    private async review(editor: Staff, people: Named): Promise<void> {
        const day = (daysAgo: number): string => new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10);
        const { heldDaysAgo, nextDaysAgo, scope, completeness, fitness, actions } = sampleAnnualReview;
        const { actions: kept } = await this.reviews.add(editor, {
            categoryId: null, heldOn: day(heldDaysAgo), scope, completeness, fitness, nextOn: day(nextDaysAgo), nextOwnerId: editor.personId, participantIds: ['petra', 'otto'].map(each => people.get(each)!),
            actions: actions.map(({ text, login, dueDaysAgo }) => ({ text, ownerId: people.get(login)!, dueOn: day(dueDaysAgo) }))
        }, new Date(Date.now() - (heldDaysAgo - 1) * dayMs));
        for (const { id } of kept.filter(each => actions.some(one => one.done && one.text === each.text))) {
            await this.reviews.settle(editor, id);
        }
    }

    /** One article was last looked at more than a year ago: the calendar finds it. */
    private async date(articleId: string): Promise<void> {
        const longAgo = new Date(Date.now() - 372 * dayMs);
        await this.database.write<void, KnowledgeTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            await transaction.updateTable('knowledge.article').set({ verified_at: longAgo, published_at: longAgo, review_due_at: new Date(Date.now() - 7 * dayMs) }).where('id', '=', articleId).execute();
            log.audit('sample.dated', 'articles', articleId);
        });
        await this.workflow.followCalendar(new Date());
    }
}
