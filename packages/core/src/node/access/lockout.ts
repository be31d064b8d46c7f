/** Failures that go unpunished: typing errors. */
const free = 5;
const firstDelaySeconds = 30;
const longestDelaySeconds = 3600;

/**
 * How long an account is locked after so many failures in a row: 30 s after the fifth, doubling with each further one, an hour at most.
 * @returns seconds, 0 for none.
 */
export const lockSeconds = (failures: number): number => failures < free ? 0 : Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** (failures - free));
