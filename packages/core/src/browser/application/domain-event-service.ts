import { injectable } from '@theia/core/shared/inversify';
import { Emitter } from '@theia/core/lib/common/event';
import type { DomainEvent } from '../../common/events/domain-event';
import { apiUrl } from './session-service';
import { Store } from './store';

export type EventConnection = 'connecting' | 'open' | 'lost';

/** Milliseconds before the first retry; it doubles up to the longest, with some chance so that not everybody comes back at once. */
const SHORTEST_RETRY = 1_000;
const LONGEST_RETRY = 30_000;

const isDomainEvent = (value: unknown): value is DomainEvent => typeof (value as DomainEvent | undefined)?.type === 'string';

/** What happens elsewhere, as the server tells it: events carry ids, whoever shows the thing asks again. */
@injectable()
export class DomainEventService {
    protected readonly eventEmitter = new Emitter<DomainEvent>();
    readonly onDidHappen = this.eventEmitter.event;
    protected readonly reconnectEmitter = new Emitter<void>();
    /** The stream stands again after it was interrupted: anything may have happened in between. */
    readonly onDidReconnect = this.reconnectEmitter.event;
    protected readonly failEmitter = new Emitter<void>();
    /** An attempt to listen failed; another follows by itself. */
    readonly onDidFail = this.failEmitter.event;
    readonly connection = new Store<EventConnection>('connecting');

    protected source: EventSource | undefined;
    protected attempts = 0;
    protected interrupted = false;

    start(): void {
        this.source?.close();
        const source = this.source = new EventSource(`${apiUrl()}/events`);
        source.onopen = () => this.opened();
        source.onmessage = message => this.received(message.data);
        source.onerror = () => this.failed(source);
    }

    stop(): void {
        this.source?.close();
        this.source = undefined;
    }

    protected opened(): void {
        this.attempts = 0;
        this.connection.set('open');
        if (this.interrupted) {
            this.interrupted = false;
            this.reconnectEmitter.fire();
        }
    }

    protected received(data: string): void {
        let event: unknown;
        try {
            event = JSON.parse(data);
        } catch {
            return;
        }
        if (isDomainEvent(event)) {
            this.eventEmitter.fire(event);
        }
    }

    /** The browser retries by itself only after a broken stream, not after an answer such as 502: so we always do it. */
    protected failed(source: EventSource): void {
        if (source !== this.source) {
            return;
        }
        source.close();
        this.interrupted = true;
        this.connection.set('lost');
        this.failEmitter.fire();
        const wait = Math.min(LONGEST_RETRY, SHORTEST_RETRY * 2 ** this.attempts++) * (0.75 + Math.random() / 2);
        window.setTimeout(() => source === this.source && this.start(), wait);
    }
}
