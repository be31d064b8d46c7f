import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { EventHub } from '@earshot/core/lib/node/events/event-hub';

/** Goes out when the masks of a recording change, or a form of it that can be masked is ready. */
export const maskedEvent = 'recording.masked';

/** One answer that is being sent. */
interface Sending {
    readonly controller: AbortController;
    /** Which masks it is sent under; undefined until they have been read. */
    revision: number | undefined;
    /** The latest masks that were told of since it began. */
    told: number;
}

/**
 * Who is being sent bytes of which recording. When its masks change, on whatever back end, all that goes out under the old ones is broken off:
 * not one more byte. Browsers fetch what is missing again, by range, and get it under the new masks.
 */
@injectable()
export class MaskWatch {
    private readonly sending = new Map<string, Set<Sending>>();

    constructor(@inject(EventHub) private readonly events: Pick<EventHub, 'listen'>) { }

    @postConstruct()
    init(): void {
        this.events.listen(({ type, entityId, detail }) => {
            if (type === maskedEvent) {
                this.breakOff(entityId, Number(detail?.revision ?? Infinity));
            } else if (type === 'house.reconnected') {       // what happened meanwhile is not known
                [...this.sending.keys()].forEach(each => this.breakOff(each, Infinity));
            }
        });
    }

    /**
     * Sends bytes for as long as the masks stay as they are. Begin before the masks are read, so that no change falls in between.
     * @param id of the recording, as the caller spells it. @param send its signal is aborted when the masks change; it says, once it has read them, by which revision of the masks it goes.
     */
    async during<T>(id: string, send: (signal: AbortSignal, goesBy: (revision: number) => void) => Promise<T>): Promise<T> {
        const recordingId = id.toLowerCase();                // an address may spell it otherwise than the event does
        const own: Sending = { controller: new AbortController(), revision: undefined, told: -1 };
        const others = this.sending.get(recordingId) ?? new Set();
        this.sending.set(recordingId, others.add(own));
        try {
            return await send(own.controller.signal, revision => {
                own.revision = revision;
                endIfOld(own);
            });
        } finally {
            others.delete(own);
            if (others.size === 0 && this.sending.get(recordingId) === others) {
                this.sending.delete(recordingId);
            }
        }
    }

    private breakOff(recordingId: string, revision: number): void {
        this.sending.get(recordingId)?.forEach(each => {
            each.told = Math.max(each.told, revision);
            endIfOld(each);
        });
    }
}

/** News may arrive late: what was begun under the new masks already goes on. */
function endIfOld({ controller, revision, told }: Sending): void {
    if (revision !== undefined && revision < told) {
        controller.abort();
    }
}
