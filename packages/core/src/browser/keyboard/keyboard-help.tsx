import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useService } from '../application/context';
import { useStore } from '../application/store';
import { Dialog } from '../widgets/dialog';
import { Keys } from '../widgets/page';
import { KeyboardHelpService } from './keyboard-help-service';
import { keysOf, type PageKey, PageKeyService } from './page-keys';

/** Keys that work on every page. */
const everywhere = (): readonly Pick<PageKey, 'keys' | 'title'>[] => [
    { keys: 'ctrlcmd+k', title: nls.localize('earshot/core/keys/quick-open', 'Find answers, people, calls and pages') },
    { keys: 'ctrlcmd+shift+p', title: nls.localize('earshot/core/keys/palette', 'All commands') },
    { keys: '?', title: nls.localize('earshot/core/keys/help', 'This list') },
    { keys: 'escape', title: nls.localize('earshot/core/keys/escape', 'Close what is open') }
];

const inTables = (): readonly Pick<PageKey, 'keys' | 'title'>[] => [
    { keys: ['up', 'down'], title: nls.localize('earshot/core/keys/rows', 'Another row; with Shift several') },
    { keys: 'enter', title: nls.localize('earshot/core/keys/open', 'Open the row') },
    { keys: 'ctrlcmd+c', title: nls.localize('earshot/core/keys/copy', 'Copy the rows') }
];

/** All keys of the page that is open. */
export function KeyboardHelp(): React.ReactElement | null {
    const service = useService(KeyboardHelpService);
    const pageKeys = useService(PageKeyService);
    const keys = useStore(pageKeys.current);
    if (!useStore(service.open)) {
        return null;
    }
    const onPage = nls.localize('earshot/core/keys/page', 'On this page');
    const groups = new Map<string, Pick<PageKey, 'keys' | 'title'>[]>();
    for (const key of keys) {
        groups.set(key.group ?? onPage, [...groups.get(key.group ?? onPage) ?? [], key]);
    }
    const all = [...groups, [nls.localize('earshot/core/keys/tables', 'In tables'), inTables()] as const, [nls.localize('earshot/core/keys/everywhere', 'Everywhere'), everywhere()] as const];
    return <Dialog title={nls.localize('earshot/core/keys/title', 'Keys')} size='large' onClose={() => service.open.set(false)}>
        <div className='e-keys'>
            {all.map(([title, list]) => <section key={title}>
                <h3>{title}</h3>
                <dl>{list.map(each => <React.Fragment key={each.title}>
                    <dt>{(typeof each.keys === 'string' ? [each.keys] : keysOf(each as PageKey)).map(key => <Keys key={key}>{key === '?' ? '?' : pageKeys.label(key)}</Keys>)}</dt>
                    <dd>{each.title}</dd>
                </React.Fragment>)}</dl>
            </section>)}
        </div>
    </Dialog>;
}
