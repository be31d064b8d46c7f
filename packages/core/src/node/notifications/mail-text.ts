import { parseLink } from '../../common/linking/entity-link';
import type { Language, MailText } from './notification-kind';

const closing: Readonly<Record<Language, (address: string) => string>> = {
    en: address => `You get this mail because you asked to be told of this by e-mail. Change that under “My account”: ${address}`,
    'zh-cn': address => `您收到此邮件,是因为您选择了以电子邮件接收此类通知。可在“我的账户”中更改:${address}`,
    'zh-tw': address => `您收到此郵件,是因為您選擇了以電子郵件接收此類通知。可在「我的帳戶」中變更:${address}`
};

/** The page behind an `earshot:` link: `https://…/#/quality/evaluations/<id>`. */
export function pageAddress(address: string, link: string | null): string | undefined {
    const reference = link ? parseLink(link) : undefined;
    return reference && `${address}/#/${reference.package}/${reference.type}/${reference.id}`;
}

/** A notification as a plain-text mail: what happened, where to look, why this mail came. */
export function mailText(language: Language, { subject, body }: MailText, address: string, link: string | null): MailText {
    const page = pageAddress(address, link);
    return {
        subject: subject.replace(/\s+/g, ' ').trim().slice(0, 200),
        body: `${body}\n${page ? `\n${page}\n` : ''}\n-- \n${closing[language](`${address}/#/account`)}\n`
    };
}
