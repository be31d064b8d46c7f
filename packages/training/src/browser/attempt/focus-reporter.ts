import { Store } from '@earshot/core/lib/browser/application/store';

export interface FocusReport { readonly client: string; readonly sequence: number; readonly kind: 'left' | 'returned' }

export interface FocusPorts {
    /** Names this window. */
    readonly client: string;
    /** What this window knew before it was loaded again. */
    readonly before?: KeptFocus;
    /** @returns how often the exam has been left by now */
    send(report: FocusReport): Promise<number>;
    /** Whether it is worth trying again. */
    mayArrive(error: unknown): boolean;
    after(ms: number, run: () => void): void;
}

/** What has to outlast that a window is loaded again: without it the same window would count as another one, left and never returned to. */
export interface KeptFocus { readonly client: string; readonly sequence: number; readonly away: boolean; readonly waiting: readonly FocusReport[] }

const retryMs = 5000;

/** Reports when somebody leaves a window and when they return, in this order and until it has arrived, also after the exam has gone from the screen. */
export class FocusReporter {
    /** How often the server has said the exam was left. */
    readonly timesLeft = new Store(0);
    private readonly waiting: FocusReport[];
    private sequence: number;
    private away: boolean;
    private busy = false;
    private ended = false;

    constructor(private readonly ports: FocusPorts) {
        const { before } = ports;
        [this.waiting, this.sequence, this.away] = [[...before?.waiting ?? []], before?.sequence ?? 0, before?.away ?? false];
        if (this.waiting.length) {
            void this.send();
        }
    }

    /** What the same window goes on from when it has been loaded again; what has not arrived by now is sent once more, which counts once. */
    kept(): KeptFocus | undefined {
        return this.ended ? undefined : { client: this.ports.client, sequence: this.sequence, away: this.away, waiting: [...this.waiting] };
    }

    readonly left = (): void => this.report(true);
    readonly returned = (): void => this.report(false);

    /** The exam is over: nothing more is reported. */
    end(): void {
        this.ended = true;
    }

    private report(away: boolean): void {
        if (away !== this.away && !this.ended) {
            this.away = away;
            this.waiting.push({ client: this.ports.client, sequence: ++this.sequence, kind: away ? 'left' : 'returned' });
            void this.send();
        }
    }

    private async send(): Promise<void> {
        if (this.busy) {
            return;
        }
        this.busy = true;
        for (let next = this.waiting[0]; next && !this.ended; next = this.waiting[0]) {
            try {
                this.timesLeft.set(await this.ports.send(next));
            } catch (error) {
                if (this.ports.mayArrive(error)) {
                    this.ports.after(retryMs, () => void this.send());
                    break;
                }
            }
            this.waiting.shift();
        }
        this.busy = false;
    }
}
