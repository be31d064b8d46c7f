import { inject, injectable } from '@theia/core/shared/inversify';
import { ConnectionStatus, ConnectionStatusService } from '@theia/core/lib/browser/connection-status-service';
import { coreContract } from '../../common/core-contract';
import { ApiService } from './api-service';
import { DomainEventService } from './domain-event-service';
import { Store } from './store';

/** Milliseconds that an interruption may last before anybody is told: most are over by then. */
const PATIENCE = 2_500;

/** Whether the server can be reached, as all three ways to it say: requests, events, and Theia's socket. */
@injectable()
export class ConnectionService {
    @inject(ConnectionStatusService)
    protected readonly socket: ConnectionStatusService;
    @inject(ApiService)
    protected readonly api: ApiService;
    @inject(DomainEventService)
    protected readonly events: DomainEventService;
    readonly online = new Store(true);
    protected timer: ReturnType<typeof setTimeout> | undefined;
    protected lastRequestFailed = false;

    start(): void {
        this.socket.onStatusChange(() => this.judge());
        this.events.connection.onDidChange(() => this.judge());
        this.api.onDidReach(reached => {
            if (this.lastRequestFailed === reached) {
                this.lastRequestFailed = !reached;
                this.judge();
            }
        });
        // the answer tells a server that is away from a session that has ended, which leads to the sign-in page
        this.events.onDidFail(() => void this.api.clientOf(coreContract).session.current().catch(() => { /* still away */ }));
        window.addEventListener('online', () => this.events.start());
    }

    protected judge(): void {
        const eventsLost = this.events.connection.get() === 'lost';
        if (!eventsLost) {
            this.lastRequestFailed = false;
        }
        const lost = eventsLost || this.lastRequestFailed || this.socket.currentStatus === ConnectionStatus.OFFLINE;
        clearTimeout(this.timer);
        if (!lost) {
            this.online.set(true);
        } else if (this.online.get()) {
            this.timer = setTimeout(() => this.online.set(false), PATIENCE);
        }
    }
}
