/** Coaching of the quarter, days counted back from the first start: one plan that is signed off, with what it changed, and one on its way. */
export interface PastCoaching {
    readonly title: string; readonly agent: string; readonly coach: string; readonly state: 'active' | 'completed'; readonly startedDaysAgo: number; readonly dueDaysAgo: number; readonly closedDaysAgo?: number;
    readonly behaviours: readonly { readonly text: string; readonly questions: readonly string[] }[];
    readonly steps: readonly { readonly text: string; readonly doneDaysAgo?: number; readonly comment?: string }[];
    readonly notes: readonly { readonly kind: 'note' | 'completed'; readonly by: string; readonly daysAgo: number; readonly text: string }[];
    readonly followUp: { readonly wanted: number; readonly fromDaysAgo: number };
}

export const pastCoaching: readonly PastCoaching[] = [
    {
        title: '等待前先告知，先回应情绪', agent: 'agent1022', coach: 'tang', state: 'completed', startedDaysAgo: 52, dueDaysAgo: 24, closedDaysAgo: 22,
        behaviours: [{ text: '每次查询之前，告诉客户要等多久、为什么', questions: ['time.waiting'] }, { text: '客户着急时，先说一句回应，再要资料', questions: ['language.empathy'] }],
        steps: [
            { text: '重读自己的三通会话，标出没有告知等待的地方', doneDaysAgo: 48, comment: '三通里有五处，都是查系统的时候。' }, { text: '与刘佳怡同坐一个上午，记下她的说法', doneDaysAgo: 43, comment: '她会说“大约两分钟”，客户就不催了。' },
            { text: '把自己的三句等待用语写进快捷回复', doneDaysAgo: 40, comment: '已写好并在用。' }
        ],
        notes: [{ kind: 'note', by: 'tang', daysAgo: 36, text: '本周看了两通，等待都有告知。继续保持，再注意开头那一句。' }, { kind: 'completed', by: 'tang', daysAgo: 22, text: '后续评分中等待告知基本每通都有，情绪回应明显改善，结束辅导。' }],
        followUp: { wanted: 5, fromDaysAgo: 45 }
    },
    {
        title: '確認需求再回覆', agent: 'agent1033', coach: 'leung', state: 'active', startedDaysAgo: 26, dueDaysAgo: -12,
        behaviours: [{ text: '回覆前先確認客戶真正要辦的事', questions: ['content.need'] }, { text: '步驟分點說明', questions: ['language.clear'] }],
        steps: [{ text: '重讀最近三封回信，寫下客戶真正的問題', doneDaysAgo: 19, comment: '有一封我回了另一件事。' }, { text: '改寫其中一封，交給組長看' }, { text: '下一次線上客服班與吳佩君互看兩則對話' }],
        notes: [{ kind: 'note', by: 'leung', daysAgo: 18, text: '第一步做得很仔細，改寫那封請下週前給我。' }], followUp: { wanted: 4, fromDaysAgo: 10 }
    }
];
