import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImportSettings } from '../../common/import/import-file';
import type { ArticleFormat } from './article-format';
import { HtmlFormat } from './html-format';
import { MarkdownFormat } from './markdown-format';
import { TableFormat } from './table-format';

const runs = process.env.EARSHOT_LONG ? 10_000 : 200;
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

it.each(files)(`reads ${runs} mutated files like %s as articles, each with what is wrong with it`, async (path, format, text) => {
    let [slowest, sound] = [0, 0];
    await fc.assert(fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async mutations => {
        const mutated = mutations.reduce((now, { at, cut, piece, times }) => {
            const place = Math.floor(at * now.length);
            return now.slice(0, place) + piece.repeat(times) + now.slice(place + cut);
        }, text);
        const begun = performance.now();
        // what a format throws is taken for a file that cannot be read
        const articles = await format.read({ path, bytes: Buffer.from(mutated) }, settings).then(each => each.articles, () => undefined);
        slowest = Math.max(slowest, performance.now() - begun);
        expect(articles?.length).not.toBe(0);
        expect(articles?.every(each => each.article !== undefined || each.problems.length > 0) ?? true).toBe(true);
        sound += articles?.filter(each => each.article !== undefined).length ?? 0;
    }), { numRuns: runs, seed });
    expect(sound).toBeGreaterThan(0);
    // a clock says nothing about a machine that is busy: only the long form, which runs alone, is held to it
    if (process.env.EARSHOT_LONG) { expect(slowest).toBeLessThan(deadlineMs); }
}, 600_000);
