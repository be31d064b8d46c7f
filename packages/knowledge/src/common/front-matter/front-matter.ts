import { parseDocument, stringify } from 'yaml';

/** A file with YAML front matter: what stands between the lines of `---` at its beginning, and the text below. */
export interface FrontMatter { readonly values: Readonly<Record<string, unknown>>; readonly body: string }

export interface FrontMatterProblem { readonly code: 'front-matter-missing' | 'front-matter-unclosed' | 'front-matter-invalid' | 'front-matter-not-a-map' | 'front-matter-too-long'; readonly line?: number }

/** More than any editor writes; much less than what would keep the reader busy. */
const longest = 100_000;
const fence = /^---[ \t]*$/;

const isMap = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Reads front matter as data: YAML 1.2 with the core schema. Tags that would make anything but plain values are errors, nothing is ever executed, and
 * aliases cannot multiply without end.
 */
export function readFrontMatter(text: string): { readonly file: FrontMatter } | { readonly problem: FrontMatterProblem } {
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
    if (!fence.test(lines[0] ?? '')) {
        return { problem: { code: 'front-matter-missing' } };
    }
    const end = lines.findIndex((each, index) => index > 0 && fence.test(each));
    if (end < 0) {
        return { problem: { code: 'front-matter-unclosed' } };
    }
    const yaml = lines.slice(1, end).join('\n');
    if (yaml.length > longest) {
        return { problem: { code: 'front-matter-too-long' } };
    }
    const document = parseDocument(yaml, { schema: 'core', version: '1.2', customTags: [], uniqueKeys: true, merge: false, logLevel: 'silent', prettyErrors: false });
    const [error] = [...document.errors, ...document.warnings];
    if (error) {
        return { problem: { code: 'front-matter-invalid', line: yaml.slice(0, error.pos[0]).split('\n').length + 1 } };
    }
    try {
        const values: unknown = document.toJS({ maxAliasCount: 20, mapAsMap: false });
        if (values !== null && !isMap(values)) {
            return { problem: { code: 'front-matter-not-a-map' } };
        }
        return { file: { values: values ?? {}, body: lines.slice(end + 1).join('\n').replace(/^\n+/, '').trimEnd() } };
    } catch {
        return { problem: { code: 'front-matter-invalid' } };
    }
}

/** The text of a file; values that are undefined are left out. */
export const writeFrontMatter = ({ values, body }: FrontMatter): string => {
    const present = Object.fromEntries(Object.entries(values).filter(([, each]) => each !== undefined));
    return `---\n${stringify(present, { schema: 'core', version: '1.2', lineWidth: 0 })}---\n\n${body.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()}\n`;
};
