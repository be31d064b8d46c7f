/** The weekly plan of the centre: two calls of each team, every complaint, and some of it scored twice. */
export const samplePlan = {
    title: '每周抽检 Weekly sample', evaluators: ['chen', 'wong', 'grace', 'zhou'], perTeam: 2, shadowShare: 0.25, rule: { name: '投诉 Complaints', tags: ['投诉', 'complaint'] },
    /** In the week of so many days ago calls were made on every day of the year. */
    daysAgo: 8,
    /** Who has scored what was drawn for them; the others have it before them. */
    scored: ['chen', 'grace']
} as const;

/** Chats and e-mails of a month: drawn, and before their evaluators. */
export const writtenPlan = { title: '文字渠道月度抽检 Written channels, monthly', perTeam: 6, daysAgo: 16 } as const;
