import { houseOperations } from '../../common/house-contract';
import { caller } from '../api/context';
import { implementOperations } from '../api/implementation';
import type { NotificationService } from './notification-service';

const done = { done: true } as const;

/** Carries out the operations on one's own notifications. */
export function notificationRouter(notifications: NotificationService) {
    const os = implementOperations(houseOperations);
    return {
        notifications: os.notifications.handler(({ context, input }) => notifications.list(caller(context), input)),
        readNotifications: os.readNotifications.handler(async ({ context, input }) => { await notifications.read(caller(context), input.ids); return done; }),
        notificationChoice: os.notificationChoice.handler(({ context }) => notifications.choice(caller(context))),
        chooseNotifications: os.chooseNotifications.handler(async ({ context, input }) => { await notifications.choose(caller(context), input); return done; })
    };
}
