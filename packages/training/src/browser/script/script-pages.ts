import { nls } from '@theia/core/lib/common/nls';
import type { PageDefinition } from '@earshot/core/lib/browser/navigation';

export const scriptPages: readonly PageDefinition[] = [
    {
        id: 'training.script-run', perspective: 'training', path: '/training/script-runs/:id', under: 'training.documents', order: 16, inNavigation: false, icon: 'list-tree',
        title: () => nls.localize('earshot/training/script/past', 'Way through a call script'), permission: 'script-run:read', load: () => import('./past-run-page.js')
    }
];
