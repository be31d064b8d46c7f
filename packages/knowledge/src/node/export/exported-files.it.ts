import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { Readable } from 'node:stream';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkedAttachments } from '../../common/attachment/attachment-links';
import type { ExportFilter } from '../../common/export/export-contract';
import { AttachmentService } from '../attachment/attachment-service';
import { AttachmentSweeping } from '../attachment/attachment-sweeping';
import type { KnowledgeTables } from '../knowledge-tables';
import { openTestImportHouse, type TestImportHouse } from '../testing/import-house';
import type { ArticleExport } from './article-export';
import { ExportService } from './export-service';
import { MarkdownExport } from './markdown-export';
import { PageExport } from './page-export';
import { SiteExport } from './site-export';
import { WordExport } from './word-export';

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const day = 86_400_000;

let house: TestImportHouse;
let service: ExportService;
let files: AttachmentService;
let picture: string;
beforeAll(async () => {
    house = await openTestImportHouse();
    service = new ExportService(house.database, house.blobs);
    files = new AttachmentService(house.database, house.blobs);
    const draft = await house.draft('Where to tap');
    picture = (await files.add(house.editor, draft.articleId, 'home screen (1).png', Readable.from([pixel]))).id;
    const fees = await files.add(house.editor, draft.articleId, 'fees.pdf', Readable.from([Buffer.from('%PDF-1.7 fees')]));
    await house.publish(await house.save(house.editor, draft, { parts: { short: 'Tap.', full: `First ![the home screen](attachment:${picture}), then [fees.pdf](attachment:${fees.id}).` } }));
});
afterAll(() => house.close());

const all: ExportFilter = { confidential: false, words: 'en' };
const written = async (format: ArticleExport): Promise<Buffer> => buffer(Readable.from(format.write(await service.begin(house.editor, format.format, all))));
const rowsOf = (importId: string) => house.database.read<KnowledgeTables>().selectFrom('knowledge.article_import_row').select(['title', 'content', 'article_id']).where('import_id', '=', importId).orderBy('place').execute();

describe('files of articles', () => {
    it('stand beside their article as Markdown, and come in again without a difference', async () => {
        const zip = unzipSync(await written(new MarkdownExport()));
        expect(Object.keys(zip).sort()).toEqual(['Cards/Where-to-tap.en.files/fees.pdf', 'Cards/Where-to-tap.en.files/home-screen-1.png', 'Cards/Where-to-tap.en.md']);
        expect(Buffer.from(zip['Cards/Where-to-tap.en.files/home-screen-1.png']!).equals(pixel)).toBe(true);
        expect(strFromU8(zip['Cards/Where-to-tap.en.md']!)).toContain('First ![the home screen](Where-to-tap.en.files/home-screen-1.png), then [fees.pdf](Where-to-tap.en.files/fees.pdf).');
        expect((await house.read('again.zip', await written(new MarkdownExport()))).outcomes).toEqual({ unchanged: 1 });
    });

    it('are within a page, beside pages of a site, and within a Word document', async () => {
        const page = (await written(new PageExport())).toString();
        expect(page).toContain(`<img src="data:image/png;base64,${pixel.toString('base64')}" alt="the home screen">`);
        expect(page).not.toContain('fees.pdf</a>');
        const site = unzipSync(await written(new SiteExport()));
        const name = Object.keys(site).find(each => each.endsWith('.png'))!;
        const article = Object.entries(site).find(([path]) => /^articles\/[^/]+\.html$/.test(path))!;
        expect(strFromU8(article[1])).toContain(`<img src="${name.replace('articles/', '')}" alt="the home screen">`);
        // the page's own policy lets its picture in, from a disk and from a web server
        expect(strFromU8(article[1])).toContain("img-src 'self' file:\"");
        expect(page).toContain('img-src data:"');
        expect(Buffer.from(site[name]!).equals(pixel)).toBe(true);
        const word = await house.read('again.docx', await written(new WordExport()));
        const [row] = await rowsOf(word.id);
        expect(linkedAttachments(Object.values(row!.content!.parts))).toEqual([picture]);
    });
});

/** The pixel as it shines on another screen: another picture, and a whole one. @param gamma times 100,000 */
function withGamma(gamma: number): Buffer {
    const chunk = Buffer.alloc(8);
    chunk.write('gAMA');
    chunk.writeUInt32BE(gamma, 4);
    const [length, sum, afterHeader] = [Buffer.alloc(4), Buffer.alloc(4), 33];
    length.writeUInt32BE(4);
    sum.writeUInt32BE(crc32(chunk));
    return Buffer.concat([pixel.subarray(0, afterHeader), length, chunk, sum, pixel.subarray(afterHeader)]);
}

describe('files of an import', () => {
    it('become those of the articles that show them; others are not kept', async () => {
        const [other, unused] = [withGamma(45_455), withGamma(100_000)];
        const zip = zipSync({
            'faq/tap.md': strToU8('---\ntitle: Tap anew\ndescription: Tap.\n---\nSee ![a](../pictures/a.png) and ![b](missing.png).'), 'pictures/a.png': new Uint8Array(other), 'pictures/unused.png': new Uint8Array(unused),
            'page.html': strToU8('<h1>Page</h1><p>Text <img src="pictures/a.png" alt="one"> <img src="gone.png" alt="two"> <img src="https://example.org/x.png" alt="three"></p>')
        });
        const read = await house.read('new.zip', zip);
        const [tap, page] = (await rowsOf(read.id)).map(each => each.content!.parts.full!);
        const [id] = linkedAttachments([tap!]);
        expect(tap).toBe(`See ![a](attachment:${id}) and ![b](missing.png).`);
        expect(page).toBe(`Text ![one](attachment:${id}) two three`);
        expect(await house.database.read<KnowledgeTables>().selectFrom('knowledge.attachment').select('name').where('import_id', '=', read.id).execute()).toEqual([{ name: 'a.png' }]);
        expect((await files.find(house.editor, id!)).bytes).toBe(other.length);
        await expect(files.find(house.approver, id!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await new AttachmentSweeping(house.database).sweep(new Date(Date.now() + 30 * day));
        await house.imports.write(house.editor, { id: read.id, version: read.version });
        await house.settled(read.id);
        const rows = await rowsOf(read.id);
        const written = await house.articles.get(house.editor, rows[0]!.article_id!);
        expect((await files.list(house.editor, written.id)).map(each => [each.id, each.place])).toEqual([[id, 'current']]);
    });
});
