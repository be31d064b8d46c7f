import { storable } from '../transcript-limits';

/** Reading values of which only a file knows what they are. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const objectsOf = (value: unknown): readonly JsonObject[] => Array.isArray(value) ? value.filter(isObject) : [];
export const stringOf = (value: unknown): string | undefined => typeof value === 'string' ? storable(value) : typeof value === 'number' ? String(value) : undefined;

/** A finite number, also one that is written as text. */
export function numberOf(value: unknown): number | undefined {
    const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
    return Number.isFinite(number) ? number : undefined;
}

/** Seconds as a number or text, or as Google writes them (`1.200s`, or seconds and nanos): milliseconds. */
export function secondsOf(value: unknown): number | undefined {
    if (isObject(value)) {
        const [seconds, nanos] = [numberOf(value.seconds) ?? 0, numberOf(value.nanos) ?? 0];
        return Math.round(seconds * 1000 + nanos / 1e6);
    }
    const seconds = numberOf(typeof value === 'string' ? value.replace(/s$/, '') : value);
    return seconds === undefined ? undefined : Math.round(seconds * 1000);
}
