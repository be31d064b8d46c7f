import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useService } from '../application/context';
import { KeyboardHelp } from '../keyboard/keyboard-help';
import { useRoute } from '../navigation/hooks';
import { PageRegistry } from '../navigation/page-registry';
import { QuickInputView } from '../quick-input/quick-input-view';
import { QuickPanel } from '../search/quick-panel';
import { Toasts } from '../widgets/toasts';
import { ActivityBar } from './activity-bar';
import { OfflineBanner } from './offline-banner';
import { PageHost } from './page-host';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';

/** The frame around every page. */
export function Workbench(): React.ReactElement {
    const { path } = useRoute();
    const registry = useService(PageRegistry);
    const destination = React.useMemo(() => registry.find(path), [registry, path]);
    const page = destination.kind === 'page' ? destination.page : undefined;
    return <div className='e-shell'>
        <button type='button' className='e-skip' onClick={() => document.querySelector<HTMLElement>('#e-main h1, #e-main')?.focus()}>{nls.localize('earshot/core/shell/skip', 'Go to the content')}</button>
        <ActivityBar current={page?.perspective} />
        <TopBar page={page} />
        <div className='e-middle'>
            <OfflineBanner />
            <main id='e-main' className='e-main' tabIndex={-1}><PageHost destination={destination} /></main>
        </div>
        <StatusBar />
        <Toasts />
        <QuickInputView />
        <QuickPanel />
        <KeyboardHelp />
    </div>;
}
