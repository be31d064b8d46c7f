/** The day of a moment where the person is, `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string => [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map(each => String(each).padStart(2, '0')).join('-');

/** The beginning of a day (`YYYY-MM-DD`) where the person is, as a moment; undefined for what is no day. */
export const startOfDay = (day: string | undefined): string | undefined => momentOf(day, 0);

/** A day as it stands in an address; what cannot be one is passed over. */
export const dayIn = (value: string | null): string | undefined => value && startOfDay(value) ? value : undefined;

/** The beginning of the next day: the end of a range whose last day belongs to it. Right on days with 23 or 25 hours too. */
export const endOfDay = (day: string | undefined): string | undefined => momentOf(day, 1);

function momentOf(day: string | undefined, later: number): string | undefined {
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
    const moment = new Date(Number(year), Number(month) - 1, Number(date) + later);
    return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
