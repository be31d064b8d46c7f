import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { languages } from '../../common/access/session-contract';
import type { DeliveryChannel } from '../../common/notifications/delivery-channels';
import { JobQueue, type Message } from '../jobs/job-queue';
import { Settings } from '../start/settings';
import type { StartTask } from '../start/start-task';
import { Database } from '../storage/database';
import { DeliveryFailure } from './delivery-failure';
import { MailSender } from './mail';
import { mailText } from './mail-text';
import { NotificationKind } from './notification-kind';
import { NotificationSettings } from './notification-settings';
import type { NotificationTables } from './notification-tables';
import { callWebhook } from './webhook';
import { WebhookSecrets } from './webhook-secrets';

export interface DeliveryMessage { readonly notificationId: string }
export const queueOfChannel = (channel: DeliveryChannel): string => `notification.${channel}`;

/** After the first try: half a minute, doubling up to an hour; about four hours in all. */
const retries = 9;
const delaySeconds = 30;
const longestDelaySeconds = 3600;

/** Carries notifications out by mail and webhook, and notes what became of each. */
@injectable()
export class NotificationDelivery implements StartTask {
    readonly order = 21;

    constructor(
        @inject(Database) private readonly database: Database,
        @inject(JobQueue) private readonly queue: JobQueue,
        @inject(MailSender) private readonly mails: MailSender,
        @inject(Settings) private readonly house: Pick<Settings, 'address'>,
        @inject(NotificationSettings) private readonly settings: NotificationSettings,
        @inject(WebhookSecrets) private readonly secrets: Pick<WebhookSecrets, 'open'>,
        @inject(ContributionProvider) @named(NotificationKind) private readonly kinds: ContributionProvider<NotificationKind>
    ) { }

    async run(): Promise<void> {
        this.settings.check();
        for (const [channel, concurrency] of [['email', 2], ['webhook', 4]] as const) {
            await this.queue.open(queueOfChannel(channel), { retries, delay: delaySeconds, longestDelay: longestDelaySeconds, limit: 120 });
            await this.queue.work<DeliveryMessage>(queueOfChannel(channel), concurrency, message => this.deliver(channel, message));
        }
    }

    async stop(): Promise<void> {
        await this.queue.rest([queueOfChannel('email'), queueOfChannel('webhook')]);
        this.mails.close();
    }

    /** @throws DeliveryFailure to be called again later. */
    private async deliver(channel: DeliveryChannel, { data, delivery }: Message<DeliveryMessage>): Promise<void> {
        const found = await this.load(channel, data.notificationId);
        if (!found) {
            return;
        }
        try {
            if (!found.active) {
                throw new DeliveryFailure('person-left', true);
            }
            await (channel === 'email' ? this.mail(found) : this.call(found));
            await this.note(channel, found.id, delivery, { state: 'sent', problem: null, settled_at: new Date() });
        } catch (error) {
            const failure = error instanceof DeliveryFailure ? error : new DeliveryFailure('unexpected', false, { cause: error });
            const last = failure.permanent || delivery >= retries;
            await this.note(channel, found.id, delivery, last ? { state: 'failed', problem: failure.code, settled_at: new Date() } : { state: 'waiting', problem: failure.code });
            if (!last) {
                throw failure;
            }
            console.warn(`Notification ${found.id} could not be delivered by ${channel}: ${failure.code}`);
        }
    }

    private async mail(found: Found): Promise<void> {
        const kind = this.kinds.getContributions().find(each => each.kind === found.kind);
        if (!kind || !found.address) {
            throw new DeliveryFailure(kind ? 'no-address' : 'unknown-kind', true);
        }
        const language = languages.find(each => each === found.language) ?? 'en';
        await this.mails.send({ ...mailText(language, kind.text(language, found.detail), this.house.address, found.link), to: { name: found.name, address: found.address }, id: found.id, language });
    }

    private async call(found: Found): Promise<void> {
        if (!found.url || !found.secret) {
            throw new DeliveryFailure('no-address', true);
        }
        const secret = this.secrets.open(found.personId, found.secret);
        if (secret === undefined) {
            throw new DeliveryFailure('secret-unreadable', true);
        }
        const body = JSON.stringify({ id: found.id, kind: found.kind, personId: found.personId, detail: found.detail, link: found.link, createdAt: found.createdAt.toISOString() });
        await callWebhook({ url: found.url, secret, body, id: found.id, allowPrivate: this.settings.allowPrivateWebhooks });
    }

    /** Undefined when it has been settled already: a message may come twice. */
    private async load(channel: DeliveryChannel, id: string): Promise<Found | undefined> {
        const row = await this.database.read<NotificationTables>().selectFrom('core.notification_delivery as delivery').innerJoin('core.notification as notification', 'notification.id', 'delivery.notification_id')
            .innerJoin('core.person as person', 'person.id', 'notification.person_id').leftJoin('core.notification_choice as choice', 'choice.person_id', 'person.id')
            .leftJoin('core.preference as preference', join => join.onRef('preference.person_id', '=', 'person.id').on('preference.key', '=', 'language'))
            .where('delivery.notification_id', '=', id).where('delivery.channel', '=', channel).where('delivery.state', '=', 'waiting')
            .select(['notification.id', 'notification.kind', 'notification.detail', 'notification.link', sql<Date>`notification.created_at`.as('createdAt'), 'person.id as personId', 'person.name',
                'person.email as address', 'person.status', 'choice.webhook_url as url', 'choice.webhook_secret as secret', 'preference.value as language']).executeTakeFirst();
        return row && { ...row, active: row.status === 'active' };
    }

    private async note(channel: DeliveryChannel, id: string, delivery: number, change: { readonly state: 'waiting' | 'sent' | 'failed'; readonly problem: string | null; readonly settled_at?: Date }): Promise<void> {
        await this.database.read<NotificationTables>().updateTable('core.notification_delivery').set({ ...change, tries: delivery + 1 })
            .where('notification_id', '=', id).where('channel', '=', channel).execute();
    }
}

interface Found {
    readonly id: string; readonly kind: string; readonly detail: Record<string, unknown>; readonly link: string | null; readonly createdAt: Date;
    readonly personId: string; readonly name: string; readonly active: boolean; readonly address: string | null; readonly url: string | null; readonly secret: string | null; readonly language: unknown;
}
