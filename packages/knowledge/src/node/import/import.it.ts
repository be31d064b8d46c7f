import { Readable } from 'node:stream';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spreadsheetOf } from '@earshot/core/lib/node/export/spreadsheet';
import { attacks } from '@earshot/writing/lib/common/markdown/attacks';
import { renderMarkdown } from '@earshot/writing/lib/common/markdown/render-markdown';
import { changeArticles } from '../article/article-change';
import { addAttachment } from '../attachment/attachment-rows';
import { openTestImportHouse, type TestImportHouse } from '../testing/import-house';

let house: TestImportHouse;
beforeAll(async () => { house = await openTestImportHouse(); });
afterAll(() => house.close());

const zip = (files: Readonly<Record<string, string>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
/** In one line, without what no file can carry. */
const plain = (attack: string): string => attack.replace(/[\u0000-\u001f]+/g, ' ').trim();
const rowsOf = async (id: string) => (await house.imports.rows(house.editor, { id, limit: 500 })).rows;
const go = async (of: { readonly id: string; readonly version: number }, action: 'write' | 'undo') => {
    await house.imports[action](house.editor, of);
    return house.settled(of.id);
};

describe('an import', () => {
    it('is looked at first, written as drafts and undone as one', async () => {
        const existing = await house.publish(await house.draft('Annual fee'));
        const same = await house.publish(await house.draft('Opening hours'));
        const writing = await house.publish(await house.draft('Somebody is at it'));
        await house.editing.begin(house.editor, writing.articleId);
        const read = await house.read('base.zip', zip({
            'cards/lost.md': '---\ntitle: Lost card\ndescription: Blocked at once.\ncategories: [Complaints]\ntags: [card]\nweight: 3\n---\n\nSee [fees](../fee.md).', 'fee.md': '---\ntitle: Annual fee\ndescription: "Short: Annual fee"\n---\n\nNow 20.',
            'hours.md': '---\ntitle: Opening hours\ndescription: "Short: Opening hours"\n---\n\nFull: Opening hours', 'at.md': '---\ntitle: Somebody is at it\n---\n\nOther.', 'broken.md': '---\ntitle: "x\n---\n', 'loose.md': '# Without front matter\n\nText.',
            'picture.png': 'x', '__MACOSX/._loose.md': 'x', 'empty.md': ' '
        }));
        expect(read).toMatchObject({ state: 'ready', outcomes: { new: 2, changed: 1, unchanged: 1, conflict: 1, invalid: 2 } });
        expect((await rowsOf(read.id)).map(each => [each.source, each.outcome, ...each.problems.map(({ code }) => code)])).toEqual([
            ['at.md', 'conflict', 'being-written'], ['broken.md', 'invalid', 'front-matter-invalid'], ['cards/lost.md', 'new'], ['empty.md', 'invalid', 'file-empty'], ['fee.md', 'changed'], ['hours.md', 'unchanged'], ['loose.md', 'new']
        ]);
        expect((await house.articles.list(house.editor, { limit: 100, order: 'changed', text: 'Lost card' })).rows).toEqual([]);

        const written = await go(read, 'write');
        expect(written).toMatchObject({ state: 'done', results: { written: 3 } });
        const [lost] = (await house.articles.list(house.editor, { limit: 100, order: 'changed', text: 'Lost card' })).rows;
        const draft = await house.articles.revision(house.editor, lost!.open!.id);
        expect(draft).toMatchObject({ state: 'draft', content: { categoryId: house.complaints, tags: ['card'], parts: { short: 'Blocked at once.', full: `See [fees](earshot:/knowledge/articles/${existing.articleId}).` } } });
        expect(await house.articles.get(house.editor, existing.articleId)).toMatchObject({ state: 'published', live: { content: { parts: { full: 'Full: Annual fee' } } }, open: { state: 'draft' } });
        expect(await house.articles.get(house.editor, same.articleId)).toMatchObject({ open: null });

        const loose = (await rowsOf(read.id)).find(each => each.source === 'loose.md')!;
        const opened = await house.articles.get(house.editor, loose.articleId!);
        await house.save(house.editor, await house.articles.revision(house.editor, opened.open!.id), { title: 'Edited since' });
        const undone = await go(written, 'undo');
        expect(undone).toMatchObject({ state: 'undone', results: { removed: 2, kept: 1 } });
        await expect(house.articles.get(house.editor, lost!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await house.articles.get(house.editor, existing.articleId)).toMatchObject({ state: 'published', open: null });
        expect(await house.articles.get(house.editor, loose.articleId!)).toMatchObject({ title: 'Edited since' });
        const audit = await house.database.read().selectFrom('core.audit_entry').select('action').where('entity_id', '=', read.id).orderBy('id').execute();
        expect(audit.map(each => each.action)).toEqual(['article-import.added', 'article-import.read', 'article-import.writing', 'article-import.batch', 'article-import.written', 'article-import.undoing', 'article-import.undone']);
        await expect(house.imports.write(house.editor, undone)).rejects.toMatchObject({ data: { reason: 'import-not-now' } });
    });

    it('takes a thousand files, and can be called off half-way and gone on with', async () => {
        const files = Object.fromEntries(Array.from({ length: 1000 }, (_, each) => [`${each % 20}/${each}.md`, `---\ntitle: 批量条目 ${each}\nlanguage: zh-cn\n---\n\n第 ${each} 条的内容。[下一条](../${(each + 1) % 20}/${each + 1}.md)`]));
        const read = await house.read('thousand.zip', zip(files));
        expect(read.outcomes).toEqual({ new: 1000 });
        await house.imports.write(house.editor, read);
        await house.imports.cancel(house.editor, read.id);
        const stopped = await house.settled(read.id);
        expect(stopped.state).toBe('stopped');
        expect(stopped.results.written ?? 0).toBeLessThan(1000);
        expect(await go(stopped, 'write')).toMatchObject({ state: 'done', results: { written: 1000 } });
        const { rows: [linking] } = await house.articles.list(house.editor, { limit: 1, order: 'changed', text: '批量条目 18' });
        const { content } = await house.articles.revision(house.editor, linking!.open!.id);
        expect(content.parts.full).toMatch(/\[下一条\]\(earshot:\/knowledge\/articles\/[0-9a-f-]{36}\)/);
        expect((await house.read('thousand.zip', zip(files))).outcomes).toEqual({ unchanged: 1000 });
    }, 180_000);

    it('joins translations, and puts what a file says besides before those who approve', async () => {
        const file = (weight: number) => zip({ 'a.en.md': `---\ntitle: Joined\ndescription: Short.\ntranslationKey: j\nweight: ${weight}\n---\nx`, 'a.zh-tw.md': '---\ntitle: 合一\ntranslationKey: j\n---\nx' });
        await go(await house.read('two.zip', file(7)), 'write');
        const [english, chinese] = await Promise.all(['Joined', '合一'].map(async text => house.articles.get(house.editor, (await house.articles.list(house.editor, { limit: 1, order: 'changed', text })).rows[0]!.id)));
        expect(chinese).toMatchObject({ language: 'zh-tw', translations: [{ id: english!.id, original: true }] });
        const draft = await house.articles.revision(house.editor, english!.open!.id);
        expect(draft.content.others).toEqual({ weight: 7 });
        await house.publish(draft);

        const again = await house.read('two.zip', file(8));
        expect(again.outcomes).toEqual({ changed: 1, unchanged: 1 });
        await go(again, 'write');
        const { live, open } = await house.articles.get(house.editor, english!.id);
        expect(live!.content.others).toEqual({ weight: 7 });
        const next = await house.articles.revision(house.editor, open!.id);
        expect(next).toMatchObject({ state: 'draft', content: { others: { weight: 8 } } });
        expect(next.hash).not.toBe(live!.hash);
        await house.publish(await house.save(house.editor, next, { others: {} }));
        expect((await house.articles.get(house.editor, english!.id)).live!.content.others).toEqual({});
    });

    it('leaves alone, when it is undone, what somebody has been at since, whatever it says', async () => {
        const names = ['Noted', 'Returned', 'Turned back', 'Given away', 'Translated', 'Pictured', 'Spoken of', 'Untouched'];
        const written = await go(await house.read('touched.zip', zip(Object.fromEntries(names.map(name => [`${name}.md`, `---\ntitle: ${name}\ndescription: Short.\n---\n\nText.`])))), 'write');
        const rows = await rowsOf(written.id);
        const articleOf = async (name: string) => house.articles.get(house.editor, rows.find(each => each.title === name)!.articleId!);
        const draftOf = async (name: string) => house.articles.revision(house.editor, (await articleOf(name)).open!.id);
        const noted = await draftOf('Noted');
        await house.editing.save(house.editor, { id: noted.id, version: noted.version, content: noted.content, note: 'Checked with legal.' });
        const submitted = await house.act(house.editor, await draftOf('Returned'), 'submit');
        await house.act(house.editor, submitted, 'withdraw');
        const edited = await house.save(house.editor, await draftOf('Turned back'), { title: 'Another' });
        await house.save(house.editor, edited, { title: 'Turned back' });
        const given = await articleOf('Given away');
        await house.editing.own(house.editor, { id: given.id, version: given.version, ownerId: house.approver.personId, expertTeamId: null });
        await house.editing.create(house.editor, { kind: 'faq', language: 'zh-cn', title: '译文', categoryId: house.cards, sourceId: (await articleOf('Translated')).id });
        await house.comments.add(house.editor, { id: (await draftOf('Spoken of')).id, text: 'Is this right?', parentId: null, passage: null });
        const pictured = await articleOf('Pictured');
        await changeArticles(house.database, house.editor, async (transaction, log) => {
            const blob = await house.blobs.put(Readable.from(['picture']), { mediaType: 'image/png', maxBytes: 100 });
            await addAttachment(transaction, house.editor, { articleId: pictured.id }, { name: 'a.png', blob, file: { mediaType: 'image/png', ending: 'png' } });
            log.audit('article.attached', 'articles', pictured.id);
        });
        expect((await go(written, 'undo')).results).toEqual({ removed: 1, kept: 7 });
        expect((await rowsOf(written.id)).filter(each => each.result === 'removed').map(each => each.title)).toEqual(['Untouched']);
    });

    it('says of translations which revision they render, so that they can fall behind', async () => {
        const file = (language: string, title: string) => `---\ntitle: ${title}\nlanguage: ${language}\ntranslationKey: pair\ndescription: Short.\n---\n\nFull.`;
        await go(await house.read('pair.zip', zip({ 'pair.en.md': file('en', 'Imported pair'), 'pair.zh-cn.md': file('zh-cn', '导入的一对') })), 'write');
        const { rows } = await house.articles.list(house.editor, { limit: 10, order: 'title', text: '导入的一对' });
        expect(rows).toHaveLength(1);
        expect((await house.articles.revision(house.editor, rows[0]!.open!.id)).content.sourceNumber).toBe(1);
    });

    it('says nothing of itself where others see its jobs', async () => {
        const read = await house.read('bonus-2027.zip', zip({ 'secret-bonus.md': '# Secret bonus 2027\n\nx' }));
        await go(await go(read, 'write'), 'undo');
        const jobs = await house.database.read().selectFrom('core.job').select(['title', 'message']).execute();
        expect(jobs.length).toBeGreaterThan(2);
        expect(jobs.filter(({ title, message }) => /[a-z]/i.test(`${title}${message ?? ''}`))).toEqual([]);
    });

    it('is nobody else’s to see', async () => {
        const read = await house.read('mine.md', strToU8('# Mine\n\nx'));
        const other = await house.person('other-editor', { roles: ['knowledge-editor'] });
        await expect(house.imports.get(other, read.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.imports.write(other, read)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.imports.rows(other, { id: read.id, limit: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect((await house.imports.list(other, { limit: 10 })).rows).toEqual([]);
        await expect(house.imports.list(house.agent, { limit: 10 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await house.imports.remove(house.editor, read.id);
        await expect(house.imports.get(house.editor, read.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('does not recognise, and so gives away, what its owner may not see', async () => {
        const chief = await house.person('chief', { roles: ['knowledge-editor', 'operations-manager'] });
        await house.draft('Secret bonus', { audience: ['role:operations-manager'] }, chief);
        expect((await house.read('guess.md', strToU8('# Secret bonus\n\nx'))).outcomes).toEqual({ new: 1 });
    });
});

describe('forms', () => {
    const only = async (name: string, bytes: Uint8Array, settings = {}) => {
        const read = await house.read(name, bytes, settings);
        await go(read, 'write');
        return Promise.all((await rowsOf(read.id)).filter(each => each.articleId).map(async each => (await house.articles.revision(house.editor, (await house.articles.get(house.editor, each.articleId!)).open!.id)).content));
    };

    it('a table in GBK, by its headings and then as it is told', async () => {
        // 问题,答案,备注 / 怎么挂失,拨打热线,先核身
        const bytes = Buffer.from('cecacce22cb4f0b0b82cb1b8d7a20ad4f5c3b4b9d2caa72cb2a6b4f2c8c8cfdf2ccfc8bacbc9ed0a', 'hex');
        const read = await house.read('faq.csv', bytes, { language: 'zh-cn' });
        expect(read).toMatchObject({ heading: ['问题', '答案', '备注'], outcomes: { new: 1 } });
        await house.imports.set(house.editor, { id: read.id, version: read.version, settings: { ...read.settings, columns: { title: '问题', answer: '答案', short: '备注' } } });
        await go(await house.settled(read.id), 'write');
        const [row] = await rowsOf(read.id);
        const { open } = await house.articles.get(house.editor, row!.articleId!);
        expect((await house.articles.revision(house.editor, open!.id)).content).toMatchObject({ title: '怎么挂失', parts: { full: '拨打热线', short: '先核身' } });
    });

    it('a Word document, at its headings', async () => {
        const paragraph = (text: string, heading?: typeof HeadingLevel[keyof typeof HeadingLevel]) => new Paragraph({ text, heading });
        const document = new Document({ sections: [{ children: [paragraph('First part', HeadingLevel.HEADING_1), paragraph('One.'), paragraph('Below', HeadingLevel.HEADING_2), paragraph('Two.'), paragraph('Second part', HeadingLevel.HEADING_1), paragraph('Three.')] }] });
        expect((await only('manual.docx', await Packer.toBuffer(document), { splitAt: 1 })).map(each => [each.title, each.parts.full])).toEqual([['First part', 'One.\n\n## Below\n\nTwo.'], ['Second part', 'Three.']]);
    });

    it('a web page, of which nothing acts afterwards', async () => {
        const [page] = await only('page.html', strToU8(`<html lang="zh-Hant"><head><title>額度</title><style>x</style></head><body><h1>額度</h1><table><thead><tr><th>項目</th></tr></thead><tbody><tr><td>一</td></tr></tbody></table>${attacks.join('\n')}</body></html>`));
        expect(page).toMatchObject({ title: '額度', language: 'zh-tw' });
        expect(page!.parts.full).toContain('| 項目 |');
        const html = renderMarkdown(page!.parts.full!);
        expect(html).not.toMatch(/<(script|img|svg|iframe|object|embed|form|style|base|meta|link|math)\b/i);
        expect(html).not.toMatch(/<[^>]*\s(on\w+|style|srcdoc|formaction)=/i);
        expect([...html.matchAll(/href="([^"]*)"/g)].every(([, address]) => /^(https?:|mailto:|tel:|#)/.test(address!))).toBe(true);
    });

    it.each<readonly [string, () => Uint8Array | Promise<Uint8Array>, object]>([
        ['evil.zip', () => zip(Object.fromEntries(attacks.map((each, place) => [`${place}.md`, `---\ntitle: ${JSON.stringify(`md ${place} ${plain(each)}`)}\ndescription: ${JSON.stringify(plain(each))}\ntags: [${JSON.stringify(plain(each).slice(0, 50))}]\nquestions: [${JSON.stringify(plain(each))}]\nremark: ${JSON.stringify(plain(each))}\n---\n\n${each}`]))), {}],
        ['evil.csv', () => strToU8(['Title,Answer,Questions,Tags', ...attacks.map((each, place) => [`csv ${place} ${plain(each)}`, each, plain(each), plain(each).slice(0, 50)].map(cell => `"${cell.replaceAll('"', '""')}"`).join(','))].join('\n')), {}],
        ['evil.xlsx', () => spreadsheetOf({ name: 'x', columns: ['Title', 'Answer'].map(title => ({ title, format: 'text' as const })), rows: attacks.map((each, place) => [`xlsx ${place} ${plain(each)}`, each]), timeZone: 'UTC' }), {}],
        ['evil.docx', () => Packer.toBuffer(new Document({ sections: [{ children: attacks.flatMap((each, place) => [new Paragraph({ text: `docx ${place} ${plain(each)}`, heading: HeadingLevel.HEADING_1 }), new Paragraph({ text: each })]) }] })), { splitAt: 1 }]
    ])('%s, of which nothing acts afterwards, and every title says what it said', async (name, file, settings) => {
        const found = await only(name, await file(), settings);
        expect(found.length).toBeGreaterThan(attacks.length * 0.9);
        expect(found.some(each => each.title.includes('attack()'))).toBe(true);
        for (const { parts } of found) {
            for (const text of Object.values(parts)) {
                const html = renderMarkdown(text);
                expect(html).not.toMatch(/<(script|svg|iframe|object|embed|form|style|base|meta|link|math)\b/i);
                expect(html).not.toMatch(/<[a-z][^<>]*\s(on\w+|style|srcdoc|formaction)=/i);
                expect([...html.matchAll(/href="([^"]*)"/g)].filter(([, address]) => !/^(https?:|mailto:|tel:|#)/.test(address!))).toEqual([]);
            }
        }
    }, 60_000);

    it('what is none of them, says so', async () => {
        expect(await house.read('x.exe', strToU8('MZ'))).toMatchObject({ state: 'failed', problem: { code: 'format-unknown' } });
        expect(await house.read('x.zip', strToU8('no zip at all, but long enough to look at'))).toMatchObject({ state: 'failed', problem: { code: 'archive-unreadable' } });
        expect(await house.read('x.docx', strToU8('no zip'))).toMatchObject({ state: 'ready', outcomes: { invalid: 1 } });
        expect((await rowsOf((await house.read('evil.zip', zipSync({ '../evil.md': strToU8('# Evil\n\nx') }))).id))[0]).toMatchObject({ outcome: 'invalid', problems: [{ code: 'path-unsafe' }] });
    });
});
