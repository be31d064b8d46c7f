import { activityBands, activityFigures, type SpeechSegment } from '@earshot/audio/lib/activity-format';
import type { ActivityFigures, ChannelRole } from '../media-contract';
import { tellsVoicesApart } from './channel-roles';

/**
 * The figures of a call from who speaks when, for whoever is on which channel.
 * @returns times in milliseconds, shares of the duration from 0 to 1; null for what needs to know who is who.
 */
export function recordingFigures(durationMs: number, segments: readonly SpeechSegment[], roles: readonly ChannelRole[]): ActivityFigures {
    const { talkMs, talkOver, silence, hold } = activityFigures(durationMs, roles.length, segments);
    const speechMs = activityBands({ durationMs, segments }).reduce((sum, band) => sum + (band.speakers ? band.toMs - band.fromMs : 0), 0);
    const share = (ms: number): number | null => durationMs > 0 ? ms / durationMs : null;
    const apart = tellsVoicesApart(roles);
    const talkShare = (role: ChannelRole): number | null => apart ? share(talkMs[roles.indexOf(role)]!) : null;
    return {
        speechShare: share(speechMs), agentTalkShare: talkShare('agent'), customerTalkShare: talkShare('customer'), silenceShare: share(silence.totalMs),
        longestSilenceMs: silence.longestMs, talkOverCount: apart && talkOver ? talkOver.count : null, talkOverMs: apart && talkOver ? talkOver.totalMs : null, holdMs: hold.totalMs
    };
}
