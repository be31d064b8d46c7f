import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { EventHub } from '@earshot/core/lib/node/events/event-hub';

/** Goes out when the masks of a recording change, or a form of it that can be masked is ready. */
export const maskedEvent = 'recording.masked';

/**
 * Who is being sent bytes of which recording. When its masks change, on whatever back end, all of that is broken off: not one more
 * byte goes out under the old masks. Browsers fetch what is missing again, by range, and get it under the new ones.
 */
@injectable()
export class MaskWatch {
    private readonly sending = new Map<string, Set<AbortController>>();

    constructor(@inject(EventHub) private readonly events: Pick<EventHub, 'listen'>) { }

    @postConstruct()
    init(): void {
        this.events.listen(({ type, entityId }) => {
            if (type === maskedEvent) {
                this.breakOff(entityId);
            } else if (type === 'house.reconnected') {       // what happened meanwhile is not known
                [...this.sending.keys()].forEach(each => this.breakOff(each));
            }
        });
    }

    /**
     * Sends bytes for as long as the masks stay as they are. Begin before the masks are read, so that no change falls in between.
     * @param send its signal is aborted when the masks change.
     */
    async during<T>(recordingId: string, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
        const controller = new AbortController();
        const others = this.sending.get(recordingId) ?? new Set();
        this.sending.set(recordingId, others.add(controller));
        try {
            return await send(controller.signal);
        } finally {
            others.delete(controller);
            if (others.size === 0 && this.sending.get(recordingId) === others) {
                this.sending.delete(recordingId);
            }
        }
    }

    private breakOff(recordingId: string): void {
        this.sending.get(recordingId)?.forEach(each => each.abort());
    }
}
