import { type NotificationKind, simpleKind } from '@earshot/core/lib/node/notifications/notification-kind';

/** What exams tell people, with the words for mails. */
export const examNotifications: readonly NotificationKind[] = [
    simpleKind('exam.assigned', {
        en: { subject: 'Exam: {title}', body: 'The exam “{title}” is yours to sit. Open it to see until when.' },
        'zh-cn': { subject: '考试：{title}', body: '您有一场考试“{title}”待完成，打开可查看截止时间。' },
        'zh-tw': { subject: '考試：{title}', body: '您有一場考試「{title}」待完成，開啟可查看截止時間。' }
    }),
    simpleKind('exam.published', {
        en: { subject: 'Approved: {title}', body: 'Your exam “{title}” was approved and can be assigned now.' },
        'zh-cn': { subject: '已批准：{title}', body: '您编写的考试“{title}”已获批准，现在可以安排人员参加。' },
        'zh-tw': { subject: '已核准：{title}', body: '您編寫的考試「{title}」已獲核准，現在可以指派人員參加。' }
    }),
    simpleKind('attempt.released', {
        en: { subject: 'Your result: {title}', body: 'Your result in the exam “{title}” is there.' },
        'zh-cn': { subject: '考试成绩：{title}', body: '您参加的考试“{title}”成绩已公布。' },
        'zh-tw': { subject: '考試成績：{title}', body: '您參加的考試「{title}」成績已公布。' }
    })
];
