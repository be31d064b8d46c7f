/** What agents searched in vain and then in other words, within a minute. */
export interface SampleSearch {
    readonly first: string;
    readonly then: string;
    /** By how many sessions of how many days ago, each. */
    readonly days: readonly { readonly daysAgo: number; readonly sessions: number; /** Of these, in how many something was opened then. */ readonly opened: number }[];
}

export const sampleSearches: readonly SampleSearch[] = [
    { first: '丢卡怎么办', then: '挂失怎么办', days: [{ daysAgo: 9, sessions: 2, opened: 2 }, { daysAgo: 6, sessions: 3, opened: 2 }, { daysAgo: 1, sessions: 2, opened: 2 }] },
    { first: '转账没收到', then: '转账到账时间', days: [{ daysAgo: 5, sessions: 2, opened: 1 }, { daysAgo: 2, sessions: 2, opened: 2 }] },
    { first: 'chargeback', then: 'dispute', days: [{ daysAgo: 8, sessions: 2, opened: 2 }, { daysAgo: 3, sessions: 2, opened: 1 }] }
];
