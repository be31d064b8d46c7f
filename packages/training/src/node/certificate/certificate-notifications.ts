import { type Language, type MailText, type NotificationKind, simpleKind } from '@earshot/core/lib/node/notifications/notification-kind';

const issued: Readonly<Record<Language, MailText>> = {
    en: { subject: 'Your certificate: {position}', body: 'All that your position {position} asks for is met. Your certificate is there to be shown and printed.' },
    'zh-cn': { subject: '您的上岗证书：{position}', body: '您已达到“{position}”岗位的全部要求，上岗证书已签发，可查看和打印。' },
    'zh-tw': { subject: '您的上崗證書：{position}', body: '您已達到「{position}」崗位的全部要求，上崗證書已核發，可檢視及列印。' }
};
const revoked: Readonly<Record<Language, MailText>> = {
    en: { subject: 'Your certificate was revoked: {position}', body: 'Your certificate for {position} does not hold any more. Open it to read why, or talk to your trainer.' },
    'zh-cn': { subject: '您的上岗证书已撤销：{position}', body: '您的“{position}”上岗证书已失效。请打开证书查看原因，或联系培训师。' },
    'zh-tw': { subject: '您的上崗證書已撤銷：{position}', body: '您的「{position}」上崗證書已失效。請開啟證書查看原因，或聯絡培訓師。' }
};

/** What people are told of their certificates, with the words for mails. */
export const certificateNotifications: readonly NotificationKind[] = [simpleKind('certificate.issued', issued), simpleKind('certificate.revoked', revoked)];
