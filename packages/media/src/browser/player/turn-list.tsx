import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { formatDuration, formatFixed } from '@earshot/core/lib/browser/widgets';
import { firstEndingAfter } from '../../common/player/time-range';
import { spokenTurns, type VoiceBand } from '../../common/player/voice-bands';
import type { PlayerModel } from './player-model';
import { rangeText, voiceName } from './player-words';
import { usePosition } from './use-player-model';

const PART_MS = 600_000;

/** Who speaks when, in words: the bands for those who cannot see them. In parts of ten minutes; each line plays from there. */
export function TurnList({ model, bands }: { readonly model: PlayerModel; readonly bands: readonly VoiceBand[] }): React.ReactElement {
    const parts = React.useMemo(() => {
        const turns = spokenTurns(bands);
        const starts = Array.from({ length: Math.max(1, Math.ceil(model.durationMs / PART_MS)) }, (_, index) => index * PART_MS);
        return starts.map(start => ({ start, turns: turns.filter(each => each.fromMs >= start && each.fromMs < start + PART_MS) })).filter(each => each.turns.length > 0);
    }, [bands, model.durationMs]);
    const all = React.useMemo(() => parts.flatMap(each => each.turns), [parts]);
    const current = all[firstEndingAfter(all, usePosition(model, 500), each => each.toMs)];
    return <div className='m-list m-turns'>
        {parts.map(({ start, turns }) => <table key={start} className='m-turn-part'>
            <caption className={parts.length > 1 ? 'm-turn-caption' : 'e-hidden'}>{nls.localize('earshot/media/turns/part', 'Who speaks when, {0} to {1}', formatDuration(start), formatDuration(Math.min(model.durationMs, start + PART_MS)))}</caption>
            <thead className='e-hidden'><tr><th scope='col'>{nls.localize('earshot/media/turns/who', 'Who')}</th><th scope='col'>{nls.localize('earshot/media/turns/when', 'When')}</th><th scope='col'>{nls.localize('earshot/media/turns/length', 'Length')}</th></tr></thead>
            <tbody>{turns.map(turn => <tr key={turn.fromMs} data-kind={turn.kind} aria-current={turn === current || undefined}>
                <td>{voiceName(turn.kind)}</td>
                <td><button type='button' className='m-turn-time e-figures' onClick={() => { model.seek(turn.fromMs); model.play(); }}>{rangeText(turn.fromMs, turn.toMs)}</button></td>
                <td className='m-turn-length e-figures'>{nls.localize('earshot/media/turns/seconds', '{0} s', formatFixed((turn.toMs - turn.fromMs) / 1000, 1))}</td>
            </tr>)}</tbody>
        </table>)}
    </div>;
}
