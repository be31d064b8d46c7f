import type { ChannelRole } from '../media-contract';

export const voiceKinds = ['agent', 'customer', 'both', 'speech', 'silence'] as const;
/** Who is heard: `speech` where a recording does not tell who it is (mono). */
export type VoiceKind = typeof voiceKinds[number];

/** One kind of voice from a moment to the next change. */
export interface VoiceBand {
    readonly kind: VoiceKind;
    readonly fromMs: number;
    readonly toMs: number;
}

/** A segment of the voice activity: somebody speaks on a channel. */
export type VoiceSegment = readonly [channel: number, fromMs: number, toMs: number];

const kindOf = (speaking: ReadonlySet<ChannelRole>): VoiceKind => {
    const agent = speaking.has('agent');
    const customer = speaking.has('customer');
    return agent && customer ? 'both' : agent ? 'agent' : customer ? 'customer' : speaking.has('mixed') ? 'speech' : 'silence';
};

/**
 * Who speaks when, as bands that cover the whole recording without gap or overlap.
 * @param roles who is heard on each channel, by its index; a channel without a role counts as mixed.
 */
export function voiceBands(segments: readonly VoiceSegment[], roles: readonly ChannelRole[], durationMs: number): VoiceBand[] {
    const changes = segments.flatMap(([channel, fromMs, toMs]) => {
        const role = roles[channel] ?? 'mixed';
        const [from, to] = [Math.max(0, fromMs), Math.min(durationMs, toMs)];
        return from < to ? [{ ms: from, role, by: 1 }, { ms: to, role, by: -1 }] : [];
    }).sort((one, other) => one.ms - other.ms);
    const bands: VoiceBand[] = [];
    const voices: Record<ChannelRole, number> = { agent: 0, customer: 0, mixed: 0 };
    const speaking = new Set<ChannelRole>();
    const close = (toMs: number): void => {
        const last = bands[bands.length - 1];
        const fromMs = last?.toMs ?? 0;
        const kind = kindOf(speaking);
        if (toMs <= fromMs) {
            return;
        }
        if (last?.kind === kind) {
            bands[bands.length - 1] = { ...last, toMs };
        } else {
            bands.push({ kind, fromMs, toMs });
        }
    };
    for (const { ms, role, by } of changes) {
        close(ms);
        voices[role] += by;
        if (voices[role] > 0) {
            speaking.add(role);
        } else {
            speaking.delete(role);
        }
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
