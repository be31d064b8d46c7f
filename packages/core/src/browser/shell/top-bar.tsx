import * as React from '@theia/core/shared/react';
import { CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { useService, useSession } from '../application/context';
import { PageKeyService } from '../keyboard/page-keys';
import type { PageDefinition } from '../navigation/page';
import { PageRegistry } from '../navigation/page-registry';
import { perspectiveTitle } from '../navigation/perspective-titles';
import { Icon } from '../widgets/icon';
import { EarshotCommands } from './commands';
import { NotificationBell } from './notification-bell';
import { PersonMenu } from './person-menu';
import { TopPages } from './top-pages';

/** The pages of the area, the way to everything else, and what is one's own. */
export function TopBar({ page }: { readonly page: PageDefinition | undefined }): React.ReactElement {
    const registry = useService(PageRegistry);
    const commands = useService(CommandRegistry);
    const keys = useService(PageKeyService);
    useSession();
    const entries = page ? registry.navigationOf(page.perspective) : [];
    const current = page && registry.entryOf(page);
    return <header className='e-top'>
        {page && entries.length > 1 && <TopPages label={perspectiveTitle(page.perspective)} entries={entries} current={current} />}
        <div className='e-top-end'>
            <button type='button' className='e-top-search' aria-keyshortcuts='Control+K' onClick={() => void commands.executeCommand(EarshotCommands.quickOpen.id)}>
                <Icon name='search' /><span className='e-top-search-text'>{nls.localize('earshot/core/shell/find', 'Find anything')}</span><kbd className='e-kbd'>{keys.label('ctrlcmd+k')}</kbd>
            </button>
            <NotificationBell />
            <PersonMenu />
        </div>
    </header>;
}
