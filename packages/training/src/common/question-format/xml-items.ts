import { DOMParser } from '@xmldom/xmldom';
import { brokenAt } from '../xml/xml-shape';

/** A stretch of an XML file that is one item. `closed` false: it ends where the next one begins, or with the file. */
export interface XmlItem { readonly text: string; readonly line: number; readonly closed: boolean }

const delimiter = /<!\[CDATA\[|<!--|<\/?[a-zA-Z][\w:-]*/gu;

/**
 * Cuts a file into its items by one look at it, so that a broken one costs no other: a parser for the whole file gives up at the first mistake.
 * What stands in comments and CDATA is passed over.
 *
 * @param names of the elements, in small letters
 */
export function xmlItems(file: string, names: readonly string[]): readonly XmlItem[] {
    const items: XmlItem[] = [];
    let [line, lineEnd] = [1, file.indexOf('\n')];
    const lineAt = (at: number): number => {
        for (; lineEnd >= 0 && lineEnd < at; lineEnd = file.indexOf('\n', lineEnd + 1)) { line++; }
        return line;
    };
    let begun = -1;
    const finish = (end: number, closed: boolean): void => {
        if (begun >= 0) { items.push({ text: file.slice(begun, end), line: lineAt(begun), closed }); }
        begun = -1;
    };
    delimiter.lastIndex = 0;
    for (let found = delimiter.exec(file); found; found = delimiter.exec(file)) {
        const [sign] = found;
        if (sign === '<![CDATA[' || sign === '<!--') {
            const end = file.indexOf(sign === '<!--' ? '-->' : ']]>', found.index);
            if (end < 0) { break; }
            delimiter.lastIndex = end + 3;
            continue;
        }
        const closing = sign.startsWith('</');
        const name = sign.slice(closing ? 2 : 1).toLowerCase();
        if (!names.includes(name.slice(name.indexOf(':') + 1))) {
            continue;
        }
        if (closing) {
            const end = file.indexOf('>', found.index);
            if (end < 0) { break; }
            finish(end + 1, true);
        } else {
            finish(found.index, false);
            begun = found.index;
        }
    }
    finish(file.length, false);
    return items;
}

/**
 * One item as a tree. Nothing is fetched and no entity of the file's own is resolved: xmldom 0.8 knows those of XML only, and leaves others as they stand.
 * @returns the line within the item where it is broken, instead of a tree
 */
export function parseItem(text: string): Element | { readonly line: number } {
    let broken: number | undefined;
    const say = (message: unknown): void => {
        if (!/entity not found/u.test(String(message))) { broken ??= Number(/\[line:(\d+)/u.exec(String(message))?.[1] ?? 1); }
    };
    const place = brokenAt(text);
    if (place !== undefined) {
        return { line: text.slice(0, place).split('\n').length };
    }
    try {
        const parsed = new DOMParser({ locator: {}, errorHandler: { warning: (message: unknown) => { if (/unclosed/u.test(String(message))) { say(message); } }, error: say, fatalError: say } }).parseFromString(text, 'text/xml');
        const root = parsed?.documentElement as Element | null | undefined;
        return root && broken === undefined ? root : { line: broken ?? 1 };
    } catch (error) {
        return { line: Number(/\[line:(\d+)/u.exec(String(error))?.[1] ?? 1) };
    }
}

/** The name without its prefix. */
export const nameOf = (element: Element): string => element.nodeName.slice(element.nodeName.indexOf(':') + 1);

export const isElement = (node: Node): node is Element => node.nodeType === 1;

export function childrenOf(element: Element, name: string): readonly Element[] {
    const found: Element[] = [];
    for (let node = element.firstChild; node; node = node.nextSibling) {
        if (isElement(node) && nameOf(node) === name) { found.push(node); }
    }
    return found;
}
export const childOf = (element: Element | undefined, name: string): Element | undefined => element && childrenOf(element, name)[0];

/** All elements within one, in the order of the file. */
export function descendantsOf(element: Element): readonly Element[] {
    const found: Element[] = [];
    for (let node = element.firstChild; node; node = node.nextSibling) {
        if (isElement(node)) { found.push(node, ...descendantsOf(node)); }
    }
    return found;
}

export const textOf = (element: Element | undefined): string => element?.textContent?.trim() ?? '';

const meanings: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML has no way to write control characters. */
export const withoutControls = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
export const escapeXml = (text: string): string => withoutControls(text).replaceAll(/[&<>"]/gu, sign => meanings[sign]!);
