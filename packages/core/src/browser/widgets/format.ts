import { nls } from '@theia/core/lib/common/nls';
import { languageTags, type Language } from '../application/language';

/** The language tag that numbers, dates and sorting follow. */
export const languageTag = (): string => languageTags[nls.locale as Language] ?? 'en';

const cache = new Map<string, unknown>();
const cached = <T>(key: string, make: (tag: string) => T): T => {
    const tag = languageTag();
    const full = `${tag}/${key}`;
    if (!cache.has(full)) {
        cache.set(full, make(tag));
    }
    return cache.get(full) as T;
};

/** What stands where there is no value: a figure without data is never 0. */
export const NOTHING = '–';

/** A number with at most the given decimals, grouped as the language groups. */
export const formatNumber = (value: number | null | undefined, decimals = 0): string => value === null || value === undefined ? NOTHING
    : cached(`n${decimals}`, tag => new Intl.NumberFormat(tag, { maximumFractionDigits: decimals })).format(value);

/** A number with exactly the given decimals: for columns of figures. */
export const formatFixed = (value: number | null | undefined, decimals: number): string => value === null || value === undefined ? NOTHING
    : cached(`f${decimals}`, tag => new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })).format(value);

/** A share from 0 to 1 as a percentage: 0.825 is "82.5%". */
export const formatPercent = (share: number | null | undefined, decimals = 1): string => share === null || share === undefined ? NOTHING
    : cached(`p${decimals}`, tag => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: decimals })).format(share);

/** A difference in percentage points with its sign: "+4.1", "−0.3"; an en dash without one. */
export const signedPoints = (points: number | null, decimals = 1): string => points === null ? NOTHING
    : `${Math.abs(points) < 0.5 * 10 ** -decimals ? '' : points > 0 ? '+' : '−'}${formatFixed(Math.abs(points), decimals)}`;

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
/** Bytes in the unit that keeps the number short, a thousand of each in the next: "38 GB". */
export function formatBytes(bytes: number | null | undefined): string {
    if (bytes === null || bytes === undefined) {
        return NOTHING;
    }
    const place = Math.max(0, Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    return cached(`b${place}`, tag => new Intl.NumberFormat(tag, { style: 'unit', unit: byteUnits[place], unitDisplay: 'short', maximumSignificantDigits: 3 })).format(bytes / 1000 ** place);
}

/** A number as one edits it: without grouping. */
export const formatPlainNumber = (value: number | null): string => value === null ? ''
    : cached('plain', tag => new Intl.NumberFormat(tag, { useGrouping: false, maximumFractionDigits: 6 })).format(value);

/** A number as people write it: with comma or point, with full-width digits from a Chinese keyboard. Null for anything else. */
export function parseNumber(text: string): number | null {
    const plain = text.trim().replace(/[０-９．，－]/g, each => String.fromCharCode(each.charCodeAt(0) - 0xfee0)).replace(',', '.').replace('−', '-');
    return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** Milliseconds as `m:ss`, from an hour on as `h:mm:ss`. */
export function formatDuration(milliseconds: number | null | undefined): string {
    if (milliseconds === null || milliseconds === undefined) {
        return NOTHING;
    }
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    const two = (value: number): string => String(value).padStart(2, '0');
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    return `${milliseconds < 0 ? '-' : ''}${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

type Moment = string | number | Date;
/** English readers live on both sides of the Atlantic: dates are written the one way that nobody misreads, 2026-11-18. */
const dateTag = (tag: string): string => tag === 'en' ? 'sv' : tag;
const DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A day: `2026-11-18` as the language writes it. A plain date (without time) is not moved by the time zone. */
export const formatDate = (moment: Moment | null | undefined): string => moment === null || moment === undefined ? NOTHING
    : cached('d', tag => new Intl.DateTimeFormat(dateTag(tag), DATE)).format(asDate(moment));
export const formatTime = (moment: Moment | null | undefined): string => moment === null || moment === undefined ? NOTHING
    : cached('t', tag => new Intl.DateTimeFormat(dateTag(tag), TIME)).format(asDate(moment));
export const formatDateTime = (moment: Moment | null | undefined): string => moment === null || moment === undefined ? NOTHING
    : cached('dt', tag => new Intl.DateTimeFormat(dateTag(tag), { ...DATE, ...TIME })).format(asDate(moment));
/** With the weekday, for headings: "Tuesday, 18 November". */
export const formatLongDate = (moment: Moment): string =>
    cached('ld', tag => new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, { weekday: 'long', day: 'numeric', month: 'long' })).format(asDate(moment));

const asDate = (moment: Moment): Date => new Date(typeof moment === 'string' && /^\d{4}-\d\d-\d\d$/.test(moment) ? `${moment}T00:00` : moment);

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [['year', 31_557_600], ['month', 2_629_800], ['week', 604_800], ['day', 86_400], ['hour', 3_600], ['minute', 60]];

/** "5 minutes ago", "in 3 days"; within a minute "now". `now` in milliseconds. */
export function formatRelative(moment: Moment, now: number): string {
    const seconds = (asDate(moment).getTime() - now) / 1000;
    const format = cached('r', tag => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
    const [unit, size] = STEPS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', Infinity];
    return format.format(size === Infinity ? 0 : Math.trunc(seconds / size), unit);
}

/** Sorts texts as the language sorts: Chinese by pinyin or strokes, numbers within texts by value. */
export const compareTexts = (one: string, other: string): number => cached('c', tag => new Intl.Collator(tag, { numeric: true })).compare(one, other);

/** "Ann, Bo and Cy". */
export const formatList = (items: readonly string[]): string => cached('l', tag => new Intl.ListFormat(tag, { type: 'conjunction' })).format(items);
