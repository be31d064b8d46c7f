/** What a back end links to, in notifications, mails and lists, opens on a page: read from the source of every package of the product. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';

const packages = path.resolve(import.meta.dirname, '..', '..', 'packages');
const sourcesOf = (layer: string): string[] => fs.readdirSync(packages).map(each => path.join(packages, each, 'src', layer)).filter(each => fs.existsSync(each))
    .flatMap(folder => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(each => each.isFile() && /(?<!\.spec|\.it)\.tsx?$/.test(each.name) && !/testing/.test(each.parentPath)).map(each => fs.readFileSync(path.join(each.parentPath, each.name), 'utf8')));
const all = (texts: readonly string[], pattern: RegExp, name: (match: RegExpMatchArray) => string): Set<string> => new Set(texts.flatMap(each => [...each.matchAll(pattern)].map(name)));

it('has a page', () => {
    const linked = all(sourcesOf('node'), /linkTo\('([a-z-]+)', '([a-z-]+)'/g, ([, owner, type]) => `${owner}/${type}`);
    const browser = sourcesOf('browser');
    const opened = new Set([...all(browser, /entity: '([a-z-]+\/[a-z-]+)'/g, ([, entity]) => entity!), ...all(browser, /(?:path|detail): '\/([a-z-]+\/[a-z-]+)\/:id'/g, ([, entity]) => entity!)]);
    expect(linked.size).toBeGreaterThan(5);
    expect([...linked].filter(each => !opened.has(each))).toEqual([]);
});
