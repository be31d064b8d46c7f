/**
 * A trend as SVG path data in a box of the given size. Values are scaled to the box between their least and greatest;
 * a flat trend lies in the middle. Where a value is absent the line breaks. Oldest first.
 */
export function sparklinePath(values: readonly (number | null)[], width: number, height: number, margin = 2): string {
    const present = values.filter((each): each is number => each !== null);
    if (present.length === 0) {
        return '';
    }
    const [least, greatest] = [Math.min(...present), Math.max(...present)];
    const range = greatest - least;
    const x = (index: number): number => margin + (values.length > 1 ? index / (values.length - 1) : 0.5) * (width - 2 * margin);
    const y = (value: number): number => margin + (range ? (greatest - value) / range : 0.5) * (height - 2 * margin);
    const round = (value: number): number => Math.round(value * 10) / 10;
    return values.map((value, index) => value === null ? '' : `${index > 0 && values[index - 1] !== null ? 'L' : 'M'}${round(x(index))} ${round(y(value))}`).join('');
}

/** Where the last value of a trend stands in the same box, or nothing. */
export function sparklineEnd(values: readonly (number | null)[], width: number, height: number, margin = 2): { readonly x: number; readonly y: number } | undefined {
    const path = sparklinePath(values, width, height, margin);
    const last = path.split(/[ML]/).pop()?.split(' ').map(Number);
    return path && last?.length === 2 ? { x: last[0]!, y: last[1]! } : undefined;
}
