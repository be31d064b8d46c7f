const dayMs = 86_400_000;

/** The last moment of a day, until which what is due on it is in time. @param day `2026-11-21` @returns milliseconds since 1970 */
export const endOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) + dayMs - 1;

/** Whether a day is still to come everywhere on earth: somebody east of us may have it already. */
export const isToCome = (day: string, now: number): boolean => Date.parse(`${day}T00:00:00Z`) > now + dayMs;

/** The same day a year later; the 28th for a 29th of February. @param day `2026-11-21` */
export function yearAfter(day: string): string {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
    return new Date(Date.UTC(year + 1, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
}
