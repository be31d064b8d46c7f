/** A line of the ruler; those with a label are longer. */
export interface RulerTick {
    readonly ms: number;
    readonly label: string | undefined;
}

/** Distance of labelled ticks with that of the small ones between, milliseconds. */
const STEPS: readonly (readonly [labelled: number, small: number])[] = [
    [100, 20], [200, 50], [500, 100], [1000, 200], [2000, 500], [5000, 1000], [10_000, 2000], [15_000, 5000], [30_000, 5000], [60_000, 10_000],
    [120_000, 30_000], [300_000, 60_000], [600_000, 120_000], [900_000, 300_000], [1_800_000, 300_000], [3_600_000, 600_000]
];
const LABEL_PX = 72;

/** `m:ss`, from an hour on `h:mm:ss`; with tenths where the ruler is so fine. */
export function positionLabel(ms: number, tenths = false): string {
    const units = Math.floor(ms / 100 + 1e-6);
    const seconds = Math.floor(units / 10);
    const two = (value: number): string => String(value).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}${tenths ? `.${units % 10}` : ''}`;
}

/** The ticks from `fromMs` to `toMs`, dense enough to read off, with labels that do not touch. */
export function rulerTicks(fromMs: number, toMs: number, pxPerMs: number): RulerTick[] {
    const [labelled, small] = STEPS.find(([step]) => step * pxPerMs >= LABEL_PX) ?? STEPS[STEPS.length - 1]!;
    const ticks: RulerTick[] = [];
    for (let index = Math.ceil(fromMs / small); index * small <= toMs; index++) {
        const ms = index * small;
        ticks.push({ ms, label: ms % labelled === 0 ? positionLabel(ms, labelled < 1000) : undefined });
    }
    return ticks;
}
