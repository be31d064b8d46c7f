import { injectable } from '@theia/core/shared/inversify';

/** How notifications may leave the house, as the operator decided when starting it. */
@injectable()
export class NotificationSettings {
    /** `smtp://user:password@host:587`, `smtps://host` */
    readonly smtpUrl: string | undefined = process.env.EARSHOT_SMTP_URL || undefined;
    /** `Earshot <earshot@example.org>` */
    readonly mailFrom: string | undefined = process.env.EARSHOT_MAIL_FROM || undefined;
    /** Lets webhooks reach private networks and this machine: only where everybody who signs in is trusted with that. */
    readonly allowPrivateWebhooks: boolean = process.env.EARSHOT_WEBHOOK_ALLOW_PRIVATE === '1';

    /** @throws Error when mails could not be sent with what was given. */
    check(): void {
        if (this.smtpUrl && !/^smtps?:$/.test(URL.canParse(this.smtpUrl) ? new URL(this.smtpUrl).protocol : '')) {
            throw new Error('EARSHOT_SMTP_URL must look like smtp://user:password@mail.example.org:587 or smtps://mail.example.org.');
        }
        if (this.smtpUrl && !this.mailFrom) {
            throw new Error('EARSHOT_SMTP_URL is set, so EARSHOT_MAIL_FROM must say whom mails are from: Earshot <earshot@example.org>.');
        }
    }

    get mailServer(): boolean {
        return !!this.smtpUrl && !!this.mailFrom;
    }
}
