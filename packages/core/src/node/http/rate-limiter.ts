/** Requests per minute that one address may make, by class; bursts up to the same number. */
export const ratesPerMinute = { normal: 3000, heavy: 60, strict: 120 } as const;
export type RateClass = keyof typeof ratesPerMinute;

interface Bucket { tokens: number; at: number }

/** Token buckets in memory: a first line against guessing and floods, not a quota. */
export class RateLimiter {
    private readonly buckets = new Map<string, Bucket>();

    constructor(private readonly now: () => number = Date.now) { }

    /**
     * Takes one token.
     * @param key who asks: an address, an address and a name, a person.
     * @returns 0 when allowed, else seconds until it may be tried again.
     */
    take(key: string, rate: RateClass, perMinute: number = ratesPerMinute[rate]): number {
        const now = this.now();
        const bucket = this.buckets.get(`${rate} ${key}`) ?? { tokens: perMinute, at: now };
        bucket.tokens = Math.min(perMinute, bucket.tokens + (now - bucket.at) / 60_000 * perMinute);
        bucket.at = now;
        this.buckets.set(`${rate} ${key}`, bucket);
        if (this.buckets.size > 10_000) {
            this.forgetFull(now);
        }
        if (bucket.tokens < 1) {
            return Math.ceil((1 - bucket.tokens) / perMinute * 60);
        }
        bucket.tokens -= 1;
        return 0;
    }

    private forgetFull(now: number): void {
        for (const [key, bucket] of this.buckets) {
            if (now - bucket.at > 60_000) {
                this.buckets.delete(key);
            }
        }
    }
}
