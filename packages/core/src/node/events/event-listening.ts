import { inject, injectable } from '@theia/core/shared/inversify';
import type { StartTask } from '../start/start-task';
import { EventHub } from './event-hub';

/** Opens the line to the database over which events arrive. */
@injectable()
export class EventListening implements StartTask {
    readonly order = 5;

    constructor(@inject(EventHub) private readonly hub: EventHub) { }

    run(): Promise<void> {
        return this.hub.start();
    }

    stop(): Promise<void> {
        return this.hub.stop();
    }
}
