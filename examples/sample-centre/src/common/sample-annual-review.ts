/** A review of the whole knowledge base almost a year ago, as its minutes have it. Days are counted back from today, or ahead where they are negative. */
export const sampleAnnualReview = {
    heldDaysAgo: 356, nextDaysAgo: -8, scope: '全部分类，不含投诉处理案例',
    completeness: '跨境汇款和数字人民币的常见问题没有收录，坐席只能转二线。',
    fitness: '挂失、限额类条目好用；年费条目篇幅过长，通话中很难找到答案。',
    actions: [
        { text: '补充跨境汇款常见问题', login: 'kai', dueDaysAgo: 10, done: false },
        { text: '年费条目拆分成三条短条目', login: 'petra', dueDaysAgo: 290, done: true }
    ]
} as const;
