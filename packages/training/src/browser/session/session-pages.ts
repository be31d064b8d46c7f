import { nls } from '@theia/core/lib/common/nls';
import type { PageDefinition } from '@earshot/core/lib/browser/navigation';

/** The pages of trainings; each is loaded when it is first opened. */
export const sessionPages: readonly PageDefinition[] = [
    {
        id: 'training.my-sessions', perspective: 'training', path: '/training/my-sessions', order: 36, inNavigation: true, icon: 'calendar',
        title: () => nls.localize('earshot/training/my-sessions/title', 'My trainings'), permission: 'training-session:attend', load: () => import('./my-sessions-page.js')
    },
    {
        id: 'training.my-session', perspective: 'training', path: '/training/my-sessions/:id', under: 'training.my-sessions', order: 37, inNavigation: false, icon: 'calendar',
        title: () => nls.localize('earshot/training/session/name', 'Training'), permission: 'training-session:attend', load: () => import('./my-session-page.js')
    },
    {
        id: 'training.sessions', perspective: 'training', path: '/training/sessions', order: 46, inNavigation: true, icon: 'calendar',
        title: () => nls.localize('earshot/training/sessions/title', 'Training plan'), permission: 'training-plan:read', load: () => import('./sessions-page.js')
    },
    {
        id: 'training.session', perspective: 'training', path: '/training/sessions/:id', under: 'training.sessions', order: 47, inNavigation: false, icon: 'calendar',
        title: () => nls.localize('earshot/training/session/name', 'Training'), permission: 'training-plan:read', load: () => import('./session-page.js')
    },
    {
        id: 'training.courses', perspective: 'training', path: '/training/courses', under: 'training.sessions', order: 48, inNavigation: false, icon: 'library',
        title: () => nls.localize('earshot/training/courses/title', 'Courses'), permission: 'training-plan:read', load: () => import('./courses-page.js')
    },
    {
        id: 'training.course', perspective: 'training', path: '/training/courses/:id', under: 'training.sessions', order: 49, inNavigation: false, icon: 'library',
        title: () => nls.localize('earshot/training/course/name', 'Course'), permission: 'training-plan:read', load: () => import('./course-page.js')
    }
];
