import { createTransport, type Transporter } from 'nodemailer';
import { inject, injectable } from '@theia/core/shared/inversify';
import { DeliveryFailure } from './delivery-failure';
import type { MailText } from './notification-kind';
import { NotificationSettings } from './notification-settings';

const patienceMs = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export interface Mail extends MailText { readonly to: { readonly name: string; readonly address: string }; readonly id: string; readonly language: string }

/** Hands mails to the mail server of EARSHOT_SMTP_URL. */
@injectable()
export class MailSender {
    private transport: Transporter | undefined;

    constructor(@inject(NotificationSettings) private readonly settings: NotificationSettings) { }

    /** @throws DeliveryFailure; permanent when the server refuses the mail itself. */
    async send({ to, subject, body, id, language }: Mail): Promise<void> {
        const { smtpUrl, mailFrom } = this.settings;
        if (!smtpUrl || !mailFrom) {
            throw new DeliveryFailure('no-mail-server', true);
        }
        this.transport ??= createTransport({ url: smtpUrl, pool: true, maxConnections: 2, disableFileAccess: true, disableUrlAccess: true, ...patienceMs } as Parameters<typeof createTransport>[0]);
        try {
            await this.transport.sendMail({
                from: mailFrom, to: { name: to.name, address: to.address }, subject, text: body, messageId: `<${id}@earshot>`,
                headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language }
            });
        } catch (error) {
            // A reply of 5yz to a mail is final (RFC 5321, 4.2.1); to a sign-in it is for the operator to mend, and the mail waits.
            const { responseCode, code } = error as { responseCode?: number; code?: string };
            const permanent = code === 'EENVELOPE' && (responseCode === undefined || responseCode >= 500) || code === 'EMESSAGE' && !!responseCode && responseCode >= 500;
            throw new DeliveryFailure(responseCode ? `mail-server-${responseCode}` : 'mail-server-unreachable', permanent, { cause: error });
        }
    }

    close(): void {
        this.transport?.close();
        this.transport = undefined;
    }
}
