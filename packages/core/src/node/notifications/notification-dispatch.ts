import { inject, injectable } from '@theia/core/shared/inversify';
import { channelsFor } from '../../common/notifications/delivery-channels';
import { JobQueue } from '../jobs/job-queue';
import type { ScheduleContribution } from '../jobs/schedules';
import { Database } from '../storage/database';
import { type DeliveryMessage, queueOfChannel } from './notification-delivery';
import { NotificationSettings } from './notification-settings';
import type { NotificationTables } from './notification-tables';

const batch = 100;

/** Looks at new notifications and queues their deliveries by the channels that people chose: each exactly once, in the transaction that notes it. */
@injectable()
export class NotificationDispatch implements ScheduleContribution {
    readonly name = 'notification-dispatch';
    readonly when = { everySeconds: 5 };

    constructor(
        @inject(Database) private readonly database: Database,
        @inject(JobQueue) private readonly queue: JobQueue,
        @inject(NotificationSettings) private readonly settings: NotificationSettings
    ) { }

    async run(): Promise<void> {
        while (await this.dispatch() === batch) { /* until all are done */ }
    }

    private async dispatch(): Promise<number> {
        return this.database.read<NotificationTables>().transaction().execute(async transaction => {
            const found = await transaction.selectFrom('core.notification as notification').innerJoin('core.person as person', 'person.id', 'notification.person_id')
                .leftJoin('core.notification_choice as choice', 'choice.person_id', 'notification.person_id').where('notification.dispatched_at', 'is', null)
                .select(['notification.id', 'notification.kind', 'person.status', 'person.email as address', 'choice.email', 'choice.webhook', 'choice.webhook_url', 'choice.webhook_secret'])
                .orderBy('notification.id').limit(batch).forUpdate('notification').skipLocked().execute();
            for (const each of found) {
                const choice = each.email && each.webhook ? { email: each.email, webhook: each.webhook, webhookUrl: each.webhook_url, webhookSecret: each.webhook_secret } : undefined;
                for (const channel of channelsFor(each.kind, choice, { active: each.status === 'active', address: each.address, mailServer: this.settings.mailServer })) {
                    await transaction.insertInto('core.notification_delivery').values({ notification_id: each.id, channel, state: 'waiting', tries: 0, problem: null }).execute();
                    const message: DeliveryMessage = { notificationId: each.id };
                    await this.queue.send(transaction, queueOfChannel(channel), message);
                }
            }
            if (found.length) {
                await transaction.updateTable('core.notification').set({ dispatched_at: new Date() }).where('id', 'in', found.map(each => each.id)).execute();
            }
            return found.length;
        });
    }
}
