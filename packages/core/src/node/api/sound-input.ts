import { ORPCError } from '@orpc/server';

/** More than any screen or program of good will sends; much less than what would exhaust the stack of whatever walks through it. */
const deepest = 100;

/** With the flag, a pair is one character and does not match. */
const loneSurrogate = /\p{Surrogate}/u;

const refusal = (message: string) => new ORPCError('BAD_REQUEST', { status: 400, message });
const refuseText = (text: string): void => {
    if (text.includes('\0')) {
        throw refusal('The text contains a character that cannot be stored (NUL).');
    }
    if (loneSurrogate.test(text)) {
        throw refusal('The text contains half a character (a lone surrogate), which cannot be stored.');
    }
};

/**
 * Looks through what was sent before any operation sees it.
 * @throws BAD_REQUEST for texts that PostgreSQL cannot keep as they are, and for values that are nested without measure.
 */
export function requireSoundInput(input: unknown): void {
    // a list instead of recursion: the input may be deeper than the stack
    const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { value, depth } = next;
        if (typeof value === 'string') {
            refuseText(value);
        } else if (Array.isArray(value) || value !== null && typeof value === 'object' && isPlain(value)) {
            if (depth >= deepest) {
                throw refusal(`The input is nested more than ${deepest} times.`);
            }
            for (const [name, member] of Object.entries(value)) {
                refuseText(name);
                waiting.push({ value: member, depth: depth + 1 });
            }
        }
    }
}

/** Not a file or a date: nothing but members, as JSON and the parts of an address become. */
const isPlain = (value: object): boolean => {
    const prototype = Object.getPrototypeOf(value) as object | null;
    return prototype === null || Object.getPrototypeOf(prototype) === null;
};
