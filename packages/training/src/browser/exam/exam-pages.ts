import { nls } from '@theia/core/lib/common/nls';
import type { PageDefinition } from '@earshot/core/lib/browser/navigation';

/** The pages of exams; each is loaded when it is first opened. */
export const examPages: readonly PageDefinition[] = [
    {
        id: 'training.my-exams', perspective: 'training', path: '/training/my-exams', detail: '/training/my-exams/:id', entity: 'training/exam-assignments', order: 40, inNavigation: true, icon: 'mortar-board',
        title: () => nls.localize('earshot/training/my-exams/title', 'My exams'), permission: 'exam:take', load: () => import('../attempt/my-exams-page.js')
    },
    {
        id: 'training.attempt', perspective: 'training', path: '/training/attempts/:id', under: 'training.my-exams', order: 41, inNavigation: false, icon: 'mortar-board',
        title: () => nls.localize('earshot/training/attempt/title', 'Exam'), permission: 'exam:take', load: () => import('../attempt/attempt-page.js')
    },
    {
        id: 'training.exams', perspective: 'training', path: '/training/exams', order: 42, inNavigation: true, icon: 'checklist',
        title: () => nls.localize('earshot/training/exams/title', 'Exams'), permission: 'exam:read', load: () => import('./exams-page.js')
    },
    {
        id: 'training.exam', perspective: 'training', path: '/training/exams/:id', under: 'training.exams', order: 43, inNavigation: false, icon: 'checklist',
        title: () => nls.localize('earshot/training/attempt/title', 'Exam'), permission: 'exam:read', load: () => import('./exam-page.js')
    },
    {
        id: 'training.marking-queue', perspective: 'training', path: '/training/marking', order: 44, inNavigation: true, icon: 'pencil',
        title: () => nls.localize('earshot/training/marking/title', 'To mark'), permission: 'exam:mark', load: () => import('../attempt/marking-queue-page.js')
    },
    {
        id: 'training.marking', perspective: 'training', path: '/training/marking/:id', under: 'training.marking-queue', order: 45, inNavigation: false, icon: 'pencil',
        title: () => nls.localize('earshot/training/marking/title', 'To mark'), permission: 'exam:mark', load: () => import('../attempt/marking-page.js')
    }
];
