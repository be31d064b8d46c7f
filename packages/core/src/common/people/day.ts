const pattern = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/**
 * A day as people and spreadsheets write it, year first: `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`.
 * @returns ISO 8601 (`2026-03-05`), or undefined for anything else, also for days that no calendar has.
 */
export function readDay(text: string): string | undefined {
    const [, year, month, day] = pattern.exec(text.trim()) ?? [];
    if (!year || !month || !day) {
        return undefined;
    }
    const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day) ? moment.toISOString().slice(0, 10) : undefined;
}
