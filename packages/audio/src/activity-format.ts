/**
 * Who speaks when, as segments and figures. Plain JSON and pure functions without Node: browsers draw from it.
 * Times are whole milliseconds from the start of the recording; `to` is exclusive.
 */

export interface Span {
    readonly fromMs: number;
    readonly toMs: number;
}

/** One stretch of speech in one channel. Gaps shorter than 200 ms are bridged. */
export interface SpeechSegment extends Span {
    readonly channel: number;
    /** It is too long and too even for speech. Left out of all figures but `hold`. */
    readonly possibleHoldMusic?: true;
}

/** Spans of one kind, counted. */
export interface SpanFigures {
    readonly count: number;
    readonly totalMs: number;
    readonly longestMs: number;
}

/** Why a figure is null. */
export type MissingFigure = 'mono' | 'no-speech';

export interface ActivityFigures {
    /** Speech of each channel. */
    readonly talkMs: readonly number[];
    /** Share of each channel in all speech, 0…1. Null on one channel, where agent and customer cannot be told apart, and where nobody speaks. */
    readonly talkShare: readonly number[] | null;
    /** Times when two or more channels speak at once, from {@link TALK_OVER_MS} on. Null on one channel. */
    readonly talkOver: SpanFigures | null;
    /** Times when nobody speaks, from {@link SILENCE_MS} on. */
    readonly silence: SpanFigures;
    /** Silences and possible hold music, from {@link HOLD_MS} on: the customer was probably waiting. */
    readonly hold: SpanFigures;
    /** For each figure that is null, why. */
    readonly missing: Readonly<Partial<Record<'talkShare' | 'talkOver', MissingFigure>>>;
}

export interface VoiceActivity {
    /** Resolution of the measurement. */
    readonly frameMs: number;
    readonly durationMs: number;
    readonly channels: number;
    /** In order of time. */
    readonly segments: readonly SpeechSegment[];
    readonly figures: ActivityFigures;
}

/** Shorter overlaps are the ordinary taking of turns and one-word assents: people leave gaps and overlaps of about 200 ms (Heldner and Edlund 2010). */
export const TALK_OVER_MS = 200;
/** Shorter pauses belong to speech. */
export const SILENCE_MS = 1000;
/** Longer silences are taken for a hold. */
export const HOLD_MS = 10_000;

/** What a moment sounds like: bit n is set when channel n speaks; 0 is silence. */
export interface ActivityBand extends Span {
    readonly speakers: number;
}

const speechOnly = (segments: readonly SpeechSegment[]): readonly SpeechSegment[] => segments.filter(segment => !segment.possibleHoldMusic);

/** The recording as one row of bands without gaps: silence, agent, customer, both. Possible hold music counts as silence. */
export const activityBands = (activity: Pick<VoiceActivity, 'durationMs' | 'segments'>): readonly ActivityBand[] => {
    const turns = speechOnly(activity.segments)
        .flatMap(({ channel, fromMs, toMs }) => [{ at: fromMs, bit: 1 << channel }, { at: toMs, bit: -(1 << channel) }])
        .sort((a, b) => a.at - b.at);
    const bands: ActivityBand[] = [];
    let speakers = 0;
    let fromMs = 0;
    for (const { at, bit } of [...turns, { at: activity.durationMs, bit: 0 }]) {
        if (at > fromMs) {
            bands.push({ fromMs, toMs: at, speakers });
            fromMs = at;
        }
        speakers += bit;
    }
    return bands;
};

const joinTouching = (spans: readonly Span[]): readonly Span[] => {
    const joined: { fromMs: number; toMs: number }[] = [];
    for (const { fromMs, toMs } of spans) {
        const last = joined.at(-1);
        if (last && last.toMs >= fromMs) {
            last.toMs = Math.max(last.toMs, toMs);
        } else {
            joined.push({ fromMs, toMs });
        }
    }
    return joined;
};

const isSeveral = (speakers: number): boolean => (speakers & speakers - 1) !== 0;

/** Where two or more channels speak at once. */
export const talkOverSpans = (bands: readonly ActivityBand[], leastMs = TALK_OVER_MS): readonly Span[] =>
    joinTouching(bands.filter(band => isSeveral(band.speakers))).filter(span => span.toMs - span.fromMs >= leastMs);

/** Where nobody speaks: what a player skips. */
export const silentSpans = (bands: readonly ActivityBand[], leastMs = SILENCE_MS): readonly Span[] =>
    bands.filter(band => band.speakers === 0 && band.toMs - band.fromMs >= leastMs);

const count = (spans: readonly Span[]): SpanFigures => ({
    count: spans.length,
    totalMs: spans.reduce((sum, span) => sum + span.toMs - span.fromMs, 0),
    longestMs: spans.reduce((longest, span) => Math.max(longest, span.toMs - span.fromMs), 0)
});

/** The figures that follow from the segments. */
export const activityFigures = (durationMs: number, channels: number, segments: readonly SpeechSegment[]): ActivityFigures => {
    const bands = activityBands({ durationMs, segments });
    const talkMs = Array.from({ length: channels }, (_, channel) =>
        speechOnly(segments).reduce((sum, segment) => segment.channel === channel ? sum + segment.toMs - segment.fromMs : sum, 0));
    const allTalk = talkMs.reduce((sum, talk) => sum + talk, 0);
    const isMono = channels < 2;
    const noShare: MissingFigure | undefined = isMono ? 'mono' : allTalk === 0 ? 'no-speech' : undefined;
    return {
        talkMs,
        talkShare: noShare ? null : talkMs.map(talk => talk / allTalk),
        talkOver: isMono ? null : count(talkOverSpans(bands)),
        silence: count(silentSpans(bands)),
        hold: count(silentSpans(bands, HOLD_MS)),
        missing: { ...noShare && { talkShare: noShare }, ...isMono && { talkOver: 'mono' as const } }
    };
};

/** The first moment at or after `ms` when somebody speaks; undefined when nobody does any more. For skipping silence. */
export const nextSpeech = (activity: Pick<VoiceActivity, 'segments'>, ms: number): number | undefined => {
    const next = speechOnly(activity.segments).filter(segment => segment.toMs > ms).map(segment => Math.max(ms, segment.fromMs));
    return next.length > 0 ? Math.min(...next) : undefined;
};
