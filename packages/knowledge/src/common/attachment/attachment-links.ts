/** Files stand in the text by id: a picture as `![what it shows](attachment:<id>)`, any other file as `[name](attachment:<id>)`. */
const pattern = /(!?)\[((?:[^\][\\]|\\.)*)\]\(attachment:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/g;

const escaped = (text: string): string => text.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ').trim();

/** Ids of the files that texts show or link to, each once, in order. */
export const linkedAttachments = (texts: readonly string[]): readonly string[] => [...new Set(texts.flatMap(text => [...text.matchAll(pattern)].map(each => each[3]!)))];

/** Ids of the pictures that a text shows. */
export const linkedPictures = (text: string): readonly string[] => [...new Set([...text.matchAll(pattern)].filter(each => each[1] === '!').map(each => each[3]!))];

/** What an editor inserts for a file. */
export const attachmentLink = ({ id, name, picture }: { readonly id: string; readonly name: string; readonly picture: boolean }): string =>
    `${picture ? '!' : ''}[${escaped(picture ? name.replace(/\.[a-z0-9]+$/i, '') : name)}](attachment:${id})`;

/** Every link to a file as something else; `undefined` leaves it as it is. */
export const replaceAttachments = (text: string, replace: (found: { readonly id: string; readonly words: string; readonly picture: boolean }) => string | undefined): string =>
    text.replace(pattern, (whole, mark: string, words: string, id: string) => replace({ id, words, picture: mark === '!' }) ?? whole);

/** The text without a file, and without the line that it stood on alone. */
export const withoutAttachment = (text: string, id: string): string =>
    replaceAttachments(text, found => found.id === id ? '\u0000' : undefined).replace(/^[^\S\n]*\u0000[^\S\n]*\n?/gm, '').replace(/\u0000/g, '').replace(/\n{3,}/g, '\n\n');
