import type { DeliveryChannel } from '../../common/notifications/delivery-channels';
import type { NotificationTable, OptionalMoment } from '../storage/core-tables';

/** What the notification migration adds to the tables of core. */
export interface NotificationTables {
    'core.notification': NotificationTable & { dispatched_at: OptionalMoment };
    'core.notification_delivery': NotificationDeliveryTable;
}

export interface NotificationDeliveryTable {
    notification_id: string;
    channel: DeliveryChannel;
    state: 'waiting' | 'sent' | 'failed';
    tries: number;
    /** Code of the last failure. */
    problem: string | null;
    settled_at: OptionalMoment;
}
