import { assessmentPermissions } from '@earshot/assessment/lib/common/assessment-contract';
import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import { Mentions } from '@earshot/core/lib/node/linking/mentions';
import { WorkService } from '@earshot/core/lib/node/work/work-service';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../core/src/node/people/test-house';
import type { ArticleContent } from '../../common/article/article-content';
import type { Revision } from '../../common/article/article-contract';
import { knowledgePermissions } from '../../common/knowledge-permissions';
import { ArticleEditing } from '../article/article-editing';
import { ArticleMentions, ArticleReferences } from '../article/article-mentions';
import { ArticleService } from '../article/article-service';
import { RevisionWorkflow } from '../article/revision-workflow';
import { CategoryService } from '../category/category-service';
import { CommentService } from '../comment/comment-service';
import { DuplicateService } from '../duplicate/duplicate-service';
import { FeedbackService } from '../feedback/feedback-service';
import { ArticleEntity } from '../review/article-work';
import type { RevisionAction } from '../../common/workflow/article-workflow';

/** For integration tests: a house with two categories, and everybody who works with articles. */
export interface TestKnowledgeHouse extends TestHouse {
    readonly articles: ArticleService; readonly references: ArticleReferences; readonly editing: ArticleEditing; readonly workflow: RevisionWorkflow; readonly categories: CategoryService; readonly comments: CommentService; readonly feedback: FeedbackService; readonly duplicates: DuplicateService;
    readonly editor: TestPerson; readonly approver: TestPerson; readonly manager: TestPerson; readonly agent: TestPerson; readonly auditor: TestPerson;
    readonly cards: string; readonly complaints: string; readonly cardsTeam: string;
    /** A complete FAQ draft. @returns its revision */
    draft(title: string, about?: Partial<ArticleContent>, by?: TestPerson): Promise<Revision>;
    act(by: TestPerson, revision: Pick<Revision, 'id' | 'version'>, action: RevisionAction, more?: { readonly publishAt?: string; readonly reason?: string }): Promise<Revision>;
    publish(revision: Revision, by?: TestPerson): Promise<Revision>;
    save(by: TestPerson, revision: Revision, change: Partial<ArticleContent>): Promise<Revision>;
}

export async function openTestKnowledgeHouse(): Promise<TestKnowledgeHouse> {
    const house = await openTestHouse([...corePermissions, ...assessmentPermissions, ...knowledgePermissions]);
    const { database } = house;
    const none = { getContributions: () => [] };
    const mentions = new Mentions({ getContributions: () => [new ArticleMentions(database)] }, new WorkService(none, none, { getContributions: () => [new ArticleEntity(database)] }));
    const [articles, editing, workflow, categories] = [new ArticleService(database), new ArticleEditing(database), new RevisionWorkflow(database, mentions), new CategoryService(database)];
    const cardsTeam = await house.team('Cards');
    const editor = await house.person('editor', { roles: ['knowledge-editor'] });
    const approver = await house.person('approver', { roles: ['approver'] });
    const manager = await house.person('manager', { roles: ['operations-manager'] });
    const settings = { parentId: null, place: 0, reviewDays: null, secondApproval: null };
    const cards = (await categories.add(editor, { ...settings, name: { en: 'Cards' } })).id;
    const complaints = (await categories.add(editor, { ...settings, name: { en: 'Complaints' }, secondApproval: 'compliance', reviewDays: 90 })).id;
    const act: TestKnowledgeHouse['act'] = async (by, { id, version }, action, more = {}) => {
        await workflow.act(by, { id, version, action, ...more });
        return articles.revision(editor, id);
    };
    return {
        ...house, articles, references: new ArticleReferences(database, mentions), editing, workflow, categories, comments: new CommentService(database), feedback: new FeedbackService(database), duplicates: new DuplicateService(database), editor, approver, manager, cardsTeam, cards, complaints, act,
        agent: await house.person('agent', { roles: ['agent'], teamId: cardsTeam }), auditor: await house.person('auditor', { roles: ['auditor'] }),
        draft: async (title, about = {}, by = editor) => {
            const id = await editing.create(by, { kind: 'faq', language: 'en', title, categoryId: cards }, {
                kind: 'faq', language: 'en', title, categoryId: cards, tags: [], audience: ['everyone'], validFrom: null, validUntil: null, sourceNumber: null, parts: { short: `Short: ${title}`, full: `Full: ${title}` }, ...about
            });
            return articles.revision(by, id);
        },
        publish: async (revision, by = editor) => {
            const submitted = await act(by, revision, 'submit');
            let approved = await act(approver, submitted, 'approve');
            if (approved.state === 'second-review') {
                approved = await act(manager, approved, 'approve');
            }
            return act(by, approved, 'publish');
        },
        save: async (by, revision, change) => {
            await editing.save(by, { id: revision.id, version: revision.version, content: { ...revision.content, ...change }, note: null });
            return articles.revision(by, revision.id);
        }
    };
}
