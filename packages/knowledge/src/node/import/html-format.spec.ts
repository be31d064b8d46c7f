import { expect, it } from 'vitest';
import { HtmlFormat } from './html-format';

const read = async (html: string) => (await new HtmlFormat().read({ path: 'page.html', bytes: Buffer.from(html) }, { language: 'en', kind: 'faq', categoryId: null, splitAt: null, columns: null })).articles;

it('takes title and language from the page', async () => {
    expect(await read('<!doctype html><HTML class="x" LANG = \'zh-Hant\'><head><TITLE id="t">額度&nbsp;調整</TITLE></head><body><p>x</p></body></html>')).toMatchObject([{ title: '額度 調整', article: { language: 'zh-tw' } }]);
    expect(await read('<p>x</p>')).toMatchObject([{ title: 'page', article: { language: 'en' } }]);
});
it.each([
    ['titles that do not end', '<title'.repeat(170_000)], ['titles without text', '<title>'.repeat(150_000)], ['pages', '<html lang'.repeat(100_000)], ['languages', `<html${' lang'.repeat(200_000)}`], ['spaces after a language', `<html lang${' '.repeat(1_000_000)}x>`],
    ['declarations', `<meta charset${' '.repeat(2000)}${'<meta charset'.repeat(150)}${' '.repeat(1_000_000)}`]
])('ends, whatever a page of a million signs holds of %s', async (_, html) => {
    expect(await read(`<p>x</p>${html}`)).toHaveLength(1);
});
