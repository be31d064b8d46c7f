import { dayOf } from '../filter/day-range';

/** A moment as `datetime-local` fields hold it: the clock where the person is, to the second. */
export function toLocalField(moment: string | number): string {
    const date = new Date(moment);
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${dayOf(date)}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** The moment that such a field means; undefined for what is none. */
export function fromLocalField(text: string): string | undefined {
    const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(text) ? new Date(text) : undefined;
    return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}

/** Tags as people write them in one line, with any comma of their keyboard. */
export const tagsOf = (text: string): string[] => [...new Set(text.split(/[,;，；、]/).map(each => each.trim()).filter(Boolean))];
