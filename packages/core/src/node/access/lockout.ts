/** Failures that go unpunished: typing errors. */
const free = 5;
const firstDelaySeconds = 30;
const longestDelaySeconds = 3600;

/** The brake on a name as a whole begins later and ends sooner: it also slows the person themselves where they are not known. */
const freeOfAll = 50;
const firstBrakeSeconds = 10;
const longestBrakeSeconds = 900;

const growing = (failures: number, allowed: number, first: number, longest: number): number =>
    failures < allowed ? 0 : Math.min(longest, first * 2 ** Math.min(failures - allowed, 20));

/**
 * How long one client waits with one name after so many failures: 30 s after the fifth, doubling with each further one, an hour at most.
 * @returns seconds, 0 for none.
 */
export const lockSeconds = (failures: number): number => growing(failures, free, firstDelaySeconds, longestDelaySeconds);

/**
 * How long all clients that a name does not know wait after so many failures of all of them: 10 s after the fiftieth, doubling,
 * a quarter of an hour at most.
 * @returns seconds, 0 for none.
 */
export const brakeSeconds = (failures: number): number => growing(failures, freeOfAll, firstBrakeSeconds, longestBrakeSeconds);
