import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useService } from '../application/context';
import { ConnectionService } from '../application/connection-service';
import { useStore } from '../application/store';
import { Icon } from '../widgets/icon';

/** Says calmly that the server is away, and goes by itself. */
export function OfflineBanner(): React.ReactElement {
    const online = useStore(useService(ConnectionService).online);
    return <div role='status' className='e-offline-region'>
        {!online && <div className='e-offline'><Icon name='debug-disconnect' />
            {nls.localize('earshot/core/shell/offline', 'The server is not reachable right now. What you see stays; it goes on by itself as soon as the connection is back.')}
        </div>}
    </div>;
}
