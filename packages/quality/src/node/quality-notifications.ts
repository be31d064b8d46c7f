import { type NotificationKind, simpleKind } from '@earshot/core/lib/node/notifications/notification-kind';

/** What quality monitoring tells people, with the words for mails. */
export const qualityNotifications: readonly NotificationKind[] = [
    simpleKind('calibration.opened', {
        en: { subject: 'Calibration: {title}', body: 'The calibration session “{title}” is open. Please score its calls on your own before it closes.' },
        'zh-cn': { subject: '校准会：{title}', body: '校准会“{title}”已开始，请在截止前独立完成评分。' },
        'zh-tw': { subject: '校準會：{title}', body: '校準會「{title}」已開始，請在截止前獨立完成評分。' }
    }),
    simpleKind('calibration.closed', {
        en: { subject: 'Results: {title}', body: 'The calibration session “{title}” has closed. You can see now how far the panel agreed.' },
        'zh-cn': { subject: '校准结果：{title}', body: '校准会“{title}”已截止，现在可以查看评分一致性结果。' },
        'zh-tw': { subject: '校準結果：{title}', body: '校準會「{title}」已截止，現在可以查看評分一致性結果。' }
    }),
    simpleKind('evaluation.correction-approved', {
        en: { subject: 'Your correction was approved', body: 'Your correction of an evaluation was approved and is in force now.' },
        'zh-cn': { subject: '您的更正已批准', body: '您对质检评分的更正已获批准并生效。' },
        'zh-tw': { subject: '您的更正已核准', body: '您對質檢評分的更正已獲核准並生效。' }
    }),
    simpleKind('evaluation.correction-rejected', {
        en: { subject: 'Your correction was returned', body: 'Your correction of an evaluation was returned to you. Open it to read why.' },
        'zh-cn': { subject: '您的更正被退回', body: '您对质检评分的更正被退回，打开可查看原因。' },
        'zh-tw': { subject: '您的更正被退回', body: '您對質檢評分的更正被退回，開啟可查看原因。' }
    })
];
