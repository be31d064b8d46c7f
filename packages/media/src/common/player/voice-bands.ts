import type { ChannelRole } from '../media-contract';

export const voiceKinds = ['agent', 'customer', 'both', 'speech', 'hold', 'silence'] as const;
/** Who is heard: `speech` where a recording does not tell who it is (mono), `hold` where nobody speaks but music may play. */
export type VoiceKind = typeof voiceKinds[number];

/** One kind of voice from a moment to the next change. */
export interface VoiceBand {
    readonly kind: VoiceKind;
    readonly fromMs: number;
    readonly toMs: number;
}

/** A segment of the voice activity: somebody speaks on a channel. */
export type VoiceSegment = readonly [channel: number, fromMs: number, toMs: number];

type Voice = ChannelRole | 'music';

const kindOf = (voices: Readonly<Record<Voice, number>>): VoiceKind =>
    voices.agent && voices.customer ? 'both' : voices.agent ? 'agent' : voices.customer ? 'customer' : voices.mixed ? 'speech' : voices.music ? 'hold' : 'silence';

/**
 * Who speaks when, as bands that cover the whole recording without gap or overlap.
 * @param roles who is heard on each channel, by its index; a channel without a role counts as mixed.
 * @param music stretches of possible music on hold.
 */
export function voiceBands(segments: readonly VoiceSegment[], roles: readonly ChannelRole[], durationMs: number, music: readonly VoiceSegment[] = []): VoiceBand[] {
    const changesOf = (all: readonly VoiceSegment[], voiceOf: (channel: number) => Voice) => all.flatMap(([channel, fromMs, toMs]) => {
        const [from, to] = [Math.max(0, fromMs), Math.min(durationMs, toMs)];
        return from < to ? [{ ms: from, voice: voiceOf(channel), by: 1 }, { ms: to, voice: voiceOf(channel), by: -1 }] : [];
    });
    const changes = [...changesOf(segments, channel => roles[channel] ?? 'mixed'), ...changesOf(music, () => 'music')].sort((one, other) => one.ms - other.ms);
    const bands: VoiceBand[] = [];
    const voices: Record<Voice, number> = { agent: 0, customer: 0, mixed: 0, music: 0 };
    const close = (toMs: number): void => {
        const last = bands[bands.length - 1];
        const fromMs = last?.toMs ?? 0;
        const kind = kindOf(voices);
        if (toMs <= fromMs) {
            return;
        }
        if (last?.kind === kind) {
            bands[bands.length - 1] = { ...last, toMs };
        } else {
            bands.push({ kind, fromMs, toMs });
        }
    };
    for (const { ms, voice, by } of changes) {
        close(ms);
        voices[voice] += by;
    }
    close(durationMs);
    return bands;
}

/**
 * The bands as somebody would tell them: who speaks, without the short silences between two words of the same kind.
 * @param pauseMs silences up to this length are not told.
 */
export function spokenTurns(bands: readonly VoiceBand[], pauseMs = 700): VoiceBand[] {
    const turns: VoiceBand[] = [];
    bands.forEach((band, index) => {
        const last = turns[turns.length - 1];
        const pause = band.kind === 'silence' && band.toMs - band.fromMs <= pauseMs && last !== undefined && bands[index + 1]?.kind === last.kind;
        if (last && (pause || band.kind === last.kind)) {
            turns[turns.length - 1] = { ...last, toMs: band.toMs };
        } else {
            turns.push(band);
        }
    });
    return turns;
}
