import type { Author } from '@earshot/quality/lib/common/conversation/conversation-contract';
import type { TextChannel } from '@earshot/quality/lib/common/interaction/channel';

export type ScriptLanguage = 'zh-cn' | 'zh-tw' | 'en';
/** What is written about one concern. `{card}`, `{amount}` and `{days}` are filled in; `…` before a line: the agent looks something up first. */
export interface ConversationScript { readonly language: ScriptLanguage; readonly channel: TextChannel; readonly tag: string; readonly lines: readonly (readonly [Author, string])[] }

/** The concerns that come again and again, as customers and agents write about them. */
export const conversationScripts: readonly ConversationScript[] = [
    { language: 'zh-cn', channel: 'chat', tag: '年费', lines: [
        ['customer', '你好，我的卡（尾号 {card}）今天扣了 {amount} 元年费，可以免吗？'], ['agent', '您好，我是灯塔银行在线客服，很高兴为您服务。我先查询一下您的刷卡次数。'],
        ['agent', '…您今年已刷 16 笔，再刷 2 笔即可免次年年费；本年年费可以用积分抵扣。'], ['customer', '那就用积分吧'], ['agent', '已为您提交，预计 {days} 个工作日退回。请问还有其他可以帮您的吗？'], ['customer', '没有了'] ] },
    { language: 'zh-cn', channel: 'chat', tag: '账单分期', lines: [
        ['customer', '账单 {amount} 元想分 12 期，手续费怎么算'], ['agent', '您好，工号为您服务。分期手续费按月收取，我帮您试算一下。'], ['agent', '…12 期每期本金约为账单的十二分之一，提前结清不退已收手续费。'],
        ['customer', '提前还不退？那我再想想'], ['agent', '好的，账单日后 {days} 天内都可以在手机银行办理。'], ['customer', '谢谢'] ] },
    { language: 'zh-cn', channel: 'chat', tag: '挂失', lines: [
        ['customer', '卡丢了！尾号 {card}，赶紧帮我停掉'], ['agent', '您别着急，我马上为您挂失。请提供预留手机号后四位核对身份。'], ['customer', '{card}'], ['agent', '…已挂失成功，挂失前 48 小时内的盗刷可以申请赔付。新卡 {days} 个工作日寄出。'], ['customer', '好，谢谢'] ] },
    { language: 'zh-cn', channel: 'chat', tag: '提额', lines: [
        ['customer', '我想临时提额到 {amount}，下周出国用'], ['agent', '您好，请问是境外消费使用吗？我看一下您的可提额度。'], ['customer', '对'], ['agent', '…临时额度已为您申请，预计 {days} 个工作日内短信通知结果，有效期 30 天。'], ['customer', '好的'], ['agent', '感谢您的咨询，祝您旅途愉快！'] ] },
    { language: 'zh-tw', channel: 'email', tag: '帳單', lines: [
        ['customer', '您好：\n\n本期帳單有一筆 {amount} 元的消費我沒有印象，卡號末四碼 {card}，請協助查詢。\n\n謝謝'], ['agent', '親愛的客戶您好：\n\n感謝您的來信。該筆消費我們已向特約商店調閱簽單，預計 {days} 個工作天內回覆您，查詢期間該筆款項暫不計息。\n\n帳戶組客服專員 敬上'],
        ['customer', '好的，等您消息。'], ['agent', '您好：\n\n簽單已寄至您的電子信箱，若確認非本人消費，請於七日內填妥爭議聲明書回傳。\n\n帳戶組客服專員 敬上'] ] },
    { language: 'zh-tw', channel: 'email', tag: '定存', lines: [
        ['customer', '請問定存提前解約利息怎麼計算？金額 {amount} 元，已存 7 個月。'], ['agent', '親愛的客戶您好：\n\n未滿一年提前解約，利息依實際存期的牌告利率八折計算；臨櫃或網路銀行均可辦理，約 {days} 個工作天入帳。\n\n帳戶組客服專員 敬上'], ['customer', '了解，謝謝說明。'] ] },
    { language: 'zh-tw', channel: 'chat', tag: '網路銀行', lines: [
        ['customer', '網銀密碼輸錯三次被鎖了'], ['agent', '您好，這裡是線上客服，很高興為您服務。造成您的不便很抱歉，我先為您確認鎖定狀態。'], ['agent', '…您可以在登入頁選擇「忘記密碼」，以晶片金融卡重設；重設後立即解鎖。'], ['customer', '我沒有讀卡機'], ['agent', '也可以攜帶證件到分行辦理，約 {days} 分鐘。'], ['customer', '好'] ] },
    { language: 'zh-tw', channel: 'email', tag: '地址變更', lines: [
        ['customer', '您好，我已搬家，請將對帳單改寄新址，帳號末四碼 {card}。'], ['agent', '親愛的客戶您好：\n\n為保障您的權益，地址變更請登入網路銀行辦理，或親臨分行；完成後 {days} 個工作天生效。\n\n帳戶組客服專員 敬上'], ['customer', '已在網銀改好，謝謝。'] ] },
    { language: 'en', channel: 'chat', tag: 'transfer', lines: [
        ['customer', 'I sent {amount} pounds yesterday and it has not arrived. Card ending {card}.'], ['agent', 'Good afternoon, this is Lantern Bank. I am sorry to hear that, let me trace the payment.'], ['agent', '…It is with the receiving bank; they credit it within {days} working days.'],
        ['customer', 'And if they don’t?'], ['agent', 'Then write to us here and we recall it. You have the reference in your app.'], ['customer', 'ok thanks'] ] },
    { language: 'en', channel: 'chat', tag: 'travel', lines: [
        ['customer', 'Going to Japan next week, will my debit card work there?'], ['agent', 'Hello, how nice. It works at every machine with the same sign as on your card.'], ['agent', '…A withdrawal abroad costs 1.5 %, at least 2 pounds. Shall I switch on notices for it?'], ['customer', 'yes please'], ['agent', 'Done. Anything else I can do for you?'], ['customer', 'no, thank you'] ] },
    { language: 'en', channel: 'email', tag: 'complaint', lines: [
        ['customer', 'Dear Sir or Madam,\n\nI was promised a refund of {amount} pounds three weeks ago. Nothing has happened, and I have called twice. I expect an answer from somebody who can decide.\n\nRegards'],
        ['agent', 'Dear customer,\n\nI am sorry that you had to ask a third time. The refund was stopped because the account number was missing; I have added it, and you have the money within {days} working days. If not, my direct line is below.\n\nKind regards, Complaints team'],
        ['customer', 'Thank you for taking care of it.'] ] },
    { language: 'en', channel: 'email', tag: 'card data', lines: [
        ['customer', 'Hello, a shop asks me to send my card number ending {card} by e-mail to book a room. Is that safe?'], ['agent', 'Dear customer,\n\nPlease never send a card number by e-mail. Ask the hotel for a payment link, or pay by transfer; we refund nothing that was paid with data you sent yourself.\n\nKind regards, International desk'], ['customer', 'Good that I asked.'] ] }
];
