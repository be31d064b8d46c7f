import type { languages } from '../../common/access/session-contract';

export type Language = typeof languages[number];
export interface MailText { readonly subject: string; readonly body: string }

/** Contribution point: a kind of notification, with its words for mails. On the screen the browser's own words are used. */
export const NotificationKind = Symbol('NotificationKind');
export interface NotificationKind {
    /** `job.failed`, `dispute.opened` …, as given to `ChangeLog.notify`. */
    readonly kind: string;
    /** Plain text in the language of whoever is told. @param detail what was given to `notify`. */
    text(language: Language, detail: Readonly<Record<string, unknown>>): MailText;
}

/** Words for one kind, by language, with the title of what it is about in place of `{title}`. */
export const simpleKind = (kind: string, texts: Readonly<Record<Language, MailText>>): NotificationKind => ({
    kind,
    text: (language, detail) => {
        const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? ''));
        const { subject, body } = texts[language];
        return { subject: filled(subject), body: filled(body) };
    }
});
