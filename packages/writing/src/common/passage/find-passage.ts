/** A passage of a text, by its words and what stands around them. Positions are UTF-16 units. */
export interface Passage { readonly part: string; readonly start: number; readonly exact: string; readonly prefix: string; readonly suffix: string }

const around = 32;
const longest = 2000;

/** The passage between two places of a part; undefined for none. */
export function passageOf(part: string, text: string, start: number, end: number): Passage | undefined {
    const exact = text.slice(start, Math.min(end, start + longest));
    return exact.trim() === '' ? undefined : { part, start, exact, prefix: text.slice(Math.max(0, start - around), start), suffix: text.slice(start + exact.length, start + exact.length + around) };
}

const sharedEnd = (one: string, other: string): number => {
    let length = 0;
    while (length < one.length && length < other.length && one[one.length - 1 - length] === other[other.length - 1 - length]) {
        length++;
    }
    return length;
};
const sharedStart = (one: string, other: string): number => sharedEnd([...one].reverse().join(''), [...other].reverse().join(''));

/**
 * Where a passage stands now: of all places with its words, the one with the most of what stood around it, the nearest to where it was among equals.
 * Undefined when its words are gone.
 */
export function findPassage(text: string, { exact, prefix, suffix, start }: Passage): { readonly start: number; readonly end: number } | undefined {
    const places: { at: number; fit: number }[] = [];
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
        places.push({ at, fit: sharedEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) + sharedStart(text.slice(at + exact.length).slice(0, suffix.length), suffix) });
    }
    const [best] = places.sort((one, other) => other.fit - one.fit || Math.abs(one.at - start) - Math.abs(other.at - start));
    return best && { start: best.at, end: best.at + exact.length };
}
