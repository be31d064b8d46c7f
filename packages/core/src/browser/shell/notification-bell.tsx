import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import type { Notification } from '../../common/house-contract';
import { useChange } from '../application/change';
import { useClient, useErrorText, useService } from '../application/context';
import { HouseTexts } from '../application/house-texts';
import { useNavigate } from '../navigation/hooks';
import { Button, IconButton } from '../widgets/button';
import { keepTabInside } from '../widgets/dialog';
import { Floating } from '../widgets/floating';
import { Icon } from '../widgets/icon';
import { EmptyState } from '../widgets/notice';
import { RelativeTime } from '../widgets/relative-time';

/** How many the panel shows; older ones have been read or do not matter any more. */
const LATEST = 30;

/** What concerns the person and happened while they were elsewhere. */
export function NotificationBell(): React.ReactElement {
    const client = useClient(coreContract);
    const anchor = React.useRef<HTMLSpanElement>(null);
    const [open, setOpen] = React.useState(false);
    const { data, error } = useQuery({ queryKey: ['notification', 'latest'], queryFn: ({ signal }) => client.house.notifications({ limit: LATEST }, { signal }) });
    const close = React.useCallback(() => setOpen(false), []);
    const unread = data?.unread ?? 0;
    return <span ref={anchor} className='e-menu-anchor'>
        <IconButton icon='bell' count={unread} aria-expanded={open} aria-haspopup='dialog' onClick={() => setOpen(!open)}
            label={unread ? nls.localize('earshot/core/notifications/unread', 'Notifications, {0} unread', unread) : nls.localize('earshot/core/notifications/title', 'Notifications')} />
        {open && <Floating anchor={anchor} alignment='end' className='e-popup' onOutside={close}>
            <NotificationPanel notifications={data?.rows} error={error} unread={unread} onClose={() => { close(); anchor.current?.querySelector('button')?.focus(); }} />
        </Floating>}
    </span>;
}

interface PanelProps { readonly notifications: readonly Notification[] | undefined; readonly error: unknown; readonly unread: number; onClose(): void }

function NotificationPanel({ notifications, error, unread, onClose }: PanelProps): React.ReactElement {
    const client = useClient(coreContract);
    const { describe } = useErrorText();
    const texts = useService(HouseTexts);
    const navigate = useNavigate();
    const panel = React.useRef<HTMLDivElement>(null);
    const read = useChange({ run: (ids: string[] | undefined) => client.house.readNotifications({ ids }), invalidates: [['notification']] });
    React.useEffect(() => panel.current?.focus(), []);
    return <div ref={panel} className='e-notifications' role='dialog' tabIndex={-1} aria-label={nls.localize('earshot/core/notifications/title', 'Notifications')}
        onKeyDown={event => {
            keepTabInside(event);
            if (event.key === 'Escape') {
                event.stopPropagation();
                onClose();
            }
        }}>
        <div className='e-notifications-head'><h2>{nls.localize('earshot/core/notifications/title', 'Notifications')}</h2>
            {unread > 0 && <Button variant='quiet' small icon='check-all' onClick={() => read.mutate(undefined)}>{nls.localize('earshot/core/notifications/read-all', 'All read')}</Button>}
        </div>
        {error ? <EmptyState icon='debug-disconnect' title={describe(error)} /> : null}
        {notifications?.length === 0 && <EmptyState icon='bell' title={nls.localize('earshot/core/notifications/none', 'Nothing new. You will hear of it here.')} />}
        <ul>{notifications?.map(each => <li key={each.id}>
            <button type='button' className={`e-notification ${each.readAt ? '' : 'e-notification-unread'}`} onClick={() => {
                if (!each.readAt) {
                    read.mutate([each.id]);
                }
                if (each.link) {
                    onClose();
                    void navigate(each.link);
                }
            }}>
                <Icon name={texts.icon(each.kind)} />
                <span className='e-notification-text'>{texts.notification(each)}<RelativeTime moment={each.createdAt} /></span>
                {!each.readAt && <span className='e-hidden'>{nls.localize('earshot/core/notifications/is-unread', 'unread')}</span>}
            </button>
        </li>)}</ul>
    </div>;
}
