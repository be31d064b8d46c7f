/**
 * Whether XML is well-formed (XML 1.0, 5th edition, 2.1), found out by one look at it. A parser that mends what is broken looks parts of it through anew for every
 * mistake: minutes for a file of a few hundred kilobytes. So it is given none that has any. References are left to it: one that it does not know stays as it is.
 */

/** Deeper nesting is nobody's question, and more than a parser's recursion takes. */
const deepest = 100;
const mostElements = 50_000;
const mostAttributes = 100;

const name = String.raw`[^\s=/<>"'!?&;]+`;
const opening = new RegExp(`<(${name})`, 'uy');
const attribute = new RegExp(String.raw`\s+(${name})\s*=\s*(?:"[^<"]*"|'[^<']*')`, 'uy');
const endOfTag = /\s*(\/?)>/uy;
const closing = new RegExp(String.raw`</(${name})\s*>`, 'uy');
/** What holds no elements, with how it ends. */
const opaque: readonly (readonly [begin: string, end: string])[] = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']];

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
};

/** Where it is broken, or goes beyond all measure; undefined where it is well-formed. There may be text around the outermost element. */
export function brokenAt(text: string): number | undefined {
    const open: string[] = [];
    let elements = 0;
    for (let at = text.indexOf('<'); at >= 0;) {
        let end: number | undefined;
        const hidden = opaque.find(([begin]) => text.startsWith(begin, at));
        if (hidden) {
            const found = text.indexOf(hidden[1], at + hidden[0].length);
            end = found < 0 ? undefined : found + hidden[1].length;
        } else if (text[at + 1] === '/') {
            const found = matchAt(closing, text, at);
            end = found && open.pop() === found[1] ? closing.lastIndex : undefined;
        } else {
            end = elements++ < mostElements ? endOfOpening(text, at, open) : undefined;
        }
        if (end === undefined || open.length > deepest) {
            return at;
        }
        at = text.indexOf('<', end);
    }
    return open.length ? text.length : undefined;
}

/** @param open what the element is put on, unless it is closed at once */
function endOfOpening(text: string, at: number, open: string[]): number | undefined {
    const begun = matchAt(opening, text, at);
    if (!begun) {
        return undefined;
    }
    const seen = new Set<string>();
    let end = opening.lastIndex;
    for (let found = matchAt(attribute, text, end); found; found = matchAt(attribute, text, end)) {
        end = attribute.lastIndex;
        if (seen.has(found[1]!) || seen.size === mostAttributes) {
            return undefined;
        }
        seen.add(found[1]!);
    }
    const closed = matchAt(endOfTag, text, end);
    if (closed && closed[1] === '') { open.push(begun[1]!); }
    return closed ? endOfTag.lastIndex : undefined;
}
