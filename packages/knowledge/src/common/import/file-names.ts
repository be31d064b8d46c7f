import { type ArticleLanguage } from '../article/article-kind';

/** Files that systems leave in archives: nobody wrote them. */
const leftovers = /(^|\/)(__MACOSX|\.(?!\.(\/|$))[^/]*|Thumbs\.db|desktop\.ini|node_modules)(\/|$)/i;

/** The path of a file within an archive; undefined for one that leads out of it or is none. */
export function safePath(name: string): string | undefined {
    const parts = name.replace(/\\/g, '/').split('/').filter(each => each !== '' && each !== '.');
    const unsafe = parts.includes('..') || /^([a-z]:|\/|\\)/i.test(name) || /\p{Cc}/u.test(name);
    return unsafe || parts.length === 0 ? undefined : parts.join('/');
}

export const isLeftover = (path: string): boolean => leftovers.test(path);

/** `md` of `folder/a.zh-cn.MD`. */
export const endingOf = (path: string): string => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';

/** What a file is called without its folder, its ending and its language. */
export const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z0-9]+$/i, '').replace(/[._-](zh[-_](cn|tw|hans|hant|hk)|en)$/i, '').replace(/[_]+/g, ' ').trim();

/** A language as files name it: `zh-CN`, `zh_Hant`, `en-GB`, `繁體中文`. */
export function readLanguage(text: string): ArticleLanguage | undefined {
    const word = text.trim().toLowerCase().replace(/_/g, '-');
    return /^(zh-(tw|hk|mo|hant)\b.*|繁體?中?文?|繁体中文|正體中文)$/.test(word) ? 'zh-tw' : /^(zh|zh-(cn|sg|hans)\b.*|简体?中?文?|中文|簡體中文)$/.test(word) ? 'zh-cn' : /^(en(-.*)?|english|英[语語文])$/.test(word) ? 'en' : undefined;
}

/** The language in the name of a file: `card-lost.zh-tw.md`, `en/card-lost.md`. */
export function languageOfPath(path: string): ArticleLanguage | undefined {
    const [, suffix] = /[._](zh[-_][a-z]+|en)\.[a-z0-9]+$/i.exec(path) ?? [];
    const folders = path.split('/').slice(0, -1).reverse();
    return [suffix, ...folders].map(each => each && /^(zh[-_][a-z]+|en)$/i.test(each) ? readLanguage(each) : undefined).find(Boolean);
}

/** Where a link of a file leads within the archive. @returns undefined where it leads out of it */
export function linkedPath(from: string, link: string): string | undefined {
    let plain: string;
    try {
        plain = decodeURIComponent(link.replace(/[?#].*$/, ''));
    } catch {
        return undefined;
    }
    const parts = plain.startsWith('/') ? [] : from.split('/').slice(0, -1);
    for (const each of plain.split('/')) {
        if (each === '..') {
            if (parts.pop() === undefined) {
                return undefined;
            }
        } else if (each !== '.' && each !== '') {
            parts.push(each);
        }
    }
    return parts.join('/');
}
