import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleOrders } from '../../common/article/article-contract';
import type { ArticleFilter } from './article-query';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';

let house: TestKnowledgeHouse;
const all: ArticleFilter = { limit: 100, order: 'changed' };
const titles = async (filter: Partial<ArticleFilter>) => (await house.articles.list(house.editor, { ...all, ...filter })).rows.map(each => each.title).sort();

beforeAll(async () => { house = await openTestKnowledgeHouse(); });
afterAll(() => house.close());

describe('the list', () => {
    it('is filtered by what articles are', async () => {
        const { editor, complaints, categories, cards, act, agent } = house;
        const below = await categories.add(editor, { parentId: cards, name: { en: 'Below' }, place: 0, reviewDays: null, secondApproval: null });
        const fee = await house.publish(await house.draft('Fee 100%', { tags: ['money'], categoryId: below.id, parts: { similar: 'what does it cost', short: 's', full: 'f' } }));
        await house.draft('投诉', { language: 'zh-cn', categoryId: complaints });
        await act(editor, await house.draft('Waiting'), 'submit');
        expect(await titles({ text: 'COST' })).toEqual(['Fee 100%']);
        expect(await titles({ text: '100%' })).toEqual(['Fee 100%']);
        expect(await titles({ text: '%' })).toEqual(['Fee 100%']);
        expect(await titles({ categoryId: cards })).toEqual(['Fee 100%', 'Waiting']);
        expect(await titles({ language: 'zh-cn' })).toEqual(['投诉']);
        expect(await titles({ tag: 'money' })).toEqual(['Fee 100%']);
        expect(await titles({ state: 'published' })).toEqual(['Fee 100%']);
        expect(await titles({ waiting: 'of-mine' })).toEqual(['Waiting', '投诉']);
        expect((await house.articles.list(house.approver, { ...all, waiting: 'for-me' })).rows.map(each => each.title)).toEqual(['Waiting']);
        // Somebody who may not approve is asked for nothing, whoever wrote it; who gives second approvals waits for the first.
        const other = await house.person('other-editor', { roles: ['knowledge-editor'] });
        expect((await house.articles.list(other, { ...all, waiting: 'for-me' })).rows).toEqual([]);
        expect((await house.articles.list(house.manager, { ...all, waiting: 'for-me' })).rows).toEqual([]);
        await house.articles.used(agent, fee.articleId, 'opened');
        await house.articles.used(agent, fee.articleId, 'opened');
        await house.articles.used(agent, fee.articleId, 'read-out');
        expect((await house.articles.list(agent, { ...all, order: 'uses' })).rows[0]).toMatchObject({ title: 'Fee 100%', uses: 2 });
    });

    it.each(articleOrders)('pages through everything once, ordered by %s', async order => {
        const seen: string[] = [];
        for (let after: string | undefined, pages = 0; pages === 0 || after; pages++) {
            const { rows, next } = await house.articles.list(house.editor, { limit: 2, order, after });
            seen.push(...rows.map(each => each.id));
            after = next;
        }
        const whole = (await house.articles.list(house.editor, { ...all, order })).rows.map(each => each.id);
        expect(seen).toEqual(whole);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.length).toBeGreaterThanOrEqual(3);
    });
});

describe('translations', () => {
    it('are one entry in the language of whoever reads, with what they may read else, and what fits in another language only is not lost', async () => {
        const original = await house.publish(await house.draft('年费', { language: 'zh-cn', tags: ['one-of-each'] }));
        await house.publish(await house.draft('只有中文', { language: 'zh-cn', tags: ['one-of-each'] }));
        const translated = async (language: 'en' | 'zh-tw', title: string, audience = ['everyone']) => {
            const id = await house.editing.create(house.editor, { kind: 'faq', language, title, categoryId: house.cards, sourceId: original.articleId });
            const draft = await house.articles.revision(house.editor, id);
            return house.publish(await house.save(house.editor, draft, { tags: ['one-of-each'], audience, parts: { short: 's', full: 'f' } }));
        };
        const english = await translated('en', 'Yearly fee');
        await translated('zh-tw', '年費', ['role:knowledge-editor', 'role:approver']);
        const list = async (by: typeof house.agent, filter: Partial<ArticleFilter>) => (await house.articles.list(by, { ...all, order: 'title', tag: 'one-of-each', ...filter })).rows.map(each => [each.title, each.languages?.map(({ language }) => language)]);
        expect(await list(house.agent, { inLanguage: 'en' })).toEqual([['Yearly fee', ['zh-cn']], ['只有中文', []]]);
        expect(await list(house.editor, { inLanguage: 'zh-tw' })).toEqual([['只有中文', []], ['年費', ['en', 'zh-cn']]]);
        expect(await list(house.agent, { inLanguage: 'zh-tw' })).toEqual([['只有中文', []], ['年费', ['en']]]);
        expect(await list(house.agent, { inLanguage: 'zh-cn', text: 'yearly' })).toEqual([['Yearly fee', ['zh-cn']]]);
        expect((await list(house.agent, {})).length).toBe(3);
        const live = (await house.articles.get(house.editor, english.articleId)).live!;
        await house.act(house.approver, live, 'retire');
        expect(await list(house.editor, { inLanguage: 'en' })).toEqual([['只有中文', []], ['年费', ['zh-tw']]]);
    });

    it('are linked with their original, and fall behind when it is published anew', async () => {
        const { editor, agent, editing, articles } = house;
        const original = await house.publish(await house.draft('Original'));
        const about = { kind: 'faq' as const, language: 'zh-cn' as const, title: '译文', categoryId: house.cards, sourceId: original.articleId };
        const begun = await articles.revision(editor, await editing.create(editor, about));
        expect(begun.content.sourceNumber).toBe(1);
        const translation = await house.publish(await house.save(editor, begun, { parts: { short: '短', full: '长' } }));
        expect((await articles.get(agent, original.articleId)).translations).toEqual([{ id: translation.articleId, language: 'zh-cn', title: '译文', original: false, behind: false }]);
        expect((await articles.get(agent, translation.articleId)).translations).toMatchObject([{ id: original.articleId, original: true }]);
        await expect(editing.create(editor, about)).rejects.toMatchObject({ data: { reason: 'translation-exists' } });
        await expect(editing.create(editor, { ...about, sourceId: translation.articleId })).rejects.toMatchObject({ data: { reason: 'translation-exists' } });

        await house.publish(await house.save(editor, await articles.revision(editor, await editing.begin(editor, original.articleId)), { title: 'Original, new' }));
        expect((await articles.get(agent, translation.articleId)).behind).toBe(true);
        expect(await titles({ behind: true })).toEqual(['译文']);
        await house.publish(await house.save(editor, await articles.revision(editor, await editing.begin(editor, translation.articleId)), { sourceNumber: 2 }));
        expect((await articles.get(agent, translation.articleId)).behind).toBe(false);
    });
});

describe('translations that were begun', () => {
    it('before their original was published fall behind as others do', async () => {
        const { editor, editing, articles } = house;
        const draft = await house.draft('Written together');
        const about = { kind: 'faq' as const, title: '一起写的', categoryId: house.cards, sourceId: draft.articleId };
        const begun = await articles.revision(editor, await editing.create(editor, { ...about, language: 'zh-cn' }));
        expect(begun.content.sourceNumber).toBe(1);
        const translation = await house.publish(await house.save(editor, begun, { parts: { short: '短', full: '长' } }));
        // As they were written before a number was kept with them.
        const older = await house.publish(await house.save(editor, await articles.revision(editor, await editing.create(editor, { ...about, language: 'zh-tw' })), { sourceNumber: null, parts: { short: '短', full: '長' } }));
        const isBehind = async () => Promise.all([translation, older].map(async each => (await articles.get(editor, each.articleId)).behind));
        await house.publish(draft);
        expect(await isBehind()).toEqual([false, false]);
        await house.publish(await house.save(editor, await articles.revision(editor, await editing.begin(editor, draft.articleId)), { title: 'Written anew' }));
        expect(await isBehind()).toEqual([true, true]);
        await house.publish(await house.save(editor, await articles.revision(editor, await editing.begin(editor, older.articleId)), { sourceNumber: 2 }));
        expect(await isBehind()).toEqual([true, false]);
    });
});

describe('links', () => {
    it('are known from what is published and what is written, and go with a retired article', async () => {
        const { editor, approver, articles, references, editing, act } = house;
        const target = await house.publish(await house.draft('Target'));
        const linked = await house.publish(await house.draft('Linking', { parts: { short: 's', full: `see [](earshot:/knowledge/articles/${target.articleId})` } }));
        const link = `earshot:/knowledge/articles/${linked.articleId}`;
        expect(await references.of(editor, target.articleId)).toEqual({ seen: [{ link, kind: 'article', title: 'Linking', live: true }], unseen: 0 });
        const draft = await house.save(editor, await articles.revision(editor, await editing.begin(editor, linked.articleId)), { parts: { short: 's', full: 'no link' } });
        expect(await references.of(editor, target.articleId)).toMatchObject({ seen: [{ live: true }] }); // readers still have it
        await house.publish(draft);
        expect(await references.of(editor, target.articleId)).toEqual({ seen: [], unseen: 0 });
        await house.save(editor, await articles.revision(editor, await editing.begin(editor, linked.articleId)), { parts: { short: 's', full: `see again [](earshot:/knowledge/articles/${target.articleId})` } });
        expect(await references.of(editor, target.articleId)).toMatchObject({ seen: [{ link, live: false }], unseen: 0 });
        expect(await references.of(house.agent, target.articleId)).toEqual({ seen: [], unseen: 0 }); // drafts are nothing to readers
        await act(approver, await articles.revision(editor, target.id), 'retire');
        const audit = await house.database.read().selectFrom('core.audit_entry').select('detail').where('action', '=', 'article.retire').where('entity_id', '=', target.articleId).executeTakeFirstOrThrow();
        expect(audit.detail).toMatchObject({ mentionedLive: 0, mentionedInDrafts: 1 });
        expect(await articles.titles(house.agent, [target.articleId, linked.articleId])).toMatchObject([{ title: 'Linking' }]);
    });

    it('restores any earlier revision as a draft', async () => {
        const { editor, articles, editing } = house;
        const first = await house.publish(await house.draft('First words'));
        await house.publish(await house.save(editor, await articles.revision(editor, await editing.begin(editor, first.articleId)), { title: 'Second words' }));
        const restored = await articles.revision(editor, await editing.begin(editor, first.articleId, first.id));
        expect(restored).toMatchObject({ number: 3, state: 'draft', content: { title: 'First words' } });
        await editing.discard(editor, restored.id);
        expect((await articles.revisions(editor, first.articleId)).map(each => each.number)).toEqual([2, 1]);
    });

    it('is not restored by somebody whom that revision was closed to', async () => {
        const { editor, approver, articles, editing, workflow } = house;
        const closed = await house.draft('Goodwill for staff', { audience: ['role:approver', 'role:knowledge-editor'] });
        await house.publish(closed);
        const writer = await house.person('later-writer', { roles: ['process-owner'], teamId: house.cardsTeam });
        await editing.own(editor, { id: closed.articleId, version: (await articles.get(editor, closed.articleId)).version, ownerId: editor.personId, expertTeamId: house.cardsTeam });
        const open = await house.save(editor, await articles.revision(editor, await editing.begin(editor, closed.articleId)), { title: 'Goodwill', audience: ['everyone'] });
        await house.publish(open);
        await expect(articles.revision(writer, closed.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(editing.begin(writer, closed.articleId, closed.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const begun = await editing.begin(writer, closed.articleId, open.id);
        await workflow.act(writer, { id: begun, version: 1, action: 'submit' });
        await workflow.act(approver, { id: begun, version: 2, action: 'return', reason: 'Not yet.' });
        await editing.discard(writer, begun);
    });

    it('takes no language that another of the same family has', async () => {
        const { editor, articles, editing } = house;
        const original = await house.draft('One in English');
        await editing.create(editor, { kind: 'faq', language: 'zh-cn', title: '中文的一条', categoryId: house.cards, sourceId: original.articleId });
        await expect(house.save(editor, original, { language: 'zh-cn' })).rejects.toMatchObject({ data: { reason: 'translation-exists' } });
        const changed = await house.save(editor, original, { language: 'zh-tw' });
        expect((await house.save(editor, changed, { language: 'en' })).content.language).toBe('en');
        expect((await articles.get(editor, original.articleId)).language).toBe('en');
    });

    it('vanishes with its only draft', async () => {
        const draft = await house.draft('Thrown away');
        await house.editing.discard(house.editor, draft.id);
        await expect(house.articles.get(house.editor, draft.articleId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});

describe('what is written down', () => {
    it('holds ids, codes and numbers, never what somebody wrote', async () => {
        const rows = await house.database.read().selectFrom('core.audit_entry').select(['action', 'detail']).where('entity_type', '=', 'articles').execute();
        expect(new Set(rows.map(each => each.action))).toContain('article.publish');
        const texts = rows.flatMap(({ detail }) => Object.values(detail)).filter(each => typeof each === 'string');
        expect(texts.filter(each => !/^[0-9a-f-]{36}$|^[0-9a-f]{64}$|^[a-z-]+$/.test(each))).toEqual([]);
    });
});
