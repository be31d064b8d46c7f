export interface GapPlace { readonly id: string; readonly start: number; readonly end: number }

const longestId = 50;

/** Where a prompt has gaps, `[[id]]`, in their order. Ids have letters, digits, `-` and `_`. */
export function gapPlaces(prompt: string): readonly GapPlace[] {
    return [...prompt.matchAll(/\[\[([\p{L}\p{N}_-]{1,50})\]\]/gu)].map(found => ({ id: found[1] ?? '', start: found.index, end: found.index + found[0].length }));
}

export const isGapId = (id: string): boolean => id.length <= longestId && /^[\p{L}\p{N}_-]+$/u.test(id);

/** The prompt, taken apart at its gaps: texts and ids of gaps by turns, beginning and ending with a text. */
export function promptParts(prompt: string): readonly ({ readonly text: string } | { readonly gap: string })[] {
    const places = gapPlaces(prompt);
    const parts = places.flatMap((place, at) => [{ text: prompt.slice(places[at - 1]?.end ?? 0, place.start) }, { gap: place.id }]);
    return [...parts, { text: prompt.slice(places.at(-1)?.end ?? 0) }];
}
