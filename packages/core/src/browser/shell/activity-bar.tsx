import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useService, useSession } from '../application/context';
import { Link } from '../navigation/hooks';
import type { Perspective } from '../navigation/page';
import { PageRegistry } from '../navigation/page-registry';
import { perspectiveIcons, perspectiveTitle } from '../navigation/perspective-titles';
import { Icon } from '../widgets/icon';
import { Mark } from './mark';

/** The areas of the suite that the person has something to do in. */
export function ActivityBar({ current }: { readonly current: Perspective | undefined }): React.ReactElement {
    const registry = useService(PageRegistry);
    useSession();
    const perspectives = registry.visiblePerspectives;
    return <nav className='e-activity' aria-label={nls.localize('earshot/core/shell/areas', 'Areas')}>
        <Link to='/' className='e-activity-mark' aria-label={nls.localize('earshot/core/shell/product', 'Earshot, home')}><Mark /></Link>
        <ul>
            {perspectives.map(each => <li key={each}>
                <Link to={registry.navigationOf(each)[0]!.path} className='e-activity-item' aria-current={each === current ? 'true' : undefined}>
                    <Icon name={perspectiveIcons[each]} /><span>{perspectiveTitle(each)}</span>
                </Link>
            </li>)}
        </ul>
    </nav>;
}
