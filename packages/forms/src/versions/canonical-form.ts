import type { FormDefinition } from '../definition/form-definition';

/** Serialises as RFC 8785 (JSON Canonicalization Scheme): keys by UTF-16 units, ECMAScript numbers and strings, no blanks. */
const canonical = (value: unknown): string => {
    if (Array.isArray(value)) {
        return `[${value.map(canonical).join(',')}]`;
    }
    if (typeof value === 'object' && value !== null) {
        const members = Object.entries(value).filter(([, member]) => member !== undefined)
            .sort(([left], [right]) => left < right ? -1 : left > right ? 1 : 0)
            .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
        return `{${members.join(',')}}`;
    }
    return JSON.stringify(value);
};

/** The one text of a form, for a hash that proves a published version unchanged: equal forms give equal texts. */
export const canonicalForm = (form: FormDefinition): string => canonical(form);

/** Whether two parts of forms are the same JSON. */
export const sameJson = (left: unknown, right: unknown): boolean =>
    left === undefined || right === undefined ? left === right : canonical(left) === canonical(right);
