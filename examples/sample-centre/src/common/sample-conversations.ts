import type { Author } from '@earshot/quality/lib/common/conversation/conversation-contract';
import type { ObservedOccasion, TextChannel } from '@earshot/quality/lib/common/interaction/channel';

export interface SampleConversation {
    readonly id: string; readonly channel: TextChannel; readonly daysAgo: number; readonly time: string; readonly agent: string; readonly queue: string; readonly customer: string; readonly tags: readonly string[];
    /** Seconds since the conversation began, who wrote, and what. */
    readonly messages: readonly (readonly [number, Author, string])[];
}

/** Conversations in writing, as the chat system and the mail server would hand them over. */
export const sampleConversations: readonly SampleConversation[] = [
    {
        id: 'CH-2041', channel: 'chat', daysAgo: 10, time: '14:06', agent: '1025', queue: '在线客服', customer: '+86 155 5500 3307', tags: ['年费'],
        messages: [
            [0, 'system', '您好，欢迎使用灯塔银行在线客服，正在为您转接人工坐席。'], [9, 'customer', '你好，我想问一下我的白金卡年费能不能减免'], [16, 'customer', '刚收到短信说扣了 580'],
            [41, 'agent', '您好，我是在线客服高翔，很高兴为您服务。您的白金卡年费我马上为您核实，请稍等。'], [52, 'customer', '好的'],
            [198, 'agent', '让您久等了。您的卡片今年已消费 17 笔，再消费 1 笔即满 18 笔，可免次年年费；本年度年费已入账，可以用 30,000 积分抵扣。'],
            [231, 'customer', '积分我有 42000，那就抵吧'], [246, 'agent', '好的，已为您提交积分抵扣，预计 1 个工作日内退回 580 元。请问还有其他可以帮您的吗？'], [262, 'customer', '没有了，谢谢'],
            [269, 'agent', '感谢您的咨询，祝您生活愉快，再见！']
        ]
    },
    {
        id: 'EM-0718', channel: 'email', daysAgo: 11, time: '09:20', agent: '1034', queue: '帳戶', customer: '+886 2 5550 0193', tags: ['帳單', '補發'],
        messages: [
            [0, 'customer', '您好：\n\n我搬家後一直沒有收到十月份的紙本對帳單，能否補寄到新地址？另外想改成電子帳單，需要什麼手續？\n\n謝謝'],
            [7260, 'agent', '親愛的客戶您好：\n\n感謝您的來信。為保障您的權益，地址變更須由您本人登入網路銀行辦理，或親臨分行辦理；變更完成後即可為您補寄對帳單。\n\n電子帳單可於網路銀行「帳務設定」中申請，次月起生效。\n\n客服專員 吳佩君 敬上'],
            [94_800, 'customer', '地址已經改好了，麻煩補寄。'], [181_500, 'agent', '您好：\n\n已為您補寄十月份對帳單，預計五個工作日內送達。造成不便，敬請見諒。\n\n客服專員 吳佩君 敬上']
        ]
    },
    {
        id: 'CH-2042', channel: 'chat', daysAgo: 12, time: '16:31', agent: '1042', queue: 'International', customer: '+44 20 7946 0588', tags: ['card lost'],
        messages: [
            [0, 'customer', 'My wallet was stolen ten minutes ago, please block my card NOW'], [22, 'agent', 'I am so sorry to hear that. I am Grace, and I will block it with you right away. May I have your date of birth and the last four digits of the card?'],
            [48, 'customer', '4 May 1988, 7719'], [75, 'agent', 'Thank you. The card ending 7719 is blocked as of 16:32. Nothing was charged today.'], [96, 'customer', 'ok good. how do i get a new one'],
            [340, 'agent', 'A new card is on its way and reaches you within five working days. If you need cash before that, any branch pays it out against your passport.'], [371, 'customer', 'thanks'], [380, 'customer', 'do I need to tell the police?']
        ]
    }
];

export interface SampleObservation { readonly id: string; readonly occasion: ObservedOccasion; readonly by: string; readonly daysAgo: number; readonly time: string; readonly minutes: number; readonly agent: string; readonly queue: string; readonly tags: readonly string[]; readonly scenario: string | null }

/** What evaluators were at themselves. */
export const sampleObservations: readonly SampleObservation[] = [
    { id: 'MC-0007', occasion: 'mystery', by: 'grace', daysAgo: 10, time: '11:15', minutes: 6, agent: '1043', queue: 'International', tags: ['travel'], scenario: 'You fly to Japan tomorrow and ask whether your debit card works there. Say nothing about travel insurance unless asked. Does the agent check your identity before talking about the account? Is the fee for withdrawals abroad named without being asked for?' },
    { id: 'SS-0003', occasion: 'side-by-side', by: 'chen', daysAgo: 12, time: '10:02', minutes: 4, agent: '1026', queue: '信用卡', tags: ['新人'], scenario: null }
];
