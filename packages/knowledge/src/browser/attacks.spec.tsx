import * as React from '@theia/core/shared/react';
import { attacks } from '@earshot/writing/lib/common/markdown/attacks';
import { afterEach, expect, it } from 'vitest';
import AnnualReviewPage from './annual-review/annual-review-page';
import CategoriesPage from './category/categories-page';
import { CommentsPane } from './editor/comments-pane';
import { SettingsPane } from './editor/settings-pane';
import { FlagsPane } from './flag/flags-pane';
import ReaderPage from './reader/reader-page';
import { ids, type KnowledgePage, renderKnowledge, sampleArticle, sampleRevision, until } from './testing/knowledge-page';

let page: KnowledgePage | undefined;
afterEach(async () => {
    await page?.unmount();
    page = undefined;
});

const active = ['script', 'iframe', 'object', 'embed', 'base', 'meta', 'link', 'math', 'style', 'template', 'video', 'audio', 'marquee', 'animate', 'keygen', 'isindex', 'xmp', 'form'];
const addresses = ['href', 'src', 'action', 'formaction', 'data', 'background', 'ping', 'srcdoc', 'xlink:href'];

/** Everything within an element that could act. */
const dangers = (root: ParentNode): string[] => [...root.querySelectorAll('*')].flatMap(element => [
    ...active.includes(element.localName) ? [element.outerHTML] : [],
    ...[...element.attributes].filter(({ name, value }) => /^on/i.test(name) || addresses.includes(name) && !/^(https?:|mailto:|tel:|#|\/)/i.test(value)).map(({ name, value }) => `${element.localName} ${name}="${value}"`)
]);

const one = attacks.join(' ');
const lines = attacks.map(each => each.replaceAll('\n', ' ')).join('\n');
const said = attacks.join('\n\n');
const content = { ...sampleRevision().content, title: one, tags: [...attacks], parts: { similar: lines, short: said, full: said, sources: lines }, others: { weight: one, [attacks[0]!]: attacks } };
const live = sampleRevision({ state: 'published', may: [], content });
const person = { id: ids.author, name: one };

const places: readonly (readonly [name: string, element: React.ReactElement, answers: Readonly<Record<string, unknown>>])[] = [
    ['an article', <ReaderPage params={{ id: ids.article }} query={new URLSearchParams()} />, {
        'articles.get': sampleArticle({ title: one, tags: [...attacks], ownerName: one, live, mayWrite: false, translations: [{ id: ids.author, language: 'zh-cn', title: one, original: true, behind: true }] }),
        'feedback.verdicts': { helpful: 0, notHelpful: 0, reasons: [], mine: null }, 'categories.list': [{ id: ids.category, parentId: null, name: { en: one }, place: 0, reviewDays: null, secondApproval: null, version: 1, articles: 1 }]
    }],
    ['its settings, with what an imported file said besides', <SettingsPane article={sampleArticle({ mayWrite: false })} content={content} note={one} readOnly onChange={() => { }} onNote={() => { }} />, {}],
    ['categories', <CategoriesPage />, { 'categories.list': [{ id: ids.category, parentId: null, name: { en: one }, place: 0, reviewDays: null, secondApproval: null, version: 1, articles: 1 }] }],
    ['comments', <CommentsPane revisionId={ids.revision} passage={null} parts={{ full: said }} onPassage={() => { }} onShow={() => { }} comments={[{
        id: ids.author, articleId: ids.article, revisionNumber: 1, parentId: null, passage: { part: 'full', start: 0, exact: attacks[0]!, prefix: '', suffix: '' }, text: one, authorId: ids.author, authorName: one, createdAt: '2026-11-22T10:00:00.000Z', resolvedAt: null, resolvedByName: null
    }]} />, {}],
    ['hints', <FlagsPane language='en' parts={{ full: 'x' }} flags={[{
        id: ids.author, articleId: ids.article, articleTitle: one, revisionNumber: 1, personName: one, reason: 'wrong', text: one, part: 'full', suggestion: said, original: 'x', state: 'open', createdAt: '2026-11-22T10:00:00.000Z', answer: null
    }]} />, {}],
    ['minutes', <AnnualReviewPage params={{ id: ids.author }} query={new URLSearchParams()} />, {
        'annualReviews.get': {
            id: ids.author, categoryId: null, categoryName: { en: one }, heldOn: '2026-11-01', scope: one, participants: [person], completeness: one, fitness: one, figures: { articles: 1, overdue: 0, unconfirmed: 0, withoutOwner: 0, flagged: 0, searchedInVain: null },
            actions: [{ id: ids.article, text: one, ownerId: ids.author, ownerName: one, dueOn: '2026-12-01', doneAt: null, maySettle: true }], nextOn: '2027-11-01', nextOwnerId: ids.author, nextOwnerName: one, recordedByName: one, recordedAt: '2026-11-01T10:00:00.000Z', hash: '0', intact: true
        }
    }]
];

it('recognises what acts', () => {
    const root = document.createElement('div');
    const missed = ['<script>x</script>', '<img onerror=x>', '<a href="javascript:x">x</a>', '<svg><animate onbegin=x></svg>', '<iframe srcdoc=x></iframe>'].filter(each => {
        root.innerHTML = each;
        return dangers(root).length === 0;
    });
    expect(missed).toEqual([]);
});

it.each(places)('nothing that somebody wrote acts in %s', async (_, element, answers) => {
    page = await renderKnowledge(element, answers);
    await until(() => document.body.textContent.includes('<script>attack()</script>') || [...document.querySelectorAll('textarea')].some(each => each.value.includes('<script>attack()</script>')));
    expect(dangers(document.body)).toEqual([]);
});
