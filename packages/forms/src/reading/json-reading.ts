import type { JsonValue } from '../definition/form-definition';
import { formLimits, isFormId, isLanguageTag, isStorableText } from '../definition/form-limits';
import type { LocalizedText } from '../definition/localized-text';
import { FormProblem, FormProblemCode, ProblemParameters, formError, pointer } from '../definition/problem';

/** One pass over untrusted data: what was wrong, and how much may still be read. */
export interface JsonReading {
    readonly problems: FormProblem[];
    valuesLeft: number;
}

export const beginReading = (): JsonReading => ({ problems: [], valuesLeft: formLimits.values });

/** Builds a fresh value of type T from anything; reports why it cannot and returns undefined, which JSON never is. */
export type Reader<T> = (value: unknown, path: string, reading: JsonReading) => T | undefined;

/** Notes a problem, up to the limit. */
export const refuse = (reading: JsonReading, path: string, code: FormProblemCode, parameters: ProblemParameters = {}): undefined => {
    if (reading.problems.length < formLimits.problems) {
        reading.problems.push(formError(path, code, parameters));
    }
    return undefined;
};

/** Counts a value; false when there is no point in going on. */
const mayRead = (reading: JsonReading, path: string): boolean => {
    if (reading.valuesLeft-- === 0) {
        refuse(reading, path, 'too-large', { largest: formLimits.values });
    }
    return reading.valuesLeft >= 0 && reading.problems.length < formLimits.problems;
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

const shorten = (text: string): string => text.slice(0, 64);

export const text: Reader<string> = (value, path, reading) => {
    if (typeof value !== 'string') {
        return refuse(reading, path, 'wrong-type', { expected: 'string' });
    }
    if (value.length > formLimits.textLength) {
        return refuse(reading, path, 'text-too-long', { length: value.length, largest: formLimits.textLength });
    }
    return isStorableText(value) ? value : refuse(reading, path, 'text-not-storable');
};

export const number: Reader<number> = (value, path, reading) => {
    if (typeof value !== 'number') {
        return refuse(reading, path, 'wrong-type', { expected: 'number' });
    }
    return Number.isFinite(value) ? value : refuse(reading, path, 'not-finite');
};

export const flag: Reader<boolean> = (value, path, reading) => typeof value === 'boolean' ? value : refuse(reading, path, 'wrong-type', { expected: 'boolean' });

export const formId: Reader<string> = (value, path, reading) => {
    const id = text(value, path, reading);
    return id === undefined || isFormId(id) ? id : refuse(reading, path, 'invalid-id', { id: shorten(id) });
};

export const languageTag: Reader<string> = (value, path, reading) => {
    const tag = text(value, path, reading);
    return tag === undefined || isLanguageTag(tag) ? tag : refuse(reading, path, 'invalid-language', { language: shorten(tag) });
};

/** One of a few words. */
export const word = <W extends string>(...words: readonly W[]): Reader<W> => (value, path, reading) =>
    words.find(candidate => candidate === value) ?? refuse(reading, path, 'unknown-word', { expected: words });

/** An array of at most `largest` entries. */
export const list = <T>(entry: Reader<T>, largest: number = formLimits.entries): Reader<readonly T[]> => (value, path, reading) => {
    if (!Array.isArray(value)) {
        return refuse(reading, path, 'wrong-type', { expected: 'array' });
    }
    if (value.length > largest) {
        return refuse(reading, path, 'too-many-entries', { count: value.length, largest });
    }
    const entries = Array.from(value, (item: unknown, index) => mayRead(reading, path) ? entry(item, path + pointer(index), reading) : undefined);
    return entries.every(item => item !== undefined) ? entries : undefined;
};

/** How each key of T is read: optional keys of the type, and only those, may be absent. */
export type Fields<T> = {
    readonly [K in keyof T]-?: { readonly read: Reader<Exclude<T[K], undefined>>; readonly optional: Record<never, never> extends Pick<T, K> ? true : false }
};

export const required = <T>(read: Reader<T>) => ({ read, optional: false }) as const;
export const optional = <T>(read: Reader<T>) => ({ read, optional: true }) as const;

/**
 * An object with exactly these keys. Unknown keys are refused: a misspelt `wieght` would otherwise change every score
 * without a word, and a published form cannot be mended.
 */
export const record = <T extends object>(fields: Fields<T>): Reader<T> => {
    const known = new Map<string, { readonly read: Reader<unknown>; readonly optional: boolean }>(Object.entries(fields));
    return (value, path, reading) => {
        if (!isObject(value)) {
            return refuse(reading, path, 'wrong-type', { expected: 'object' });
        }
        const before = reading.problems.length;
        Object.keys(value).filter(key => !known.has(key)).slice(0, formLimits.problems)
            .forEach(key => refuse(reading, path + pointer(shorten(key)), 'unknown-key', { key: shorten(key) }));
        const entries = [...known].flatMap(([key, field]): readonly (readonly [string, unknown])[] => {
            if (!Object.hasOwn(value, key) || value[key] === undefined) {
                return field.optional ? [] : [[key, refuse(reading, path + pointer(key), 'missing-key', { key })]];
            }
            return [[key, mayRead(reading, path) ? field.read(value[key], path + pointer(key), reading) : undefined]];
        });
        const whole = reading.problems.length === before && entries.every(([, item]) => item !== undefined);
        return whole ? Object.fromEntries(entries) as T : undefined;
    };
};

/** A text by language. */
export const localizedText: Reader<LocalizedText> = (value, path, reading) => {
    if (!isObject(value)) {
        return refuse(reading, path, 'wrong-type', { expected: 'object' });
    }
    const tags = Object.keys(value);
    if (tags.length > formLimits.languages) {
        return refuse(reading, path, 'too-many-entries', { count: tags.length, largest: formLimits.languages });
    }
    const entries = tags.map(tag => [languageTag(tag, path + pointer(shorten(tag)), reading), text(value[tag], path + pointer(shorten(tag)), reading)]);
    return entries.every(([tag, translation]) => tag !== undefined && translation !== undefined) ? Object.fromEntries(entries) as LocalizedText : undefined;
};

/** Any JSON, within the limits. `__proto__` is refused as a key. */
export const json = (depth: number = formLimits.depth): Reader<JsonValue> => (value, path, reading): JsonValue | undefined => {
    if (depth < 0) {
        return refuse(reading, path, 'too-deep', { largest: formLimits.depth });
    }
    if (value === null || typeof value === 'boolean') {
        return value;
    }
    if (typeof value === 'string' || typeof value === 'number') {
        return typeof value === 'string' ? text(value, path, reading) : number(value, path, reading);
    }
    if (Array.isArray(value)) {
        return list(json(depth - 1))(value, path, reading);
    }
    if (!isObject(value)) {
        return refuse(reading, path, 'wrong-type', { expected: 'json' });
    }
    const keys = Object.keys(value);
    if (keys.length > formLimits.entries) {
        return refuse(reading, path, 'too-many-entries', { count: keys.length, largest: formLimits.entries });
    }
    const entries = keys.map(key => {
        const allowed = key !== '__proto__' && text(key, path, reading) !== undefined && mayRead(reading, path);
        return [key, allowed ? json(depth - 1)(value[key], path + pointer(shorten(key)), reading) : refuse(reading, path, 'unknown-key', { key: shorten(key) })] as const;
    });
    return entries.every(([, item]) => item !== undefined) ? Object.fromEntries(entries) as JsonValue : undefined;
};
