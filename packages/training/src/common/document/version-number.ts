/**
 * - `major`: says something else. Whoever is concerned reads and acknowledges it.
 * - `minor`: editorial, the same in other words. Acknowledgements of the same major version count on, so it may neither add nor remove a clause.
 */
export const changeSizes = ['major', 'minor'] as const;
export type ChangeSize = typeof changeSizes[number];

export interface VersionNumber { readonly major: number; readonly minor: number }

export const versionNumberText = ({ major, minor }: VersionNumber): string => `${major}.${minor}`;

/** The number of a version after the one in effect; the first one is 1.0, whatever it says of itself. */
export const nextNumber = (current: VersionNumber | null, size: ChangeSize): VersionNumber =>
    current === null ? { major: 1, minor: 0 } : size === 'major' ? { major: current.major + 1, minor: 0 } : { major: current.major, minor: current.minor + 1 };

/** Whether having acknowledged the one counts for the other. */
export const carriesOver = (acknowledged: VersionNumber, current: VersionNumber): boolean => acknowledged.major === current.major;
