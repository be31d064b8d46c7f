import type { ReviewOutcome } from '@earshot/training/lib/common/document/care-contract';

/** Somebody's wish about a clause, named by its title, and what the owner of the document said to it. */
export interface SampleRequest {
    readonly document: string; readonly clause: string; readonly by: string; readonly text: string; readonly daysAgo: number; readonly answer?: { readonly accepted: boolean; readonly text: string };
    /** What was said about it before. */
    readonly discussion?: readonly SampleRemark[];
}

export interface SampleRemark { readonly by: string; readonly text: string; readonly daysAgo: number }

/** What approver and author say to each other about a version in review: on a clause or on the whole, with answers. */
export interface SampleComment extends SampleRemark { readonly document: string; readonly clause?: string; readonly answers?: readonly SampleRemark[]; /** Who has settled it. */ readonly settledBy?: string }

export const sampleComments: readonly SampleComment[] = [
    {
        document: '投诉处理流程', clause: '分级', by: 'otto', daysAgo: 2, text: '“重大”一级的首次答复为 2 小时，与“重要”相同。监管介入的情形是否应当更快？',
        answers: [{ by: 'petra', daysAgo: 1, text: '首次答复只是确认受理，2 小时可以做到；处理时限由专项方案规定。' }]
    },
    { document: '投诉处理流程', clause: '回访', by: 'otto', daysAgo: 2, text: '“未参与处理的人员”由谁指定？请写明。' },
    { document: '投诉处理流程', by: 'otto', daysAgo: 3, text: '组长的权限额度与财务核对过了吗？', answers: [{ by: 'petra', daysAgo: 3, text: '已与财务核对，1,000 元以内无需另行审批。' }], settledBy: 'petra' }
];

export const sampleRequests: readonly SampleRequest[] = [
    { document: 'Escalation and handover', clause: 'Nobody is free', by: 'sara', daysAgo: 47, text: 'The complaints process promises an answer within four hours for serious cases. Is the call back within 30 minutes the answer, or does it come before it?', answer: { accepted: true, text: 'It comes before it. The next version says so, with an example.' } },
    { document: '文字客服作業', clause: '回應時間', by: 'agent1034', daysAgo: 6, text: '夜班只有兩人值班，首次回應 40 秒常常達不到，可否另訂夜班標準？', answer: { accepted: false, text: '標準不分班別。夜班人力不足請由組長調度，下次複審再看數據。' } },
    {
        document: '客户身份核验', clause: '核验要素', by: 'agent1022', daysAgo: 2, text: '客户用网点电话打来时，来电号码与预留号码一致算不算通过第 2 项？希望写清楚。',
        discussion: [
            { by: 'petra', daysAgo: 2, text: '网点电话是谁的预留号码？如果登记在客户名下，按现行条款算通过。' }, { by: 'agent1022', daysAgo: 1, text: '是网点自己的号码，客户在柜台旁打过来。' },
            { by: 'otto', daysAgo: 1, text: '那就不算：号码不属于客户本人。建议在流程图里也标出来。' }
        ]
    },
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
