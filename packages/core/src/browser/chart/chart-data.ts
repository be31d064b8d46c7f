import type { Meaning } from '../theming/palette';

export type ChartColor = Meaning | 'accent' | 'quiet' | 'ink';

/** Values over the categories; null leaves a gap. `low` and `high` draw the interval of each. */
export interface ChartSeries {
    readonly id: string;
    readonly name: string;
    readonly kind: 'line' | 'bar' | 'step' | 'points';
    readonly values: readonly (number | null)[];
    readonly low?: readonly (number | null)[];
    readonly high?: readonly (number | null)[];
    readonly color: ChartColor;
    readonly line?: 'solid' | 'dashed' | 'dotted';
    readonly symbol?: 'circle' | 'rect' | 'triangle' | 'diamond' | 'none';
    /** The second scale, at the other side. */
    readonly second?: boolean;
    /** What is said of single points, which then stand out. */
    readonly marks?: readonly (string | null)[];
    /** Lines that guide the eye: not in the table and not in what is read at a point. */
    readonly guide?: boolean;
}

export interface ChartScale {
    format(value: number): string;
    readonly min?: number;
    readonly max?: number;
}

/** Where the categories of a chart lead: by pointer or key from the picture, and from the rows of the table behind it. */
export interface ChartOpening {
    /** What pressing does, for eyes and screen readers: "Open the evaluations". */
    readonly hint: string;
    /** Nothing for a category that leads nowhere. */
    at(place: number): (() => void) | undefined;
}

/** What a chart and the table behind it show. */
export interface ChartData {
    /** What the categories are: "Week". */
    readonly over: string;
    readonly categories: readonly string[];
    readonly series: readonly ChartSeries[];
    readonly scale: ChartScale;
    readonly secondScale?: ChartScale;
    /** Where each category stands across: points of a plane instead of a row of names. Only for series of points. */
    readonly across?: { readonly name: string; readonly values: readonly (number | null)[]; readonly scale: ChartScale };
    /** Categories from top to bottom: for names, which are long. */
    readonly sideways?: boolean;
}

const scaleOf = (data: ChartData, series: ChartSeries): ChartScale => series.second && data.secondScale ? data.secondScale : data.scale;

/** A value as it is read, with its interval and what is said of it. */
export function readAt(data: ChartData, series: ChartSeries, place: number): string {
    const [value, low, high] = [series.values[place], series.low?.[place], series.high?.[place]];
    const { format } = scaleOf(data, series);
    const mark = series.marks?.[place];
    return value === null || value === undefined ? '–' : `${format(value)}${typeof low === 'number' && typeof high === 'number' ? ` (${format(low)}–${format(high)})` : ''}${mark ? ` · ${mark}` : ''}`;
}

export function readAcross({ values, scale }: NonNullable<ChartData['across']>, place: number): string {
    const value = values[place];
    return value === null || value === undefined ? '–' : scale.format(value);
}

/** The same as rows, headings first: what the table shows and what is copied. */
export function tableOf(data: ChartData): { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] } {
    const shown = data.series.filter(each => !each.guide);
    const { across } = data;
    return {
        headings: [data.over, ...across ? [across.name] : [], ...shown.map(each => each.name)],
        rows: data.categories.map((category, place) => [category, ...across ? [readAcross(across, place)] : [], ...shown.map(each => readAt(data, each, place))])
    };
}

export const isEmpty = ({ series }: ChartData): boolean => series.every(each => each.values.every(value => value === null));
