import { nls } from '@theia/core/lib/common/nls';
import type { PageContribution } from './navigation/page';

/** The pages that every installation has. */
export const corePages: PageContribution = {
    pages: [
        {
            id: 'core.home', perspective: 'home', path: '/', order: 10, inNavigation: true, icon: 'home',
            title: () => nls.localize('earshot/core/home/title', 'Today'), load: () => import('./home/home-page.js')
        },
        {
            id: 'core.account', perspective: 'home', path: '/account', order: 90, inNavigation: false, icon: 'account',
            title: () => nls.localize('earshot/core/account/title', 'My account'), load: () => import('./account/account-page.js')
        },
        {
            id: 'core.people', perspective: 'people', path: '/people', detail: '/people/:id', entity: 'core/people', order: 10, inNavigation: true, icon: 'person', permission: 'person:read',
            title: () => nls.localize('earshot/core/people/title', 'People'), load: () => import('./people/people-page.js')
        },
        {
            id: 'core.teams', perspective: 'people', path: '/people/teams', detail: '/people/teams/:id', entity: 'core/teams', order: 20, inNavigation: true, icon: 'organization', permission: 'team:read',
            title: () => nls.localize('earshot/core/teams/title', 'Teams'), load: () => import('./people/teams-page.js')
        },
        {
            id: 'core.positions', perspective: 'people', path: '/people/positions', detail: '/people/positions/:id', entity: 'core/positions', order: 30, inNavigation: true, icon: 'briefcase', permission: 'team:read',
            title: () => nls.localize('earshot/core/positions/title', 'Positions'), load: () => import('./people/positions-page.js')
        },
        {
            id: 'core.roles', perspective: 'administration', path: '/administration/roles', detail: '/administration/roles/:id', entity: 'core/roles', order: 10, inNavigation: true, icon: 'shield', permission: 'role:read',
            title: () => nls.localize('earshot/core/roles/title', 'Roles'), load: () => import('./access/roles-page.js')
        },
        {
            id: 'core.jobs', perspective: 'administration', path: '/administration/jobs', detail: '/administration/jobs/:id', entity: 'core/jobs', order: 20, inNavigation: true, icon: 'server-process', permission: 'job:read',
            title: () => nls.localize('earshot/core/jobs/title', 'Jobs'), load: () => import('./house/jobs-page.js')
        },
        {
            id: 'core.audit', perspective: 'administration', path: '/administration/audit', order: 30, inNavigation: true, icon: 'law', permission: 'audit:read',
            title: () => nls.localize('earshot/core/audit/title', 'Audit log'), load: () => import('./house/audit-page.js')
        }
    ]
};
