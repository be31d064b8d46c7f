import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { ImportSettings } from '../../common/import/import-file';
import type { ArticleFormat } from './article-format';
import { HtmlFormat } from './html-format';
import { MarkdownFormat } from './markdown-format';
import { TableFormat } from './table-format';
import { WordFormat } from './word-format';

const runs = process.env.EARSHOT_LONG ? 10_000 : 200;
/** A zip takes longer than a text. */
const wordRuns = process.env.EARSHOT_LONG ? 10_000 : 60;
/** The same files every time: one that fails can be looked at. */
const seed = 20_261_122;
const deadlineMs = 2000;
const settings: ImportSettings = { language: 'en', kind: 'faq', categoryId: null, splitAt: 2, columns: null };

const files: readonly (readonly [path: string, format: ArticleFormat, text: string])[] = [
    ['a.html', new HtmlFormat(), '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Card lost</title></head><body><h1>Card</h1><p>Call <a href="tel:1">us</a> &amp; wait.</p><h2>Abroad</h2><table><tr><td>a</td></tr></table></body></html>'],
    ['a.md', new MarkdownFormat(), '---\ntitle: Card lost\nkind: faq\ntags: [card, lost]\n---\n\n## Question\n\nWhat now?\n\n## Answer\n\nCall *us*.\n\n![a](b.png)\n'],
    ['a.csv', new TableFormat(), 'Title,Question,Answer,Tags\n"Card, lost",What now?,"Call ""us""\nat once",card\nCard found,And now?,Tell us,\n']
];
const pieces = ['<', '>', '</p>', '<h1>', '<table>', '<!--', '<title', '<meta charset', '<![CDATA[', '&', '&#x110000;', '&nbsp;', '"', ',', ';', '\t', '\n', '---\n', '# ', '- ', 'tags: [', '{', '&a *a', '!!js ', ': ', '```', '![', '](', '\u0000', '\uFEFF', '\uFFFF', ' '.repeat(300)];
const mutation = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 20 }), piece: fc.constantFrom(...pieces), times: fc.constantFrom(1, 1, 1, 2, 50) });

interface Mutation { readonly at: number; readonly cut: number; readonly piece: string; readonly times: number }
const mutate = (text: string, mutations: readonly Mutation[]): string => mutations.reduce((now, { at, cut, piece, times }) => {
    const place = Math.floor(at * now.length);
    return now.slice(0, place) + piece.repeat(times) + now.slice(place + cut);
}, text);

const wordDocument = new Document({
    sections: [{
        children: [
            new Paragraph({ text: 'Card lost', heading: HeadingLevel.HEADING_1 }), new Paragraph({ children: [new TextRun('Call '), new TextRun({ text: 'us', bold: true })] }), new Paragraph({ text: 'Abroad', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({ text: 'one', bullet: { level: 0 } }), new Table({ rows: [new TableRow({ children: [new TableCell({ columnSpan: 2, children: [new Paragraph('x')] })] })] })
        ]
    }]
});
let wordFile: Buffer;
let unpacked: Readonly<Record<string, Uint8Array>>;
beforeAll(async () => {
    wordFile = await Packer.toBuffer(wordDocument);
    unpacked = unzipSync(wordFile);
});
const wordPieces = ['<w:p>', '</w:p>', '<w:tbl>', '<w:tr>', '<w:r><w:t>x</w:t></w:r>', '<w:pStyle w:val="Heading1"/>', '<w:drawing>', '&x;', '<', '"', '<?', ']]>', '\u0000', ' '.repeat(300)];
const wordMutation = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 20 }), piece: fc.constantFrom(...wordPieces), times: fc.constantFrom(1, 1, 1, 2, 50) });

/** A part of it is broken though the zip is not, or bytes of the zip are. */
const brokenWord = (): fc.Arbitrary<Uint8Array> => fc.oneof(
    fc.tuple(fc.constantFrom('word/document.xml', 'word/styles.xml', 'word/numbering.xml', '[Content_Types].xml'), fc.array(wordMutation, { minLength: 1, maxLength: 6 })).map(([name, all]) => zipSync({ ...unpacked, [name]: Buffer.from(mutate(Buffer.from(unpacked[name] ?? []).toString('utf8'), all)) }, { level: 0 })),
    fc.array(fc.tuple(fc.nat({ max: wordFile.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }).map(changes => {
        const bytes = Buffer.from(wordFile);
        changes.forEach(([at, value]) => { bytes[at] = value; });
        return bytes;
    }));

it.each(files)(`reads ${runs} mutated files like %s as articles, each with what is wrong with it`, async (path, format, text) => {
    await readsAll(path, format, fc.array(mutation, { minLength: 1, maxLength: 6 }).map(mutations => Buffer.from(mutate(text, mutations))));
}, 600_000);

it(`reads ${wordRuns} mutated Word files as articles, each with what is wrong with it`, async () => readsAll('a.docx', new WordFormat(), brokenWord(), wordRuns), process.env.EARSHOT_LONG ? 3_600_000 : 120_000);

async function readsAll(path: string, format: ArticleFormat, broken: fc.Arbitrary<Uint8Array>, numRuns = runs): Promise<void> {
    let [slowest, sound] = [0, 0];
    await fc.assert(fc.asyncProperty(broken, async bytes => {
        const begun = performance.now();
        // what a format throws is taken for a file that cannot be read
        const articles = await format.read({ path, bytes }, settings).then(each => each.articles, () => undefined);
        slowest = Math.max(slowest, performance.now() - begun);
        expect(articles?.length).not.toBe(0);
        expect(articles?.every(each => each.article !== undefined || each.problems.length > 0) ?? true).toBe(true);
        sound += articles?.filter(each => each.article !== undefined).length ?? 0;
    }), { numRuns, seed });
    expect(sound).toBeGreaterThan(0);
    // a clock says nothing about a machine that is busy: only the long form, which runs alone, is held to it
    if (process.env.EARSHOT_LONG) { expect(slowest).toBeLessThan(deadlineMs); }
}
