import { type Language, type MailText, type NotificationKind, simpleKind } from '@earshot/core/lib/node/notifications/notification-kind';

/** What a requirement is called in a mail; an exam by its title. */
const named: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
    en: { exam: 'exam', 'supervised-calls': 'supervised calls', 'sign-off': 'sign-off by a trainer' },
    'zh-cn': { exam: '考试', 'supervised-calls': '跟听通话', 'sign-off': '培训师签字确认' },
    'zh-tw': { exam: '考試', 'supervised-calls': '跟聽通話', 'sign-off': '培訓師簽核' }
};

const ownTexts: Readonly<Record<Language, MailText>> = {
    en: { subject: 'Certification, to be met or renewed: {what}', body: 'Your certification for taking calls needs this by {day}: {what}. Talk to your trainer.' },
    'zh-cn': { subject: '上岗认证待完成：{what}', body: '您的上岗认证须在 {day} 前完成：{what}。请联系培训师安排。' },
    'zh-tw': { subject: '上崗認證待完成：{what}', body: '您的上崗認證須在 {day} 前完成：{what}。請聯絡培訓師安排。' }
};
const teamTexts: Readonly<Record<Language, MailText>> = {
    en: { subject: 'Certification in your team: {person}, {what}', body: '{person} needs this by {day} to go on taking calls: {what}.' },
    'zh-cn': { subject: '组员上岗认证待完成：{person}，{what}', body: '{person}须在 {day} 前完成以下项目，否则不能继续接线：{what}。' },
    'zh-tw': { subject: '組員上崗認證待完成：{person}，{what}', body: '{person}須在 {day} 前完成以下項目，否則不能繼續接線：{what}。' }
};

const missingTexts: Readonly<Record<Language, MailText>> = {
    en: { subject: 'Before you may take calls: {what}', body: 'Your position asks for this before you may take calls: {what}. Talk to your trainer.' },
    'zh-cn': { subject: '接线前须完成：{what}', body: '您的岗位要求在接线前完成：{what}。请联系培训师安排。' },
    'zh-tw': { subject: '接線前須完成：{what}', body: '您的崗位要求在接線前完成：{what}。請聯絡培訓師安排。' }
};

const kind = (name: string, texts: Readonly<Record<Language, MailText>>): NotificationKind => ({
    kind: name,
    text: (language, { requirement, title, endsAt, person }) => simpleKind(name, texts).text(language, { what: title ?? named[language][String(requirement)], day: String(endsAt).slice(0, 10), person })
});

/** What certification tells people and the leaders of their teams, with the words for mails. */
export const certificationNotifications: readonly NotificationKind[] = [kind('certification.ending', ownTexts), kind('certification.missing', missingTexts), kind('certification.ending-in-team', teamTexts)];
