const day = 86_400_000;
/** Nobody is reminded earlier than so long before, in milliseconds. */
export const longestLead = 14 * day;

/**
 * When whoever answers for an article is reminded of its next review: two weeks before, or half-way where less than four weeks lie between two reviews.
 * @param verifiedAt when it was last found right, in milliseconds since 1970 like all of these
 */
export const reminderAt = (verifiedAt: number, dueAt: number): number => dueAt - Math.min(longestLead, Math.max(0, dueAt - verifiedAt) / 2);
