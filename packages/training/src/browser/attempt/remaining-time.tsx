import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useAnnounce } from '@earshot/core/lib/browser/application';
import { formatDuration, Hidden, Icon } from '@earshot/core/lib/browser/widgets';

const minuteMs = 60_000;
/** Minutes before the end at which it is said aloud. */
const announced = [10, 5, 1] as const;

/** How much time is left, by the server's clock; calm until the last minutes. */
export function RemainingTime({ left }: { readonly left: number }): React.ReactElement {
    const announce = useAnnounce();
    const said = React.useRef<number>(left / minuteMs);
    React.useEffect(() => {
        const passed = announced.find(each => left <= each * minuteMs && said.current > each);
        if (passed !== undefined) {
            announce(nls.localize('earshot/training/remaining/minutes', 'Minutes left: {0}', passed));
        }
        said.current = left / minuteMs;
    }, [left, announce]);
    return <span className='t-remaining e-figures' data-soon={left <= 5 * minuteMs || undefined} title={nls.localize('earshot/training/remaining/title', 'Time left')}>
        <Icon name='watch' /><Hidden>{nls.localize('earshot/training/remaining/title', 'Time left')}</Hidden>{formatDuration(left)}</span>;
}
