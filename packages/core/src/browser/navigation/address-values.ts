/** Values as they stand in the query of an address: whoever opens it may have edited it, so what cannot be one is passed over. */

export const oneOf = <T extends string>(choices: readonly T[], value: string | null): T | undefined => choices.find(each => each === value);

/** Words that somebody typed. @param most letters; the rest is cut off */
export const words = (value: string | null, most: number): string | undefined => value?.trim().slice(0, most) || undefined;

export const uuid = (value: string | null): string | undefined => value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined;

export const yes = (value: string | null): true | undefined => value === 'true' ? true : undefined;

/** Without members that are undefined: filters are counted by their members, and the server is asked only for what is set. */
export const withoutGaps = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
