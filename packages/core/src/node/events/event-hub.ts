import { inject, injectable } from '@theia/core/shared/inversify';
import { Client } from 'pg';
import type { DomainEvent, EventAudience } from '../../common/events/domain-event';
import type { Principal } from '../api/context';
import { DatabaseConnection, eventChannel } from '../storage/database';

type Listener = (event: DomainEvent, audience: EventAudience) => void;

/** Hears the events of every back end on this database, at their commit, and passes them to whoever listens here. */
@injectable()
export class EventHub {
    private readonly listeners = new Set<Listener>();
    private client: Client | undefined;
    private stopped = false;

    constructor(@inject(DatabaseConnection) private readonly connection: DatabaseConnection) { }

    /** @throws Error when the line cannot be opened; one that breaks later is opened again until it stands or the server ends. */
    async start(): Promise<void> {
        const client = new Client({ ...this.connection, application_name: 'earshot events', keepAlive: true });
        client.on('error', () => { /* `end` follows */ });
        client.on('notification', ({ payload }) => {
            const { audience, ...event } = JSON.parse(payload ?? '{}') as DomainEvent & { audience: EventAudience };
            this.listeners.forEach(each => each(event, audience));
        });
        try {
            await client.connect();
            await client.query(`listen ${eventChannel}`);
        } catch (error) {
            await client.end().catch(() => { /* it never stood */ });
            throw error;
        }
        if (this.stopped) {
            await client.end();
            return;
        }
        client.on('end', () => this.restart()); // only of a line that stood: a failed attempt is told by its error, and must not be tried again twice
        this.client = client;
        // What happened while the line was down is not known: everybody asks again.
        this.listeners.forEach(each => each({ type: 'house.reconnected', entityId: '' }, {}));
    }

    listen(listener: Listener): () => void {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    async stop(): Promise<void> {
        this.stopped = true;
        await this.client?.end();
    }

    private restart(): void {
        if (!this.stopped) {
            setTimeout(() => this.start().catch(() => this.restart()), 1000).unref();
        }
    }
}

/** Whether a person may be told of an event. */
export function maySee(principal: Principal, event: DomainEvent, audience: EventAudience): boolean {
    if (event.type === 'house.reconnected' || audience.people?.includes(principal.personId ?? '')) {
        return true;
    }
    const scope = audience.permission && principal.permissions.get(audience.permission);
    return scope === 'all'
        || scope !== undefined && scope !== '' && (audience.ownerId ?? '') === principal.personId
        || scope === 'team' && !!audience.teamId && principal.teamIds.includes(audience.teamId);
}
