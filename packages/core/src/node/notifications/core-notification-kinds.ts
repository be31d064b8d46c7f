import { type NotificationKind, simpleKind } from './notification-kind';

/** What core itself tells people. */
export const coreNotificationKinds: readonly NotificationKind[] = [
    simpleKind('job.done', {
        en: { subject: 'Done: {title}', body: 'The job “{title}” that you started is done.' },
        'zh-cn': { subject: '已完成:{title}', body: '您启动的任务“{title}”已完成。' },
        'zh-tw': { subject: '已完成:{title}', body: '您啟動的工作「{title}」已完成。' }
    }),
    simpleKind('job.failed', {
        en: { subject: 'It did not work: {title}', body: 'The job “{title}” that you started has failed. Open it to see why and what you can do.' },
        'zh-cn': { subject: '未能完成:{title}', body: '您启动的任务“{title}”未能完成。打开任务可查看原因和处理办法。' },
        'zh-tw': { subject: '未能完成:{title}', body: '您啟動的工作「{title}」未能完成。開啟工作可查看原因與處理方式。' }
    })
];
