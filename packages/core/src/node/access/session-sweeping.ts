import { inject, injectable } from '@theia/core/shared/inversify';
import type { StartTask } from '../start/start-task';
import { SessionService } from './session-service';

const everyMs = 3_600_000;

/** Removes sessions and one-time links that have expired, once an hour. */
@injectable()
export class SessionSweeping implements StartTask {
    readonly order = 90;
    private timer: NodeJS.Timeout | undefined;

    constructor(@inject(SessionService) private readonly sessions: SessionService) { }

    async run(): Promise<void> {
        await this.sessions.sweep();
        this.timer = setInterval(() => void this.sessions.sweep().catch(error => console.warn('Expired sessions could not be removed; it will be tried again.', error)), everyMs);
    }

    async stop(): Promise<void> {
        clearInterval(this.timer);
    }
}
