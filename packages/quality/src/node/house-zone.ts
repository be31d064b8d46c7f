/** The time zone that days are counted in: the server's. */
export const houseZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
