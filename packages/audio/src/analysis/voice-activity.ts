import { activityFigures, SpeechSegment, VoiceActivity } from '../activity-format';
import { echoFrames, findEcho } from './echo';
import { mayBeHoldMusic } from './hold-music';
import { channelLevels, detectSpeech, FrameRun } from './speech-detection';
import { FRAME_MS } from './speech-levels';

/**
 * Who speaks when, from the levels of all channels.
 * @param levels one array per channel, dB in frames of 10 ms; see `speech-levels.ts`
 */
export const voiceActivity = (levels: readonly Float32Array[], durationMs: number): VoiceActivity => {
    const channels = levels.map(channelLevels);
    const heard = channels.map(channel => detectSpeech(channel));
    const speech = channels.length === 2 ? channels.map((near, index) => {
        const far = channels[1 - index];
        const echo = findEcho(far, heard[1 - index], near);
        return echo ? detectSpeech(near, echoFrames(far, near, echo)) : heard[index];
    }) : heard;
    const segments = speech
        .flatMap((runs, channel) => runs.map(run => segmentOf(run, channel, durationMs, mayBeHoldMusic(channels[channel], run))))
        .sort((a, b) => a.fromMs - b.fromMs || a.channel - b.channel);
    return { frameMs: FRAME_MS, durationMs, channels: channels.length, segments, figures: activityFigures(durationMs, channels.length, segments) };
};

const segmentOf = ({ from, to }: FrameRun, channel: number, durationMs: number, isMusic: boolean): SpeechSegment => ({
    channel, fromMs: from * FRAME_MS, toMs: Math.min(durationMs, to * FRAME_MS), ...isMusic && { possibleHoldMusic: true as const }
});
