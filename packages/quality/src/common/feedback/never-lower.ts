/** Scores are sums of fractions: what differs by less is the same. Percentage points. */
const rounding = 1e-9;

/** Whether a score falls: from a percentage to a lower one, or to none at all. What had no percentage cannot fall. */
export const lowers = (before: number | null, after: number | null): boolean => before !== null && (after === null || after < before - rounding);
