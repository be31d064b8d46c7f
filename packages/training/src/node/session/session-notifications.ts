import { type Language, type MailText, type NotificationKind, simpleKind } from '@earshot/core/lib/node/notifications/notification-kind';

const tags: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-cn': 'zh-CN', 'zh-tw': 'zh-TW' };

/** A day and a time as they are read in a mail, by the server's clock. */
const when = (language: Language, moment: unknown): string => new Intl.DateTimeFormat(tags[language], { dateStyle: 'full', timeStyle: 'short' }).format(new Date(String(moment)));

const kind = (name: string, texts: Readonly<Record<Language, MailText>>): NotificationKind => ({
    kind: `training-session.${name}`, text: (language, { title, startsAt, place }) => simpleKind(name, texts).text(language, { title, when: when(language, startsAt), place })
});

/** What sessions tell people, with the words for mails. */
export const sessionNotifications: readonly NotificationKind[] = [
    kind('invited', {
        en: { subject: 'Training: {title}', body: 'You are invited to “{title}”: {when}, {place}.' },
        'zh-cn': { subject: '培训通知：{title}', body: '请您参加培训“{title}”：{when}，{place}。' },
        'zh-tw': { subject: '培訓通知：{title}', body: '請您參加培訓「{title}」：{when}，{place}。' }
    }),
    kind('changed', {
        en: { subject: 'Training changed: {title}', body: '“{title}” takes place at another time or place now: {when}, {place}.' },
        'zh-cn': { subject: '培训变更：{title}', body: '培训“{title}”的时间或地点已变更：{when}，{place}。' },
        'zh-tw': { subject: '培訓異動：{title}', body: '培訓「{title}」的時間或地點已異動：{when}，{place}。' }
    }),
    kind('cancelled', {
        en: { subject: 'Training cancelled: {title}', body: '“{title}” ({when}) does not take place.' },
        'zh-cn': { subject: '培训取消：{title}', body: '原定于 {when} 的培训“{title}”已取消。' },
        'zh-tw': { subject: '培訓取消：{title}', body: '原定於 {when} 的培訓「{title}」已取消。' }
    }),
    kind('uninvited', {
        en: { subject: 'Training without you: {title}', body: 'You need not come to “{title}” ({when}) any more.' },
        'zh-cn': { subject: '您无需参加培训：{title}', body: '您已不在培训“{title}”（{when}）的参加名单中，无需到场。' },
        'zh-tw': { subject: '您無需參加培訓：{title}', body: '您已不在培訓「{title}」（{when}）的參加名單中，無需到場。' }
    }),
    kind('tomorrow', {
        en: { subject: 'Soon: {title}', body: '“{title}” begins {when}, {place}.' },
        'zh-cn': { subject: '培训提醒：{title}', body: '培训“{title}”即将开始：{when}，{place}。' },
        'zh-tw': { subject: '培訓提醒：{title}', body: '培訓「{title}」即將開始：{when}，{place}。' }
    }),
    kind('feedback', {
        en: { subject: 'How was it? {title}', body: 'Please say how “{title}” was. The trainer sees means, no names.' },
        'zh-cn': { subject: '培训反馈：{title}', body: '请您评价培训“{title}”。培训师只能看到平均结果，看不到姓名。' },
        'zh-tw': { subject: '培訓回饋：{title}', body: '請您評價培訓「{title}」。培訓師只能看到平均結果，看不到姓名。' }
    })
];
