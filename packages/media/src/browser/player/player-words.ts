import { nls } from '@theia/core/lib/common/nls';
import { formatDuration } from '@earshot/core/lib/browser/widgets';
import type { ChannelRole } from '../../common/media-contract';
import type { VoiceKind } from '../../common/player/voice-bands';

/** Whose voice a channel carries. @param channel its index, for what has no better name; left out where there is only one. */
export function roleName(role: ChannelRole, channel?: number): string {
    switch (role) {
        case 'agent': return nls.localize('earshot/media/role/agent', 'Agent');
        case 'customer': return nls.localize('earshot/media/role/customer', 'Customer');
        case 'mixed': return channel === undefined ? nls.localize('earshot/media/role/mixed', 'Mono') : nls.localize('earshot/media/role/channel', 'Channel {0}', channel + 1);
    }
}

export function voiceName(kind: VoiceKind): string {
    switch (kind) {
        case 'agent': return nls.localize('earshot/media/voice/agent', 'Agent speaks');
        case 'customer': return nls.localize('earshot/media/voice/customer', 'Customer speaks');
        case 'both': return nls.localize('earshot/media/voice/both', 'Both speak');
        case 'speech': return nls.localize('earshot/media/voice/speech', 'Somebody speaks');
        case 'hold': return nls.localize('earshot/media/voice/hold', 'Music on hold, possibly');
        case 'silence': return nls.localize('earshot/media/voice/silence', 'Silence');
    }
}

/** What the bands of a recording can mean, in the order of the legend. */
export const legendKinds = ['agent', 'customer', 'both', 'speech', 'hold', 'silence'] as const satisfies readonly VoiceKind[];
export type LegendKind = typeof legendKinds[number];

/** One word for the legend. */
export function legendName(kind: LegendKind): string {
    switch (kind) {
        case 'agent': return nls.localize('earshot/media/legend/agent', 'agent');
        case 'customer': return nls.localize('earshot/media/legend/customer', 'customer');
        case 'both': return nls.localize('earshot/media/legend/both', 'both');
        case 'speech': return nls.localize('earshot/media/legend/speech', 'speech');
        case 'hold': return nls.localize('earshot/media/legend/hold', 'music?');
        case 'silence': return nls.localize('earshot/media/legend/silence', 'silence');
    }
}

export const rangeText = (fromMs: number, toMs: number): string => toMs - fromMs < 1000 ? formatDuration(fromMs)
    : nls.localize('earshot/media/range', '{0} to {1}', formatDuration(fromMs), formatDuration(toMs));
