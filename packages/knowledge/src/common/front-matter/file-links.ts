import { articleLink } from '../link/article-links';

/** A relative link to another file: `[how](card-lost.zh-cn.md)`, `[how](../cards/lost.html#now)`. */
const pattern = /\[((?:[^\][\\]|\\.)*)\]\(<?([^\s():<>]+\.(?:md|markdown|mdown|html?|docx)(?:#[^\s()<>]*)?)>?\)/gi;
const plain = (text: string): string => text.replace(/\\([[\]\\])/g, '$1');
/** Of a file in the same folder, its name; others stay as they are written. */
const bare = (path: string): string => path.replace(/^\.\//, '').replace(/#.*$/, '');

/** Files that a text links to. */
export const linkedFiles = (text: string): readonly string[] => [...new Set([...text.matchAll(pattern)].map(each => bare(each[2]!)))];

/** Links to files as links to articles. One whose file is not known stays as it is. */
export const linkFiles = (text: string, idOf: (file: string) => string | undefined): string => text.replace(pattern, (link, words: string, file: string) => {
    const id = idOf(bare(file));
    return id ? articleLink(id, plain(words)) : link;
});
