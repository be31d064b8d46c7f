import { joinRanges, type Range } from '../../common/evaluation/listening';

/**
 * Hands on what was listened to. The player tells it in batches; a batch that does not arrive goes along with the next one,
 * and since the server joins ranges, one that arrived twice counts once.
 */
export class ListeningLog {
    private waiting: readonly Range[] = [];
    private sending = false;

    constructor(private readonly send: (ranges: readonly Range[]) => Promise<unknown>) { }

    readonly heard = async (ranges: readonly Range[]): Promise<void> => {
        this.waiting = joinRanges([...this.waiting, ...ranges], Infinity);
        if (this.sending || this.waiting.length === 0) {
            return;
        }
        const batch = this.waiting;
        this.waiting = [];
        this.sending = true;
        try {
            await this.send(batch);
        } catch {
            this.waiting = joinRanges([...batch, ...this.waiting], Infinity);
        } finally {
            this.sending = false;
        }
    };
}
