/** The last moment of a day where the browser is. @param day `2026-11-20` @returns ISO 8601 */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();
