import type { ReviewOutcome } from '@earshot/training/lib/common/document/care-contract';

/** Somebody's wish about a clause, named by its title, and what the owner of the document said to it. */
export interface SampleRequest { readonly document: string; readonly clause: string; readonly by: string; readonly text: string; readonly daysAgo: number; readonly answer?: { readonly accepted: boolean; readonly text: string } }

export const sampleRequests: readonly SampleRequest[] = [
    { document: 'Escalation and handover', clause: 'Nobody is free', by: 'sara', daysAgo: 47, text: 'The complaints process promises an answer within four hours for serious cases. Is the call back within 30 minutes the answer, or does it come before it?', answer: { accepted: true, text: 'It comes before it. The next version says so, with an example.' } },
    { document: '文字客服作業', clause: '回應時間', by: 'agent1034', daysAgo: 6, text: '夜班只有兩人值班，首次回應 40 秒常常達不到，可否另訂夜班標準？', answer: { accepted: false, text: '標準不分班別。夜班人力不足請由組長調度，下次複審再看數據。' } },
    { document: '客户身份核验', clause: '核验要素', by: 'agent1022', daysAgo: 2, text: '客户用网点电话打来时，来电号码与预留号码一致算不算通过第 2 项？希望写清楚。' },
    { document: 'Escalation and handover', clause: 'To whom', by: 'agent1042', daysAgo: 1, text: 'Who is called at night, when there is no risk desk?' }
];

/** Minutes of a review; of the whole catalogue where no document is named. Actions are due so many days from now, or done. */
export interface SampleReview {
    readonly document: string | null; readonly heldDaysAgo: number; readonly scope: string; readonly by: string; readonly participants: readonly string[]; readonly findings: string; readonly outcome: ReviewOutcome | null;
    readonly actions: readonly { readonly text: string; readonly owner: string; readonly dueInDays: number; readonly done?: true }[];
}

export const sampleReviews: readonly SampleReview[] = [
    {
        document: null, heldDaysAgo: 41, scope: '全部流程文件：业务类与管理类', by: 'petra', participants: ['otto', 'lena', 'tina', 'sara'], outcome: null,
        findings: '业务类覆盖全部渠道；系统中断时的处理方式只有口头约定，需成文。客户身份核验的要素少于监管建议，应增加一项。知识库维护已满一年，须单独复审。',
        actions: [
            { text: '起草系统中断处理流程', owner: 'petra', dueInDays: -20, done: true }, { text: '客户身份核验改为三项要素并组织学习', owner: 'petra', dueInDays: -3, done: true }, { text: '复审知识库维护', owner: 'kai', dueInDays: 12 }
        ]
    },
    {
        document: 'Quality monitoring', heldDaysAgo: 20, scope: '', by: 'petra', participants: ['lena', 'chen', 'grace'], outcome: 'keep',
        findings: 'The document describes what is done. Chats are scored on the same forms since summer; the clause on channels already allows it.', actions: [{ text: 'Add the share of chats to the monthly report', owner: 'lena', dueInDays: 9 }]
    }
];
