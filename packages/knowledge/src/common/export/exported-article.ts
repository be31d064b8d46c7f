import type { ArticleContent } from '../article/article-content';
import { linesOf } from '../article/article-content';
import { replaceAttachments } from '../attachment/attachment-links';
import type { ArticleFile } from '../front-matter/article-file';

/** A file that goes out with an article. */
export interface ExportedFile {
    readonly id: string; readonly name: string; readonly mediaType: string; readonly bytes: number; /** By which its bytes are found. */ readonly hash: string;
    /** In pixels; null for what is no picture. */
    readonly width: number | null; readonly height: number | null;
}

/** An article on its way out. */
export interface ExportedArticle {
    readonly id: string;
    readonly content: ArticleContent;
    /** Names from the top of the tree down, in the language of the article. */
    readonly categories: readonly string[];
    /** The article of which this is a translation, or that has translations. */
    readonly translationKey: string | null;
    readonly publishedAt: string | null;
    readonly verifiedAt: string | null;
    /** Those that its text shows. */
    readonly files: readonly ExportedFile[];
}

/** What of it is known before its text is read: enough to know where it will stand. */
export interface ListedArticle { readonly id: string; readonly title: string; readonly language: ArticleContent['language']; readonly categories: readonly string[] }

/** Characters that some file system does not take, or that mean something in an address. */
const unsafe = /[\p{Cc}\p{Cf}\\/:*?"<>|#%()[\]&]+/gu;
const longestName = 80;
/** What the name of a folder ends in that holds the files of an article. */
export const filesFolder = '.files';
const fileName = (text: string): string => {
    const name = [...text.normalize('NFC').replace(unsafe, ' ')].slice(0, longestName).join('').trim().replace(/\s+/g, '-').replace(/^\.+|\.+$/g, '');
    return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `${name}-` : name || 'article';
};

/** Where each article stands in an archive: below its categories, named by its title and its language; two of one name are numbered. */
export function exportPaths(articles: readonly ListedArticle[], ending: string): ReadonlyMap<string, string> {
    const taken = new Set<string>();
    return new Map(articles.map(({ id, title, language, categories }) => {
        const stem = [...categories, title].map(fileName).join('/');
        for (let number = 1; ; number++) {
            const path = `${stem}${number === 1 ? '' : `-${number}`}.${language}.${ending}`;
            if (!taken.has(path.toLowerCase())) {
                taken.add(path.toLowerCase());
                return [id, path] as const;
            }
        }
    }));
}

/** Where the files of an article stand: in a folder beside it that is named after it, so that its own name says whose they are. */
export function filePaths(articlePath: string, files: readonly ExportedFile[]): ReadonlyMap<string, string> {
    const folder = `${articlePath.replace(/\.[a-z]+$/i, '')}${filesFolder}`;
    const taken = new Set<string>();
    return new Map(files.map(({ id, name }) => {
        const [, stem = name, ending = ''] = /^(.*?)(\.[a-z0-9]+)?$/i.exec(name) ?? [];
        for (let number = 1; ; number++) {
            const path = `${folder}/${fileName(stem)}${number === 1 ? '' : `-${number}`}${ending}`;
            if (!taken.has(path.toLowerCase())) {
                taken.add(path.toLowerCase());
                return [id, path] as const;
            }
        }
    }));
}

/** From one file of an archive to another. */
export function relativePath(from: string, to: string): string {
    const [start, end] = [from.split('/').slice(0, -1), to.split('/')];
    const shared = start.findIndex((each, depth) => end[depth] !== each);
    const depth = shared < 0 ? start.length : shared;
    return [...start.slice(depth).map(() => '..'), ...end.slice(depth)].join('/');
}

const address = /\]\(earshot:\/knowledge\/articles\/([0-9a-f-]{36})\)/g;

/** As a file that can be imported again; links to articles that go out as well lead to their files. */
export function fileOf({ id, content, categories, translationKey, publishedAt, files }: ExportedArticle, paths: ReadonlyMap<string, string>): ArticleFile {
    const { kind, language, title, tags, audience, validFrom, validUntil } = content;
    const link = (whole: string, target: string): string => {
        const path = paths.get(target);
        return path === undefined ? whole : `](${relativePath(paths.get(id) ?? '', path)})`;
    };
    const places = filePaths(paths.get(id) ?? '', files);
    const withFiles = (text: string): string => replaceAttachments(text, found => {
        const path = places.get(found.id);
        return path && `${found.picture ? '!' : ''}[${found.words}](${relativePath(paths.get(id) ?? '', path)})`;
    });
    return {
        id, kind, language, title, categories, tags, audience, draft: false, others: content.others ?? {}, ...translationKey ? { translationKey } : {}, ...validFrom ? { publishDate: validFrom } : {}, ...validUntil ? { expiryDate: validUntil } : {},
        ...publishedAt ? { lastmod: publishedAt } : {}, parts: Object.fromEntries(Object.entries(content.parts).filter(([, text]) => linesOf(text).length).map(([part, text]) => [part, withFiles(text.replace(address, link))]))
    };
}
