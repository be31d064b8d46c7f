import { createContext, runInContext } from 'node:vm';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { attacks } from '@earshot/writing/lib/common/markdown/attacks';
import type { ExportFilter, ExportFormat } from '../../common/export/export-contract';
import { openTestImportHouse, type TestImportHouse } from '../testing/import-house';
import type { ArticleExport } from './article-export';
import { ExportService } from './export-service';
import { MarkdownExport } from './markdown-export';
import { PageExport } from './page-export';
import { SiteExport } from './site-export';
import { SpreadsheetExport } from './spreadsheet-export';
import { TableExport } from './table-export';
import { WordExport } from './word-export';

let house: TestImportHouse;
let service: ExportService;
let lost: string;
beforeAll(async () => {
    house = await openTestImportHouse();
    service = new ExportService(house.database, house.blobs);
    const first = await house.publish(await house.draft('Lost card', { tags: ['card'], parts: { short: 'Blocked.', full: '## Steps\n\n1. **Ask** who calls\n2. Block\n\n| Fee | Amount |\n| --- | ---: |\n| New card | 0 |' } }));
    lost = first.articleId;
    await house.publish(await house.draft('怎样提高信用卡额度？', { language: 'zh-cn', parts: { short: '登录手机银行即可。', full: `先看[](earshot:/knowledge/articles/${lost})。`, similar: '提额\n额度不够' } }));
    await house.publish(await house.draft('=SUM("x")', { parts: { short: '@x', full: attacks.join('\n\n') } }));
    await house.publish(await house.draft('Goodwill table', { audience: ['role:knowledge-editor', 'role:approver'] }));
    await house.draft('Never published');
});
afterAll(() => house.close());

const all: ExportFilter = { confidential: false, words: 'en' };
const file = async (format: ArticleExport, filter: Partial<ExportFilter> = {}, by: TestPerson = house.editor): Promise<Buffer> => buffer(Readable.from(format.write(await service.begin(by, format.format, { ...all, ...filter }))));
const unzipped = (zip: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));

describe('what goes out', () => {
    it('is published and for everyone; confidential only if asked for, and only to whom it is for', async () => {
        const titles = async (filter: Partial<ExportFilter>, by: TestPerson) => (await service.begin(by, 'table', { ...all, ...filter })).listed.map(each => each.title).sort();
        const open = ['=SUM("x")', 'Lost card', '怎样提高信用卡额度？'];
        expect(await titles({}, house.editor)).toEqual(open);
        expect(await titles({ confidential: true }, house.editor)).toEqual([...open, 'Goodwill table'].sort());
        expect(await titles({ confidential: true }, house.manager)).toEqual(open);
        expect(await titles({ language: 'zh-cn' }, house.editor)).toEqual(['怎样提高信用卡额度？']);
        expect(await titles({ tag: 'card' }, house.editor)).toEqual(['Lost card']);
        const audit = await house.database.read().selectFrom('core.audit_entry').select('detail').where('action', '=', 'article.exported').where('actor_id', '=', house.manager.personId).execute();
        expect(audit).toEqual([{ detail: { format: 'table', articles: 3, confidential: true } }]);
    });
    it('holds now, where it does not say when it holds; for everybody', async () => {
        const day = 86_400_000;
        const around = (days: number): string => new Date(Date.now() + days * day).toISOString();
        for (const [title, validFrom, validUntil] of [['Not yet', around(1), null], ['No longer', null, around(-1)], ['Just now', around(-1), around(1)]] as const) {
            await house.publish(await house.draft(title, { validFrom, validUntil, tags: ['dated'] }));
        }
        const titles = async (format: ExportFormat, by: TestPerson) => (await service.begin(by, format, { ...all, tag: 'dated' })).listed.map(each => each.title).sort();
        for (const by of [house.editor, house.manager]) {
            for (const format of ['page', 'site', 'word'] as const) {
                expect(await titles(format, by), format).toEqual(['Just now']);
            }
            for (const format of ['markdown', 'table'] as const) {
                expect(await titles(format, by), format).toEqual(['Just now', 'No longer', 'Not yet']);
            }
        }
        for (const { id } of (await service.begin(house.editor, 'table', { ...all, tag: 'dated' })).listed) {
            const { live } = await house.articles.get(house.editor, id);
            await house.act(house.approver, live!, 'retire');
        }
    });
});

describe('as', () => {
    it('Markdown it comes in again as it went out', async () => {
        const zip = await file(new MarkdownExport(), { confidential: true });
        expect(Object.keys(unzipped(zip)).sort()).toEqual(['Cards/Goodwill-table.en.md', 'Cards/Lost-card.en.md', 'Cards/=SUM-x.en.md', 'Cards/怎样提高信用卡额度？.zh-cn.md'].sort());
        expect(unzipped(zip)['Cards/怎样提高信用卡额度？.zh-cn.md']).toContain('先看[](Lost-card.en.md)');
        expect((await house.read('again.zip', zip)).outcomes).toEqual({ unchanged: 4 });
    });
    it('a table it does so, too, and holds no formula', async () => {
        const csv = await file(new TableExport());
        expect(csv.toString()).toContain('"\'=SUM(""x"")"');
        const { id, outcomes } = await house.read('again.csv', csv);
        expect(outcomes, JSON.stringify((await house.imports.rows(house.editor, { id, limit: 9 })).rows)).toEqual({ unchanged: 3 });
    });
    it('a workbook it does so as well, and what looks like a formula is text', async () => {
        const { id, outcomes } = await house.read('again.xlsx', await file(new SpreadsheetExport()));
        expect(outcomes, JSON.stringify((await house.imports.rows(house.editor, { id, limit: 9 })).rows)).toEqual({ unchanged: 3 });
    });
    it('a Word document it has a heading for each article', async () => {
        const word = await file(new WordExport());
        const read = await house.read('again.docx', word, { splitAt: 1 });
        expect((await house.imports.rows(house.editor, { id: read.id, limit: 9 })).rows.map(each => each.title).sort()).toEqual(['=SUM("x")', 'Lost card', '怎样提高信用卡额度？']);
    });
    it('a Word document each list of steps begins at one', async () => {
        const steps = 'In order:\n\n1. One\n\n   More about it\n2. Two\n\n- Or\n  1. Within\n  2. Another\n\n1. Anew';
        for (const title of ['Steps of one', 'Steps of another']) {
            await house.publish(await house.draft(title, { tags: ['steps'], parts: { short: 'Do this.', full: steps } }));
        }
        const document = unzipped(await file(new WordExport(), { tag: 'steps' }));
        const numbers = [...document['word/document.xml']!.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(each => each[1]!);
        // of each article: two steps (a second paragraph has no number), the bullet, the list within it, and the list after it
        expect(numbers.map(each => [...new Set(numbers)].indexOf(each))).toEqual([0, 0, 1, 2, 2, 3, 4, 4, 1, 5, 5, 6]);
        for (const each of new Set(numbers)) {
            expect(document['word/numbering.xml']).toMatch(new RegExp(`<w:num w:numId="${each}"[^>]*>(?:(?!</w:num>).)*<w:startOverride w:val="1"/>`));
        }
        for (const { id } of (await service.begin(house.editor, 'table', { ...all, tag: 'steps' })).listed) {
            await house.act(house.approver, (await house.articles.get(house.editor, id)).live!, 'retire');
        }
    });
    it('a page it acts in no way', async () => {
        const html = (await file(new PageExport())).toString();
        expect(html).toContain('<h1>Knowledge base</h1>');
        expect(html).toContain(`<a href="#a-${lost}">Lost card</a>`);
        expect(html).not.toMatch(/<(script|img|svg|iframe|object|embed|form|base|link|math)\b/i);
        expect(html).not.toMatch(/<[^>]*\s(on\w+|srcdoc|formaction|style)=/i);
        expect([...html.matchAll(/href="([^"]*)"/g)].every(([, address]) => /^(https?:|mailto:|tel:|#a-)/.test(address!))).toBe(true);
    });
    it('pages without a server it is found by what it says, in either script', async () => {
        const files = unzipped(await file(new SiteExport()));
        expect(Object.keys(files).filter(each => each.startsWith('articles/'))).toHaveLength(3);
        const window: { openStaticIndex?(json: string): { search(text: string): { id: string }[] }; articleIndex?: object; articleTitles?: Record<string, string> } = {};
        const page = createContext({ window });
        ['search/search.js', 'search/articles.js', 'search/index.js'].forEach(each => { runInContext(files[each]!, page); });
        const index = window.openStaticIndex!(JSON.stringify(window.articleIndex));
        const found = (text: string) => index.search(text).map(each => window.articleTitles![each.id]);
        expect(found('额度')).toEqual(['怎样提高信用卡额度？']);
        expect(found('額度')).toEqual(['怎样提高信用卡额度？']);
        expect(found('blocking cards')[0]).toBe('Lost card');
        expect(found('goodwill')).toEqual([]);
        expect(Object.values(files).join()).not.toContain('Goodwill');
        expect(files['index.html']).not.toContain('<script>');
        expect(files[`articles/${lost}.html`]).toContain('<th data-align="right">Amount</th>');
    });
});
