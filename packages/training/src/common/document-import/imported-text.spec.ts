import { describe, expect, it } from 'vitest';
import { outlineOf } from '../document/clauses';
import { importedText } from './imported-text';

const read = (markdown: string, title: string | null = null) => importedText(markdown, { title, fileName: 'inbound' });
const clauses = (text: string) => outlineOf(text).clauses.map(each => `${each.number} ${each.title}`);

describe('a text out of a file', () => {
    it('is called by the heading above all others, and has the others as its clauses', () => {
        const { title, text } = read('# Inbound *calls*\n\nAbout it.\n\n## Greeting\n\nSay hello.\n\n### By name\n\n## Identity\n');
        expect(title).toBe('Inbound calls');
        expect(clauses(text)).toEqual(['1 Greeting', '1.1 By name', '2 Identity']);
        expect(outlineOf(text).preamble).toBe('About it.');
    });
    it('is called by its file where several headings are the outermost, or there are none', () => {
        expect(read('# Greeting\n\n# Identity')).toEqual({ title: 'inbound', text: '# Greeting\n\n# Identity\n', left: [] });
        expect(read('Say hello.')).toEqual({ title: 'inbound', text: '# inbound\n\nSay hello.\n', left: [] });
        expect(read('# Greeting\n\nSay hello.')).toEqual({ title: 'Greeting', text: '# Greeting\n\nSay hello.\n', left: [] });
        expect(read(' \n')).toMatchObject({ text: '' });
    });
    it('is called by what it says of itself', () => {
        expect(read('---\ntitle: "Inbound"\nauthor: x\n---\n# Inbound\n\n## Greeting')).toMatchObject({ title: 'Inbound', text: '## Greeting\n' });
        expect(read('# Greeting\n\nx', 'Inbound')).toMatchObject({ title: 'Inbound', text: '# Greeting\n\nx\n' });
        // a rule at the beginning is no front matter
        expect(read('---\n\nFirst\n\n---\n\n# Greeting')).toMatchObject({ title: 'inbound' });
    });
    it('has its underlined headings as clauses, and none that have no words; code stays as it is', () => {
        const { text, title } = read('Inbound\n=======\n\nGreeting\n--------\n\n##\n\n```\n# no heading\n![x](y.png)\n```\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n');
        expect([title, clauses(text)]).toEqual(['Inbound', ['1 Greeting']]);
        expect(text).toContain('# no heading\n![x](y.png)');
        expect(text).toContain('| --- | --- |');
    });
    it('says what is lost, and keeps the words', () => {
        const { text, left } = read('# A\n\nSee ![the form](form.png), [the list](../list.md), [the law](https://law.example/) and\n\n| a |\n| --- |\n| ![b](c.png)<br>d |\n');
        expect(text).toContain('See the form, the list, [the law](https://law.example/) and');
        expect(text).toContain('| b<br>d |');
        expect(left).toEqual(['pictures', 'links', 'html']);
    });
    it.each([
        ['Identity {#c-abcd} {#c-efgh}\n---\n\nText\n', ['Identity']], ['# Greeting # {#c-abcd} #\n\nText\n', ['Greeting']], [`#${'{#c-abcd}'.repeat(50)}\n---\n# Inbound\n\nText\n`, ['Inbound']]
    ])('of %j has no ids, nor headings of nothing but them', (text, titles) => {
        const { clauses } = outlineOf(importedText(text, { title: 'T', fileName: 'f' }).text);
        expect(clauses.map(each => [each.id, each.title])).toEqual(titles.map(each => [null, each]));
    });
    it('gives no clause the id of another document', () => {
        expect(read('# Greeting {#c-abcd1}\n\n# Identity').text).toBe('# Greeting\n\n# Identity\n');
    });
    it.each([['pictures', '!['], ['brackets', '['], ['pictures that do not end', '![a]('], ['links', '[a]('], ['headings', '# '], ['lines of dashes', 'a\n---\n'], ['quotations', '>'], ['emphasis', '*a_'], ['tags', '<a '], ['tables', '|a']])('ends, whatever there is of %s', (_, piece) => {
        expect(read(piece.repeat(Math.floor(100_000 / piece.length))).title.length).toBeGreaterThan(0);
    }, 30_000);
});
