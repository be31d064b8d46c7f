import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useStore } from '@earshot/core/lib/browser/application';
import { Button, formatDuration, formatNumber, formatPercent, IconButton, Menu, type MenuItem } from '@earshot/core/lib/browser/widgets';
import { shareOf } from '../../common/player/time-range';
import { isFit } from '../../common/player/viewport';
import { playbackRates } from './playback-rates';
import type { PlayerModel } from './player-model';
import { SelectionControls } from './selection-controls';
import { usePosition } from './use-player-model';

export interface PlayerControlsProps {
    readonly model: PlayerModel;
    /** Keys as people read them, by what they do. */
    readonly keys: Readonly<Partial<Record<'toggle' | 'back' | 'forward' | 'faster' | 'slower' | 'mark' | 'mask' | 'loop' | 'skip', string>>>;
    readonly canSkip: boolean;
    onMark?(): void;
    /** Somebody wants to mask what is selected. */
    onMask?(): void;
    /** Whether masked parts are heard, for those who may lift masks and where there are any. */
    readonly unmasked?: boolean;
    onUnmasked?(unmasked: boolean): void;
    /** The lists in words below the picture, and which of them is open. */
    readonly lists: readonly { readonly id: string; readonly icon: string; readonly label: string }[];
    readonly openList: string | undefined;
    onList(id: string | undefined): void;
}

export const rateText = (rate: number): string => nls.localize('earshot/media/player/rate', '{0}×', formatNumber(rate, 2));

/** Everything that is done to the sound, in one row. */
export function PlayerControls({ model, keys, canSkip, onMark, onMask, unmasked, onUnmasked, lists, openList, onList }: PlayerControlsProps): React.ReactElement {
    const { playing, rate, skipping, waiting } = useStore(model.playback.state);
    const { together, gains } = useStore(model.mixer.mix);
    const fit = isFit(useStore(model.viewport));
    const rates: MenuItem[] = [...playbackRates].reverse().map(each => ({ kind: 'radio', label: rateText(each), checked: each === rate, run: () => model.setRate(each) }));
    const withKeys = (label: string, key: string | undefined): string => key ? `${label} (${key})` : label;
    const speed = nls.localize('earshot/media/player/speed', 'Speed');
    return <div className='m-controls' role='group' aria-label={nls.localize('earshot/media/player/controls', 'Playback')}>
        <IconButton icon={waiting ? 'loading' : playing ? 'debug-pause' : 'play'} className={`m-play ${waiting ? 'm-waiting' : ''}`} keys={keys.toggle}
            label={playing ? nls.localize('earshot/media/player/pause', 'Pause') : nls.localize('earshot/media/player/play', 'Play')} onClick={model.toggle} />
        <Button variant='quiet' small title={withKeys(nls.localize('earshot/media/player/back', 'Back 5 seconds'), keys.back)} aria-label={nls.localize('earshot/media/player/back', 'Back 5 seconds')} onClick={() => model.seekBy(-5000)}>−5</Button>
        <Button variant='quiet' small title={withKeys(nls.localize('earshot/media/player/forward', 'Forward 5 seconds'), keys.forward)} aria-label={nls.localize('earshot/media/player/forward', 'Forward 5 seconds')} onClick={() => model.seekBy(5000)}>+5</Button>
        <Menu label={speed} items={rates}>
            <Button variant='quiet' small className='e-figures' icon='dashboard' title={keys.slower && keys.faster ? `${speed} (${keys.slower} ${keys.faster})` : speed} aria-label={`${speed}: ${rateText(rate)}`}>{rateText(rate)}</Button>
        </Menu>
        {canSkip && <Button variant='quiet' small icon='debug-step-over' aria-pressed={skipping} title={withKeys(nls.localize('earshot/media/player/skip-detail', 'Leave out silences longer than two seconds'), keys.skip)}
            onClick={model.toggleSkipping}>{nls.localize('earshot/media/player/skip', 'Skip silence')}</Button>}
        {onMark && <Button variant='quiet' small icon='bookmark' title={withKeys(nls.localize('earshot/media/player/mark-detail', 'Mark this moment, or what is selected'), keys.mark)} onClick={onMark}>{nls.localize('earshot/media/player/mark', 'Mark')}</Button>}
        <SelectionControls model={model} loopKeys={keys.loop} maskKeys={keys.mask} onMask={onMask} />
        {onUnmasked && <Button variant='quiet' small icon={unmasked ? 'eye' : 'eye-closed'} aria-pressed={unmasked} title={nls.localize('earshot/media/mask/unmasked-detail', 'Hear and see what is masked, on your responsibility: it is written down.')}
            onClick={() => onUnmasked(!unmasked)}>{nls.localize('earshot/media/mask/unmasked', 'Hear masked parts')}</Button>}
        <span className='m-space' />
        <Clock model={model} />
        <Listened model={model} />
        <span className='m-tools'>
            {gains.length > 1 && <IconButton icon='combine' pressed={together} label={nls.localize('earshot/media/player/together', 'Both voices in both ears')} onClick={() => model.mixer.setTogether(!together)} />}
            <IconButton icon='zoom-out' label={nls.localize('earshot/media/player/zoom-out', 'Show more of the call')} disabled={fit} onClick={() => model.zoom(0.5)} />
            <IconButton icon='zoom-in' label={nls.localize('earshot/media/player/zoom-in', 'Look closer')} onClick={() => model.zoom(2)} />
            <IconButton icon='screen-normal' label={nls.localize('earshot/media/player/fit', 'Show the whole call')} disabled={fit} onClick={model.showAll} />
            {lists.map(({ id, icon, label }) => <IconButton key={id} icon={icon} label={label} pressed={openList === id} onClick={() => onList(openList === id ? undefined : id)} />)}
        </span>
    </div>;
}

function Clock({ model }: { readonly model: PlayerModel }): React.ReactElement {
    const position = usePosition(model, 1000);
    return <span className='m-clock e-figures'>{formatDuration(position)}<span className='m-clock-total'>{` / ${formatDuration(model.durationMs)}`}</span></span>;
}

function Listened({ model }: { readonly model: PlayerModel }): React.ReactElement {
    const share = shareOf(useStore(model.heard), model.durationMs);
    return <span className='m-listened e-figures'>{nls.localize('earshot/media/player/listened', 'listened {0}', formatPercent(share, 0))}</span>;
}
