import { inject, injectable } from '@theia/core/shared/inversify';
import { EventHub } from '../events/event-hub';
import type { StartTask } from '../start/start-task';
import { sessionEnded, SessionService } from './session-service';

/** Passes on what other back ends tell of sessions and tokens that ended, so that what those hold open here is closed. */
@injectable()
export class SessionEndings implements StartTask {
    readonly order = 4; // before the line opens: what is told first is heard too
    private stopListening: (() => void) | undefined;

    constructor(@inject(EventHub) private readonly hub: EventHub, @inject(SessionService) private readonly sessions: SessionService) { }

    async run(): Promise<void> {
        this.stopListening = this.hub.listen(({ type, entityId }) => {
            if (type === sessionEnded) {
                this.sessions.ended([entityId]);
            } else if (type === 'house.reconnected') {
                void this.sessions.endVanished().catch(error => console.warn('Which sessions have ended could not be found out; their connections end later.', error));
            }
        });
    }

    async stop(): Promise<void> {
        this.stopListening?.();
    }
}
