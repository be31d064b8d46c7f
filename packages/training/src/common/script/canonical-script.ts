import type { Script } from './script';

/** JSON with members in order at every depth, in Unicode's composed form, lines ended by a line feed only (after RFC 8785): the text of a script for hashes. */
export function canonicalScript(script: Script): string {
    const ordered = (value: unknown): unknown => Array.isArray(value) ? value.map(ordered)
        : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).sort(([one], [other]) => one < other ? -1 : 1).map(([name, each]) => [name, ordered(each)]))
            : typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC') : value;
    return JSON.stringify(ordered(script));
}
