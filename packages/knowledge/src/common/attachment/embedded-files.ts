import { linkedPath } from '../import/file-names';

/** A relative link to another file, shown or named: `![screen](pictures/screen.png)`, `[fees](<fees 2026.pdf> "Fees")`. What has a scheme is no such link. */
const pattern = /(!?)\[((?:[^\][\\]|\\.)*)\]\((?:<([^<>\n]+)>|(?![a-z][a-z0-9+.-]*:|\/\/|#)([^\s()<>]+))(?:\s+"[^"\n]*")?\)/gi;

export interface FileLink { readonly words: string; readonly picture: boolean; /** Within the archive. */ readonly path: string }

const links = (from: string, replace: (link: FileLink, whole: string) => string) => (whole: string, mark: string, words: string, quoted: string | undefined, plain: string | undefined): string => {
    const path = linkedPath(from, (quoted ?? plain)!);
    return path === undefined ? whole : replace({ words, picture: mark === '!', path }, whole);
};

/** Every relative link of a text as something else; `undefined` leaves it as it is. @param from the path of the file in which the text stands */
export const replaceFileLinks = (text: string, from: string, replace: (link: FileLink) => string | undefined): string => text.replace(pattern, links(from, (link, whole) => replace(link) ?? whole));

/** The paths that a text shows or links to. */
export function fileLinks(text: string, from: string): readonly string[] {
    const paths = new Set<string>();
    replaceFileLinks(text, from, ({ path }) => {
        paths.add(path);
        return undefined;
    });
    return [...paths];
}
