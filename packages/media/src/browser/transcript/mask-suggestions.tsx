import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Button, Icon, IconButton } from '@earshot/core/lib/browser/widgets';
import type { PlayerController } from '../player/player-controller';
import { reasonName } from '../masking/mask-words';
import { useMasking } from '../masking/use-masking';
import { rangeText } from '../player/player-words';
import { useRecording } from '../player/use-recording';
import type { Recording } from '../../common/media-contract';
import { useMaskSuggestions } from './use-transcript';

interface MaskSuggestionsProps { readonly recordingId: string; readonly player: React.RefObject<PlayerController> }

/** What sounds like a number being read out: listen, mask with one press, or leave it. Only for those who may mask. */
export function MaskSuggestions({ recordingId, player }: MaskSuggestionsProps): React.ReactElement | null {
    const { data } = useRecording(recordingId);
    return data ? <Suggestions recording={data} player={player} /> : null;
}

function Suggestions({ recording, player }: { readonly recording: Recording; readonly player: React.RefObject<PlayerController> }): React.ReactElement | null {
    const suggestions = useMaskSuggestions(recording.id);
    const { mask } = useMasking(recording, 'toast');
    const [left, setLeft] = React.useState<readonly number[]>([]);
    const open = suggestions.filter(each => !left.includes(each.fromMs));
    if (!mask || open.length === 0) {
        return null;
    }
    return <ul className='m-suggestions' aria-label={nls.localize('earshot/media/suggestion/title', 'Sounds like a number that should be masked')}>
        {open.map(({ fromMs, toMs, reason, digits, checked }) => <li key={fromMs}>
            <Icon name={checked ? 'warning' : 'lightbulb'} />
            <span className='m-suggestion-text'>
                <strong>{reasonName(reason)}</strong>{' '}<span className='e-figures'>{rangeText(fromMs, toMs)}</span>
                <span className='m-list-note'>{checked ? nls.localize('earshot/media/suggestion/checked', '{0} digits read out, the check digit is right', digits) : nls.localize('earshot/media/suggestion/unchecked', '{0} digits read out', digits)}</span>
            </span>
            <IconButton icon='play' label={nls.localize('earshot/media/suggestion/play', 'Listen')} onClick={() => player.current?.playRange([fromMs, toMs])} />
            <Button small icon='eye-closed' onClick={() => void mask({ fromMs, toMs, reason }).catch(() => { /* said in the corner */ })}>{nls.localize('earshot/media/mask/do', 'Mask')}</Button>
            <IconButton icon='close' label={nls.localize('earshot/media/suggestion/leave', 'Leave it as it is')} onClick={() => setLeft([...left, fromMs])} />
        </li>)}
    </ul>;
}
