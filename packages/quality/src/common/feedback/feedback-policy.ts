export const releasePolicies = ['at-once', 'after-review', 'at-times'] as const;
export const firstLevels = ['team-leader', 'qa-lead'] as const;

/** How results reach agents, and how they may be disputed: for the whole centre, or for one form. Days are working days. */
export interface FeedbackPolicy {
    /** `after-review`: when somebody with `feedback:release` has let it go; `at-times`: at the next of the release times. */
    readonly release: typeof releasePolicies[number];
    /** For `at-times`: days of the week (1 Monday … 7 Sunday), and minutes after midnight. */
    readonly releaseTimes: { readonly weekdays: readonly number[]; readonly minutes: number };
    /** How long an agent may dispute a result after its release. */
    readonly disputeDays: number;
    /** Who answers first. */
    readonly firstLevel: typeof firstLevels[number];
    /** Whether the evaluator whose rating is disputed may answer at the first level. Never at the second. */
    readonly firstScorerAnswers: boolean;
    /** How long an answer may take, on either level. */
    readonly answerDays: number;
    /** How long an agent may take an answer to the second level. */
    readonly escalationDays: number;
    /** Whether a dispute can only ever raise the score. */
    readonly neverLower: boolean;
}

export const usualPolicy: FeedbackPolicy = {
    release: 'at-once', releaseTimes: { weekdays: [1, 2, 3, 4, 5], minutes: 9 * 60 }, disputeDays: 5, firstLevel: 'team-leader', firstScorerAnswers: false, answerDays: 3, escalationDays: 3, neverLower: true
};
