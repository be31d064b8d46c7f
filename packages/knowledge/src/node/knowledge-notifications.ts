import { type NotificationKind, simpleKind } from '@earshot/core/lib/node/notifications/notification-kind';

/** What the knowledge base tells people, with the words for mails. */
export const knowledgeNotifications: readonly NotificationKind[] = [
    simpleKind('article.returned', {
        en: { subject: 'Returned: {title}', body: 'The article “{title}” was returned to you. Open it to read why.' },
        'zh-cn': { subject: '已退回：{title}', body: '知识条目“{title}”被退回，打开可查看原因。' },
        'zh-tw': { subject: '已退回：{title}', body: '知識條目「{title}」被退回，開啟可查看原因。' }
    }),
    simpleKind('article.held-up', {
        en: { subject: 'Not published as planned: {title}', body: 'The article “{title}” was to be published now, but its category asks for an approval that it does not have. It waits for that one; publish it, or choose a new time, when it is given.' },
        'zh-cn': { subject: '未能按时发布：{title}', body: '知识条目“{title}”原定此时发布，但所属分类要求的审批尚缺，现等待该审批。审批通过后，请发布或重新选择时间。' },
        'zh-tw': { subject: '未能按時發布：{title}', body: '知識條目「{title}」原定此時發布，但所屬分類要求的審批尚缺，現等待該審批。審批通過後，請發布或重新選擇時間。' }
    }),
    simpleKind('article.due', {
        en: { subject: 'Due for review: {title}', body: 'The article “{title}” is due for review. Until you have looked at it, readers see that it is unverified.' },
        'zh-cn': { subject: '到期复审：{title}', body: '知识条目“{title}”已到复审日期。复审之前，读者会看到“未核实”提示。' },
        'zh-tw': { subject: '到期複審：{title}', body: '知識條目「{title}」已到複審日期。複審之前，讀者會看到「未核實」提示。' }
    }),
    simpleKind('article.due-soon', {
        en: { subject: 'Due for review soon: {title}', body: 'The article “{title}” will soon be due for review; further ones of yours that are: {others}. Confirm in the review queue what is still right.' },
        'zh-cn': { subject: '即将复审：{title}', body: '知识条目“{title}”即将到复审日期，另有 {others} 条也将到期。仍然有效的内容可在复审队列中直接确认。' },
        'zh-tw': { subject: '即將複審：{title}', body: '知識條目「{title}」即將到複審日期，另有 {others} 條也將到期。仍然有效的內容可在複審佇列中直接確認。' }
    }),
    simpleKind('article.given', {
        en: { subject: 'Articles handed over to you: {count}', body: 'From now on you answer for {count} more articles of the knowledge base. You find them in the review queue.' },
        'zh-cn': { subject: '有 {count} 条知识移交给您', body: '从现在起，您新增负责 {count} 条知识条目，可在复审队列中查看。' },
        'zh-tw': { subject: '有 {count} 條知識移交給您', body: '從現在起，您新增負責 {count} 條知識條目，可在複審佇列中查看。' }
    }),
    simpleKind('annual-review.action', {
        en: { subject: 'Decided in a review: {title}', body: 'A review of the knowledge base decided that you do this: {title}. Further actions of yours: {others}.' },
        'zh-cn': { subject: '年度复审措施：{title}', body: '知识库年度复审决定由您完成：{title}。另有 {others} 项措施由您负责。' },
        'zh-tw': { subject: '年度複審措施：{title}', body: '知識庫年度複審決定由您完成：{title}。另有 {others} 項措施由您負責。' }
    }),
    simpleKind('annual-review.action-due', {
        en: { subject: 'Due: {title}', body: 'What a review of the knowledge base decided is due: {title}. Say in its minutes when it is done.' },
        'zh-cn': { subject: '措施到期：{title}', body: '知识库年度复审决定的措施已到期：{title}。完成后请在纪要中标记。' },
        'zh-tw': { subject: '措施到期：{title}', body: '知識庫年度複審決定的措施已到期：{title}。完成後請在紀要中標記。' }
    }),
    simpleKind('annual-review.due-soon', {
        en: { subject: 'Review of the knowledge base due on {on}', body: 'A review of the knowledge base that you answer for is due on {on}. The last minutes say what was found then.' },
        'zh-cn': { subject: '知识库年度复审将于 {on} 到期', body: '由您负责的知识库年度复审将于 {on} 到期，上次的发现见最近一次纪要。' },
        'zh-tw': { subject: '知識庫年度複審將於 {on} 到期', body: '由您負責的知識庫年度複審將於 {on} 到期，上次的發現見最近一次紀要。' }
    }),
    simpleKind('article.commented', {
        en: { subject: 'Comment: {title}', body: 'Somebody has commented on the article “{title}”.' },
        'zh-cn': { subject: '新批注：{title}', body: '知识条目“{title}”有新的批注。' },
        'zh-tw': { subject: '新註解：{title}', body: '知識條目「{title}」有新的註解。' }
    }),
    simpleKind('article.flagged', {
        en: { subject: 'Pointed out: {title}', body: 'A reader has pointed out something in the article “{title}”.' },
        'zh-cn': { subject: '读者纠错：{title}', body: '有读者指出知识条目“{title}”存在问题。' },
        'zh-tw': { subject: '讀者糾錯：{title}', body: '有讀者指出知識條目「{title}」存在問題。' }
    }),
    simpleKind('article.flag-decided', {
        en: { subject: 'Your hint: {title}', body: 'What you pointed out in the article “{title}” has been decided about.\n{answer}' },
        'zh-cn': { subject: '您的纠错已处理：{title}', body: '您对知识条目“{title}”提出的纠错已有处理结果。\n{answer}' },
        'zh-tw': { subject: '您的糾錯已處理：{title}', body: '您對知識條目「{title}」提出的糾錯已有處理結果。\n{answer}' }
    })
];
