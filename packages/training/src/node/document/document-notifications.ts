import { type NotificationKind, simpleKind } from '@earshot/core/lib/node/notifications/notification-kind';

/** What people are told about process documents, with the words for mails. */
export const documentNotifications: readonly NotificationKind[] = [
    simpleKind('document.to-read', {
        en: { subject: 'To read and acknowledge: {title}', body: 'The process document “{title}” has taken effect and concerns your position. Please read it and acknowledge that you have.' },
        'zh-cn': { subject: '请阅读并确认：{title}', body: '与您岗位有关的流程文档“{title}”已生效，请阅读并完成阅读确认。' },
        'zh-tw': { subject: '請閱讀並確認：{title}', body: '與您崗位有關的流程文件「{title}」已生效，請閱讀並完成閱讀確認。' }
    }),
    simpleKind('document.reminder', {
        en: { subject: 'Reminder, to read: {title}', body: 'You have not acknowledged the process document “{title}” yet. Please read it.' },
        'zh-cn': { subject: '阅读提醒：{title}', body: '您尚未完成流程文档“{title}”的阅读确认，请尽快阅读。' },
        'zh-tw': { subject: '閱讀提醒：{title}', body: '您尚未完成流程文件「{title}」的閱讀確認，請儘快閱讀。' }
    }),
    simpleKind('document.approved', {
        en: { subject: 'Approved: {title}', body: 'Your version of “{title}” was approved. Put it into force, or choose the day on which it takes effect.' },
        'zh-cn': { subject: '已批准：{title}', body: '您提交的“{title}”已获批准，可立即生效或选择生效日期。' },
        'zh-tw': { subject: '已核准：{title}', body: '您提交的「{title}」已獲核准，可立即生效或選擇生效日期。' }
    }),
    simpleKind('document.returned', {
        en: { subject: 'Returned: {title}', body: 'Your version of “{title}” was returned: {reason}' },
        'zh-cn': { subject: '已退回：{title}', body: '您提交的“{title}”被退回：{reason}' },
        'zh-tw': { subject: '已退回：{title}', body: '您提交的「{title}」被退回：{reason}' }
    }),
    simpleKind('document.change-requested', {
        en: { subject: 'Change asked for: {title}', body: 'Somebody has asked for a change of the process document “{title}”. Please answer.' },
        'zh-cn': { subject: '修改申请：{title}', body: '有人对您负责的流程文档“{title}”提出修改申请，请答复。' },
        'zh-tw': { subject: '修改申請：{title}', body: '有人對您負責的流程文件「{title}」提出修改申請，請答覆。' }
    }),
    simpleKind('document.request-decided', {
        en: { subject: 'Your change request: {title}', body: 'The change that you asked for in “{title}” has been answered.' },
        'zh-cn': { subject: '修改申请已答复：{title}', body: '您对“{title}”提出的修改申请已有答复。' },
        'zh-tw': { subject: '修改申請已答覆：{title}', body: '您對「{title}」提出的修改申請已有答覆。' }
    }),
    simpleKind('document.request-discussed', {
        en: { subject: 'Discussion of a change: {title}', body: 'Somebody has said something about a change asked for in “{title}” that you take part in.' },
        'zh-cn': { subject: '修改申请有新讨论：{title}', body: '您参与讨论的“{title}”修改申请有新的发言。' },
        'zh-tw': { subject: '修改申請有新討論：{title}', body: '您參與討論的「{title}」修改申請有新的發言。' }
    }),
    simpleKind('document.commented', {
        en: { subject: 'Comment: {title}', body: 'Somebody has commented on the version of “{title}” that you work on.' },
        'zh-cn': { subject: '新批注：{title}', body: '您参与编写的“{title}”版本有新的批注。' },
        'zh-tw': { subject: '新註解：{title}', body: '您參與撰寫的「{title}」版本有新的註解。' }
    }),
    simpleKind('document.held', {
        en: { subject: 'Held back: {title}', body: '“{title}” was to take effect and could not: something that hangs on its changed clauses is still to be checked.' },
        'zh-cn': { subject: '未能生效：{title}', body: '“{title}”已到生效日，但与变更条款相关的内容尚未核对完毕，暂未生效。' },
        'zh-tw': { subject: '未能生效：{title}', body: '「{title}」已到生效日，但與變更條款相關的內容尚未核對完畢，暫未生效。' }
    })
];
