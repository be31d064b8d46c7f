import { articleLink } from '../link/article-links';

/** A relative link to another file of the same folder: `[how](card-lost.zh-cn.md)`. */
const pattern = /\[((?:[^\][\\]|\\.)*)\]\((?:\.\/)?([^\s():/]+\.md)\)/g;
const plain = (text: string): string => text.replace(/\\([[\]\\])/g, '$1');

/** Names of the files that a text links to. */
export const linkedFiles = (text: string): readonly string[] => [...new Set([...text.matchAll(pattern)].map(each => each[2]!))];

/** Links to files as links to articles. One whose file is not known stays as it is. */
export const linkFiles = (text: string, idOf: (file: string) => string | undefined): string => text.replace(pattern, (link, words: string, file: string) => {
    const id = idOf(file);
    return id ? articleLink(id, plain(words)) : link;
});
