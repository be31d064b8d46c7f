import type { ViewTime, WindowTimes } from '../../common/attempt/view-times';

/** Measures, in one window, how long each question is in view while it can be answered. */
export class ViewClock {
    private readonly spent = new Map<number, number>();
    private inView: ReadonlySet<number> = new Set();
    private paused = false;
    private since: number;

    /** @param client names this window @param now milliseconds of a clock that nobody sets */
    constructor(private readonly client: string, private readonly now: () => number) {
        this.since = now();
    }

    /** These questions are in view from now on, and no others. */
    show(places: Iterable<number>): void {
        this.add();
        this.inView = new Set(places);
    }

    /** Nothing can be answered now: the window is behind others, or something stands before the questions. */
    pause(paused: boolean): void {
        this.add();
        this.paused = paused;
    }

    /** Everything until now; undefined while there is nothing. */
    times(): WindowTimes | undefined {
        this.add();
        const times = [...this.spent].map(([place, ms]): ViewTime => ({ place, ms: Math.round(ms) })).filter(each => each.ms > 0);
        return times.length ? { client: this.client, times } : undefined;
    }

    private add(): void {
        const now = this.now();
        if (!this.paused) {
            this.inView.forEach(place => this.spent.set(place, (this.spent.get(place) ?? 0) + now - this.since));
        }
        this.since = now;
    }
}
