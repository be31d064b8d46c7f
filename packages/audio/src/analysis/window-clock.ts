/**
 * Cuts a stream of samples into windows of equal time. Where a rate gives no whole number of samples per window
 * (11,025 Hz), windows differ by one sample, so that they never drift from the clock.
 */
export class WindowClock {
    private window = 0;
    private boundary: number;
    private seen = 0;

    constructor(private readonly sampleRate: number, private readonly windowMs: number) {
        this.boundary = this.boundaryOf(1);
    }

    /** Samples still missing to the end of the window. */
    get missing(): number {
        return this.boundary - this.seen;
    }

    /** Samples already in an unfinished window. */
    get started(): number {
        return this.seen - this.boundaryOf(this.window);
    }

    /** Takes in `count` samples, at most {@link missing}. @returns whether the window is full */
    advance(count: number): boolean {
        this.seen += count;
        if (this.seen < this.boundary) {
            return false;
        }
        this.window++;
        this.boundary = this.boundaryOf(this.window + 1);
        return true;
    }

    private boundaryOf(window: number): number {
        return Math.floor(window * this.windowMs * this.sampleRate / 1000);
    }
}
