import type { InteractionInput } from '@earshot/quality/lib/common/interaction/interaction-contract';

export interface SampleCall {
    readonly id: string; readonly files: readonly string[]; readonly daysAgo: number; readonly time: string; readonly agent: string; readonly queue: string;
    readonly direction: InteractionInput['direction']; readonly customer: string; readonly tags: readonly string[];
}

/** Calls of which there is a transcript; the others have none, as it happens where a recogniser does not know the language or was not asked. */
export const transcribedCalls: readonly string[] = ['SC-0001', 'SC-0002', 'SC-0003', 'SC-0004', 'SC-0005', 'SC-0006', 'SC-0009', 'SC-0011', 'SC-0012'];

/** The end of an identity number, which is read out. That the card number of SC-0004 should be masked, too, is for somebody to find. */
export const sampleMask = { call: 'SC-0001', fromMs: 28_500, toMs: 29_900, reason: 'identity-document' } as const;

/** The calls that `script/make-calls.mjs` makes, as a telephone system would hand them over. Numbers are from ranges kept free for fiction. */
export const sampleCalls: readonly SampleCall[] = [
    { id: 'SC-0001', files: ['SC-0001.wav'], daysAgo: 9, time: '09:12', agent: '1021', queue: '信用卡', direction: 'inbound', customer: '+86 155 5500 1234', tags: ['挂失'] },
    { id: 'SC-0002', files: ['SC-0002.opus'], daysAgo: 9, time: '10:47', agent: '1022', queue: '信用卡', direction: 'inbound', customer: '+86 155 5500 2210', tags: ['年费', '投诉'] },
    { id: 'SC-0003', files: ['SC-0003.wav'], daysAgo: 8, time: '15:30', agent: '1042', queue: 'International', direction: 'inbound', customer: '+44 20 7946 0321', tags: ['limit'] },
    { id: 'SC-0004', files: ['SC-0004.opus'], daysAgo: 7, time: '11:05', agent: '1045', queue: 'International', direction: 'inbound', customer: '+1 202 555 0147', tags: ['payment', 'card data'] },
    { id: 'SC-0005', files: ['SC-0005.opus'], daysAgo: 6, time: '14:22', agent: '1031', queue: '帳戶', direction: 'inbound', customer: '+852 5550 8832', tags: ['支票'] },
    { id: 'SC-0006', files: ['SC-0006.opus'], daysAgo: 6, time: '16:40', agent: '1032', queue: '帳戶', direction: 'inbound', customer: '+886 2 5550 0177', tags: ['定存'] },
    { id: 'SC-0007', files: ['SC-0007-agent.wav', 'SC-0007-customer.wav'], daysAgo: 5, time: '10:18', agent: '1024', queue: '理财', direction: 'inbound', customer: '+86 155 5500 7781', tags: ['理财', '合规'] },
    { id: 'SC-0008', files: ['SC-0008.wav'], daysAgo: 4, time: '09:55', agent: '1041', queue: 'Complaints', direction: 'inbound', customer: '+44 20 7946 0758', tags: ['complaint'] },
    { id: 'SC-0009', files: ['SC-0009.opus'], daysAgo: 3, time: '20:31', agent: '1033', queue: '帳戶', direction: 'inbound', customer: '+86 155 5500 9033', tags: ['手机银行'] },
    { id: 'SC-0010', files: ['SC-0010.wav'], daysAgo: 2, time: '21:08', agent: '1043', queue: 'International', direction: 'inbound', customer: '+44 20 7946 0110', tags: ['travel'] },
    { id: 'SC-0011', files: ['SC-0011.opus'], daysAgo: 1, time: '11:20', agent: '1023', queue: '回访', direction: 'outbound', customer: '+86 155 5500 4412', tags: ['满意度'] },
    { id: 'SC-0012', files: ['SC-0012.opus'], daysAgo: 1, time: '17:45', agent: '1044', queue: '信用卡', direction: 'inbound', customer: '+86 155 5500 6120', tags: ['诈骗', '紧急'] }
];
