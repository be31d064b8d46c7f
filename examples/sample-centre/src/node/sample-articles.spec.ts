import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newContent } from '@earshot/knowledge/lib/common/article/article-content';
import { articleProblems } from '@earshot/knowledge/lib/common/article/check-article';
import { readArticleFile } from '@earshot/knowledge/lib/common/front-matter/article-file';
import { linkedFiles } from '@earshot/knowledge/lib/common/front-matter/file-links';
import { describe, expect, it } from 'vitest';
import { type SampleCategory, sampleCategories } from '../common/sample-categories';

const folder = join(__dirname, '..', '..', 'articles');
const names = readdirSync(folder);
const read = (name: string) => {
    const reading = readArticleFile(readFileSync(join(folder, name), 'utf8'));
    if ('problems' in reading) {
        throw new Error(JSON.stringify(reading.problems));
    }
    return reading.article;
};
const paths = (categories: readonly SampleCategory[], above: readonly string[] = []): string[] => categories.flatMap(({ name, below = [] }) => [[...above, name['zh-cn']].join('/'), ...paths(below, [...above, name['zh-cn']])]);

describe('the articles of the sample centre', () => {
    it.each(names)('%s is complete, stands in a category, and links to files that there are', name => {
        const { kind, language, title, categories, parts } = read(name);
        expect(name.endsWith(`.${language}.md`)).toBe(true);
        expect(articleProblems(newContent({ kind, language, title, categoryId: '', parts }))).toEqual([]);
        expect(paths(sampleCategories)).toContain(categories.join('/'));
        expect(Object.values(parts).flatMap(linkedFiles).filter(each => !names.includes(each))).toEqual([]);
    });

    it('has each in its language once, beginning with Simplified Chinese', () => {
        const all = names.map(each => read(each)).map(({ translationKey, language }) => `${translationKey} ${language}`);
        expect(new Set(all).size).toBe(names.length);
        expect(all.filter(each => !all.includes(`${each.split(' ')[0]} zh-cn`))).toEqual([]);
    });
});
