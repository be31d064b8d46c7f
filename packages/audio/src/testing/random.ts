/** Numbers that look random and are the same on every run: xorshift of 32 bits (Marsaglia 2003). */
export class SeededRandom {
    constructor(private state: number) { }

    /** 0 ≤ value < 1 */
    next(): number {
        this.state ^= this.state << 13;
        this.state ^= this.state >>> 17;
        this.state ^= this.state << 5;
        return (this.state >>> 0) / 2 ** 32;
    }

    below(limit: number): number {
        return Math.floor(this.next() * limit);
    }

    /** Nearly normal, mean 0 and deviation 1. */
    normal(): number {
        let sum = 0;
        for (let i = 0; i < 12; i++) {
            sum += this.next();
        }
        return sum - 6;
    }
}
