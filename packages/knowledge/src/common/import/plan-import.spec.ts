import { describe, expect, it } from 'vitest';
import type { CategoryNode } from '../category/category-rules';
import type { ArticleFile } from '../front-matter/article-file';
import type { FoundArticle, ImportSettings } from './import-file';
import { namedCategory, planImport, type PlanInput, type PresentArticle } from './plan-import';

const node = (id: string, parentId: string | null, name: CategoryNode['name']): CategoryNode => ({ id, parentId, name, place: 0, reviewDays: null, secondApproval: null });
const categories = [node('c', null, { en: 'Cards', 'zh-cn': '银行卡' }), node('l', 'c', { 'zh-cn': '挂失' }), node('f', null, { en: 'Fees' }), node('cf', 'c', { en: 'Fees' })];
const settings: ImportSettings = { language: 'en', kind: 'faq', categoryId: 'f', splitAt: null, columns: null };
const found = (source: string, title: string, about: Partial<ArticleFile> = {}, more: Partial<FoundArticle> = {}): FoundArticle =>
    ({ source, title, problems: [], article: { title, kind: 'faq', language: 'en', categories: [], tags: [], draft: true, others: {}, parts: { short: 's', full: 'f' }, ...about }, ...more });
const present = (id: string, title: string, about: Partial<PresentArticle> = {}): PresentArticle => ({
    id, title, language: 'en', sourceId: null, writable: true, open: false, hash: `hash of ${id}`,
    content: { kind: 'faq', language: 'en', title, categoryId: 'c', tags: [], audience: ['role:agent'], validFrom: null, validUntil: null, parts: { short: 's', full: 'f' }, sourceNumber: 3 }, ...about
});
const id = (n: number): string => `0190a000-0000-7000-8000-00000000000${n}`;
const plan = (files: readonly FoundArticle[], more: Partial<PlanInput> = {}) => planImport({ found: files, present: [], categories, settings, ids: files.map((_, index) => id(index + 1)), ...more });

it('finds categories by their names in any language', () => {
    expect(namedCategory(categories, ['cards', '挂失'])).toBe('l');
    expect(namedCategory(categories, ['挂失'])).toBe('l');
    expect(namedCategory(categories, ['fees'])).toBe('f');
    expect(namedCategory(categories, ['Other', 'Fees'])).toBeUndefined();
});

describe('a plan', () => {
    it('tells new, changed and unchanged apart, and leaves what the file does not say', () => {
        const [fresh, same, other] = plan([found('a.md', 'A'), found('b.md', 'b '), found('c.md', 'C', { parts: { short: 'new', full: 'f' } })], { present: [present('p2', 'B', { content: { ...present('p2', 'b ').content } }), present('p3', 'C')] });
        expect(fresh).toMatchObject({ outcome: 'new', articleId: id(1), content: { categoryId: 'f', audience: ['everyone'] } });
        expect(same).toMatchObject({ outcome: 'unchanged', articleId: 'p2' });
        expect(other).toMatchObject({ outcome: 'changed', articleId: 'p3', baseHash: 'hash of p3', content: { categoryId: 'c', audience: ['role:agent'], sourceNumber: 3 } });
    });
    it('recognises by id, whatever the title', () => expect(plan([found('a.md', 'Renamed', { id: 'p1' })], { present: [present('p1', 'Old')] })).toMatchObject([{ outcome: 'changed', articleId: 'p1' }]));
    it('keeps from what somebody else is at', () => {
        const files = [found('a.md', 'A', { tags: ['x'] }), found('b.md', 'B', { tags: ['x'] })];
        expect(plan(files, { present: [present('p1', 'A', { open: true }), present('p2', 'B', { writable: false })] })).toMatchObject([
            { outcome: 'conflict', problems: [{ code: 'being-written' }], content: null }, { outcome: 'conflict', problems: [{ code: 'not-yours' }] }
        ]);
    });
    it('says what is wrong, by row', () => {
        const files = [
            found('a.md', 'A', { audience: ['boss'] }), found('b.md', 'B', { expiryDate: 'soon' }), found('c.md', 'C', { categories: ['Unknown'] }), found('d.md', 'x'.repeat(301)), found('e.md', 'Twice'), found('f.md', 'twice'),
            { source: 'g.md', title: 'g', problems: [{ code: 'front-matter-invalid' as const }] }
        ];
        expect(plan(files).map(each => [each.outcome, ...each.problems.map(({ code }) => code)])).toEqual([
            ['invalid', 'audience-unknown'], ['invalid', 'date-unreadable'], ['new', 'category-unknown'], ['invalid', 'text-too-long'], ['new'], ['invalid', 'title-twice'], ['invalid', 'front-matter-invalid']
        ]);
        expect(plan([found('a.md', 'A')], { settings: { ...settings, categoryId: null } })).toMatchObject([{ outcome: 'invalid', problems: [{ code: 'category-missing' }] }]);
    });
    it('makes links between files links between articles', () => {
        const [first] = plan([found('a/one.md', 'One', { parts: { full: '[two](../b/two.md#x) [gone](gone.md)' } }), found('b/two.md', 'Two')]);
        expect(first!.content!.parts.full).toBe(`[two](earshot:/knowledge/articles/${id(2)}) [gone](gone.md)`);
    });
    it('leads no link to what does not come in, and makes it nobody\'s original', () => {
        const [first, second] = plan([found('a.md', 'One', { parts: { full: '[bad](bad.md)' } }), found('b.zh-cn.md', '二', { language: 'zh-cn', translationKey: 'k' }), found('bad.md', 'Bad', { translationKey: 'k', audience: ['boss'] })]);
        expect(first!.content!.parts.full).toBe('[bad](bad.md)');
        expect(second).toMatchObject({ outcome: 'new', sourceId: null });
        // what is there stays the end of a link, though its new text does not come in
        const [link] = plan([found('a.md', 'One', { parts: { full: '[old](old.md)' } }), found('old.md', 'Old', { expiryDate: 'soon' })], { present: [present(id(9), 'Old')] });
        expect(link!.content!.parts.full).toBe(`[old](earshot:/knowledge/articles/${id(9)})`);
    });
    it('joins translations', () => {
        const files = [found('a.en.md', 'Lost', { translationKey: 'lost' }), found('a.zh-cn.md', '挂失', { language: 'zh-cn', translationKey: 'lost' })];
        expect(plan(files).map(each => each.sourceId)).toEqual([null, id(1)]);
        expect(plan(files, { present: [present('p', 'Lost', { sourceId: 'origin' })] })[1]).toMatchObject({ outcome: 'new', sourceId: 'origin' });
    });
    it('changes of a table only what it has columns for', () => {
        const [changed] = plan([found('x.csv:2', 'A', { parts: { full: 'new' } }, { partial: true })], { present: [present('p', 'A')] });
        expect(changed!.content).toMatchObject({ parts: { short: 's', full: 'new' } });
    });
});
