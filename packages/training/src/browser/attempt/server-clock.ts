import { timeLeft } from '../../common/attempt/attempt-clock';

/**
 * The server's time, told from its answers and from a clock that nobody sets: what the computer's own clock shows, and when somebody
 * turns it, does not matter. The smallest delay makes the best guess, and a computer that slept is put right by the next answer.
 */
export class ServerClock {
    private offset: number | undefined;

    /** @param monotonic milliseconds of `performance.now()` */
    constructor(private readonly monotonic: () => number) { }

    /** @param now what the server said its time is, ISO 8601, in an answer that has just arrived */
    heard(now: string): void {
        this.offset = new Date(now).getTime() - this.monotonic();
    }

    /** Milliseconds since 1970 by the server's clock. */
    now(): number {
        return this.monotonic() + (this.offset ?? 0);
    }

    /** Milliseconds left until a moment, never below 0; null without one. */
    left(deadlineAt: string | null): number | null {
        return timeLeft(deadlineAt === null ? null : new Date(deadlineAt), new Date(this.now()));
    }
}
