import { nls } from '@theia/core/lib/common/nls';
import type { PageContribution } from '@earshot/core/lib/browser/navigation';

export const questionPages: PageContribution['pages'] = [
    {
        id: 'training.questions', perspective: 'training', path: '/training/questions', order: 30, inNavigation: true, icon: 'checklist',
        title: () => nls.localize('earshot/training/question/title', 'Question bank'), permission: 'question:read', load: () => import('./questions-page.js')
    },
    {
        id: 'training.question', perspective: 'training', path: '/training/questions/:id', under: 'training.questions', order: 31, inNavigation: false, icon: 'checklist',
        title: () => nls.localize('earshot/training/question/one', 'Question'), permission: 'question:read', load: () => import('./question-page.js')
    }
];
