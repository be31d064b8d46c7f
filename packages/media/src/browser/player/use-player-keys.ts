import { nls } from '@theia/core/lib/common/nls';
import { useService } from '@earshot/core/lib/browser/application';
import { type PageKey, PageKeyService, usePageKeys } from '@earshot/core/lib/browser/keyboard';
import type { PlayerControlsProps } from './player-controls';
import type { PlayerModel } from './player-model';

/** In a text, Ctrl with an arrow moves by words: there F8 and F9 do the same as here. */
const outsideOfText = '!dialogOpen && !inputFocus';

/**
 * The keys of the player on its page, under `?` like all others. Ctrl+Space is taken by some input methods, so F2 does the same;
 * all of them work while a comment is written, except those that mean something in a text.
 * @returns how people read them, for tooltips.
 */
export function usePlayerKeys(model: PlayerModel | undefined, enabled: boolean, onMark: (() => void) | undefined, onMask?: () => void): PlayerControlsProps['keys'] {
    const { label } = useService(PageKeyService);
    const group = nls.localize('earshot/media/keys/group', 'Recording');
    const keys: PageKey[] = !enabled || !model ? [] : [
        { group, keys: ['ctrl+space', 'f2'], title: nls.localize('earshot/media/keys/toggle', 'Play or pause'), run: model.toggle },
        { group, keys: 'ctrlcmd+left', when: outsideOfText, title: nls.localize('earshot/media/player/back', 'Back 5 seconds'), run: () => model.seekBy(-5000) },
        { group, keys: 'f8', title: nls.localize('earshot/media/player/back', 'Back 5 seconds'), run: () => model.seekBy(-5000) },
        { group, keys: 'ctrlcmd+right', when: outsideOfText, title: nls.localize('earshot/media/player/forward', 'Forward 5 seconds'), run: () => model.seekBy(5000) },
        { group, keys: 'f9', title: nls.localize('earshot/media/player/forward', 'Forward 5 seconds'), run: () => model.seekBy(5000) },
        { group, keys: '[', title: nls.localize('earshot/media/keys/slower', 'Slower'), run: model.slower },
        { group, keys: ']', title: nls.localize('earshot/media/keys/faster', 'Faster'), run: model.faster },
        { group, keys: 'l', title: nls.localize('earshot/media/selection/loop', 'Repeat the selection'), run: model.toggleLoop },
        { group, keys: 's', title: nls.localize('earshot/media/player/skip', 'Skip silence'), run: model.toggleSkipping },
        ...(onMark ? [{ group, keys: 'm', title: nls.localize('earshot/media/player/mark-detail', 'Mark this moment, or what is selected'), run: onMark }] : []),
        ...(onMask ? [{ group, keys: 'x', title: nls.localize('earshot/media/mask/key', 'Mask what is selected, or the last two seconds'), run: onMask }] : [])
    ];
    usePageKeys(keys);
    return enabled ? { toggle: label('ctrl+space'), back: label('ctrlcmd+left'), forward: label('ctrlcmd+right'), slower: '[', faster: ']', mark: onMark && 'M', mask: onMask && 'X', loop: 'L', skip: 'S' } : {};
}
