import { firstEndingAfter, type TimeRange } from './time-range';
import type { VoiceBand } from './voice-bands';

/** Silences shorter than this are part of a conversation. */
const SHORTEST_MS = 2000;
/** Heard at either end of a skipped silence, so that words are not clipped and one hears that there was a silence. */
const LEAD_OUT_MS = 400;
const LEAD_IN_MS = 300;

/** What playback leaves out: long silences, with a little of them left at either end. */
export function skippedSilences(bands: readonly VoiceBand[]): TimeRange[] {
    return bands.filter(({ kind, fromMs, toMs }) => kind === 'silence' && toMs - fromMs >= SHORTEST_MS)
        .map(({ fromMs, toMs }): TimeRange => [fromMs === 0 ? 0 : fromMs + LEAD_OUT_MS, toMs - LEAD_IN_MS]);
}

/** Where playback goes on, or undefined where nothing is skipped at this moment. */
export function skipFrom(skipped: readonly TimeRange[], positionMs: number): number | undefined {
    const range = skipped[firstEndingAfter(skipped, positionMs, ([, to]) => to)];
    return range && range[0] <= positionMs ? range[1] : undefined;
}
