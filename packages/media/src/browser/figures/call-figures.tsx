import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Facts, formatDuration, formatFixed, formatNumber, formatPercent } from '@earshot/core/lib/browser/widgets';
import type { Recording } from '../../common/media-contract';
import { roleName } from '../player/player-words';

export interface CallFiguresProps {
    readonly recording: Pick<Recording, 'state' | 'figures' | 'loudness' | 'roles' | 'durationMs'>;
}

type Fact = readonly [string, React.ReactNode];

/** What can be measured about a call without understanding it; where a figure cannot be had, why. */
export function CallFigures({ recording }: CallFiguresProps): React.ReactElement | null {
    const { figures, loudness, roles, durationMs } = recording;
    if (!figures) {
        return recording.state === 'ready' ? <p className='m-figures-none'>{nls.localize('earshot/media/figures/none', 'Nothing was measured on this recording.')}</p> : null;
    }
    const mono = !roles.includes('agent') && !roles.includes('customer');
    const missing = mono ? nls.localize('earshot/media/figures/mono', 'not available on mono') : nls.localize('earshot/media/figures/nobody', 'nobody speaks');
    const share = (value: number | null): React.ReactNode => value === null ? <Missing reason={missing} /> : formatPercent(value, 0);
    const seconds = (ms: number): string => nls.localize('earshot/media/figures/seconds', '{0} s', formatFixed(ms / 1000, 1));
    const facts: Fact[] = [
        [nls.localize('earshot/media/figures/duration', 'Length'), formatDuration(durationMs)],
        ...(mono ? [[nls.localize('earshot/media/figures/speech', 'Speech'), share(figures.speechShare)] as const] : []),
        [nls.localize('earshot/media/figures/agent', 'Agent speaks'), share(figures.agentTalkShare)],
        [nls.localize('earshot/media/figures/customer', 'Customer speaks'), share(figures.customerTalkShare)],
        [nls.localize('earshot/media/figures/silence', 'Silence'), share(figures.silenceShare)],
        [nls.localize('earshot/media/figures/longest-silence', 'Longest silence'), figures.longestSilenceMs === null ? <Missing reason={missing} /> : seconds(figures.longestSilenceMs)],
        [nls.localize('earshot/media/figures/talk-overs', 'Talk-overs'), figures.talkOverCount === null || figures.talkOverMs === null ? <Missing reason={missing} />
            : nls.localize('earshot/media/figures/talk-overs-value', '{0} ({1} s)', formatNumber(figures.talkOverCount), formatFixed(figures.talkOverMs / 1000, 1))],
        [nls.localize('earshot/media/figures/hold', 'On hold'), figures.holdMs === null ? <Missing reason={missing} /> : formatDuration(figures.holdMs)],
        ...(loudness ?? []).map((each, channel): Fact => [nls.localize('earshot/media/figures/loudness', 'Loudness, {0}', roleName(roles[channel] ?? 'mixed', roles.length > 1 ? channel : undefined)), <LoudnessValue key={channel} {...each} />])
    ];
    return <div className='m-figures e-figures'><Facts facts={facts} /></div>;
}

/** Below this a few samples touch the limit, which nobody hears. */
const AUDIBLE_CLIPPING = 0.001;

function LoudnessValue({ integratedLufs, peakDbfs, clippedShare }: NonNullable<Recording['loudness']>[number]): React.ReactElement {
    if (integratedLufs === null) {
        return <Missing reason={nls.localize('earshot/media/figures/too-quiet', 'too quiet to measure')} />;
    }
    return <>
        {nls.localize('earshot/media/figures/lufs', '{0} LUFS', formatFixed(integratedLufs, 1))}
        {peakDbfs !== null && <span className='m-figures-none'>{` · ${nls.localize('earshot/media/figures/peak', 'peak {0} dBFS', formatFixed(peakDbfs, 1))}`}</span>}
        {clippedShare > AUDIBLE_CLIPPING && ` · ${nls.localize('earshot/media/figures/clipped', '{0} clipped', formatPercent(clippedShare, 1))}`}
    </>;
}

const Missing = ({ reason }: { readonly reason: string }): React.ReactElement => <span className='m-figures-none'>{reason}</span>;
