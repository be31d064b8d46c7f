/**
 * Which entries of a row are shown where there is not room for all: from the first on as many as fit beside the button that holds the
 * others. The current one always is; it takes the place of the last that would be.
 *
 * @param widths of the entries, in pixels
 * @param room in pixels
 * @param more width of the button, in pixels
 * @param current index of the entry that has to be seen; −1 for none
 * @returns indices in their order
 */
export function fittingEntries(widths: readonly number[], room: number, more: number, current: number): readonly number[] {
    const all = widths.map((_, index) => index);
    if (widths.reduce((sum, each) => sum + each, 0) <= room) {
        return all;
    }
    const left = room - more - (widths[current] ?? 0);
    let used = 0;
    const before = all.filter(index => index !== current);
    const shown = before.slice(0, before.findIndex(index => (used += widths[index]!) > left));
    return current < 0 ? shown : [...shown, current].sort((one, other) => one - other);
}
