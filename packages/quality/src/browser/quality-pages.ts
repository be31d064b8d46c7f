import { nls } from '@theia/core/lib/common/nls';
import type { PageContribution } from '@earshot/core/lib/browser/navigation';

/** The pages of quality monitoring; each is loaded when it is first opened. */
export const qualityPages: PageContribution = {
    pages: [
        {
            id: 'quality.calls', perspective: 'quality', path: '/quality/calls', detail: '/quality/calls/:id', entity: 'quality/interactions', order: 10, inNavigation: true, icon: 'call-incoming',
            title: () => nls.localize('earshot/quality/calls/title', 'Calls'), permission: 'interaction:read', load: () => import('./interaction/calls-page.js')
        },
        {
            id: 'quality.import', perspective: 'quality', path: '/quality/import', under: 'quality.calls', order: 11, inNavigation: false, icon: 'cloud-upload',
            title: () => nls.localize('earshot/quality/import/title', 'Import calls'), permission: 'interaction:import', load: () => import('./interaction/import/import-page.js')
        },
        {
            id: 'quality.note', perspective: 'quality', path: '/quality/note', under: 'quality.calls', order: 12, inNavigation: false, icon: 'comment-discussion',
            title: () => nls.localize('earshot/quality/note/title', 'Without a recording'), permission: 'interaction:import', load: () => import('./conversation/note-page.js')
        },
        {
            id: 'quality.evaluations', perspective: 'quality', path: '/quality/evaluations', order: 20, inNavigation: true, icon: 'checklist',
            title: () => nls.localize('earshot/quality/evaluations/title', 'Evaluations'), permission: 'evaluation:read', load: () => import('./evaluation/evaluations-page.js')
        },
        {
            id: 'quality.evaluation', perspective: 'quality', path: '/quality/evaluations/:id', under: 'quality.evaluations', order: 21, inNavigation: false, icon: 'edit',
            title: () => nls.localize('earshot/quality/evaluation/title', 'Evaluation'), permission: 'evaluation:read', load: () => import('./evaluation/evaluation-page.js')
        },
        {
            id: 'quality.to-score', perspective: 'quality', path: '/quality/to-score', detail: '/quality/to-score/:id', entity: 'quality/sampling-draws', order: 15, inNavigation: true, icon: 'target',
            title: () => nls.localize('earshot/quality/to-score/short', 'To score'), permission: 'evaluation:write', load: () => import('./sampling/to-score-page.js')
        },
        {
            id: 'quality.sampling', perspective: 'quality', path: '/quality/sampling-plans', order: 22, inNavigation: true, icon: 'filter',
            title: () => nls.localize('earshot/quality/sampling/short', 'Sampling'), permission: 'sampling:read', load: () => import('./sampling/sampling-plans-page.js')
        },
        {
            id: 'quality.sampling-new', perspective: 'quality', path: '/quality/sampling-plans/new', under: 'quality.sampling', order: 23, inNavigation: false, icon: 'add',
            title: () => nls.localize('earshot/quality/sampling/new', 'New sampling plan'), permission: 'sampling:manage', load: () => import('./sampling/new-plan-page.js')
        },
        {
            id: 'quality.sampling-evaluators', perspective: 'quality', path: '/quality/sampling-plans/evaluators', under: 'quality.sampling', order: 24, inNavigation: false, icon: 'person',
            title: () => nls.localize('earshot/quality/sampling/qualifications', 'Who scores on which form'), permission: 'sampling:read', load: () => import('./sampling/qualifications-page.js')
        },
        {
            id: 'quality.sampling-plan', perspective: 'quality', path: '/quality/sampling-plans/:id', under: 'quality.sampling', order: 24, inNavigation: false, icon: 'filter',
            title: () => nls.localize('earshot/quality/sampling/plan', 'Sampling plan'), permission: 'sampling:read', load: () => import('./sampling/sampling-plan-page.js')
        },
        {
            id: 'quality.feedback', perspective: 'quality', path: '/quality/feedback', order: 25, inNavigation: true, icon: 'inbox',
            title: () => nls.localize('earshot/quality/feedback/page', 'Results and disputes'), permission: 'evaluation:read', load: () => import('./feedback/feedback-page.js')
        },
        {
            id: 'quality.feedback-rules', perspective: 'quality', path: '/quality/feedback/rules', under: 'quality.feedback', order: 26, inNavigation: false, icon: 'settings',
            title: () => nls.localize('earshot/quality/rules/title', 'Rules for results and disputes'), permission: 'feedback:administer', load: () => import('./feedback/rules-page.js')
        },
        {
            id: 'quality.coaching', perspective: 'quality', path: '/quality/coaching', order: 27, inNavigation: true, icon: 'mortar-board',
            title: () => nls.localize('earshot/quality/coaching/title', 'Coaching'), permission: 'coaching:read', load: () => import('./coaching/coaching-page.js')
        },
        {
            id: 'quality.coaching-new', perspective: 'quality', path: '/quality/coaching/new', under: 'quality.coaching', order: 28, inNavigation: false, icon: 'mortar-board',
            title: () => nls.localize('earshot/quality/coaching/new', 'New plan'), permission: 'coaching:write', load: () => import('./coaching/new-plan-page.js')
        },
        {
            id: 'quality.coaching-plan', perspective: 'quality', path: '/quality/coaching/:id', under: 'quality.coaching', order: 29, inNavigation: false, icon: 'mortar-board',
            title: () => nls.localize('earshot/quality/coaching/plan-title', 'Coaching plan'), permission: 'coaching:read', load: () => import('./coaching/plan-page.js')
        },
        {
            id: 'quality.calibrations', perspective: 'quality', path: '/quality/calibrations', order: 30, inNavigation: true, icon: 'organization',
            title: () => nls.localize('earshot/quality/calibrations/title', 'Calibration'), permission: 'calibration:read', load: () => import('./calibration/calibrations-page.js')
        },
        {
            id: 'quality.calibration-evaluators', perspective: 'quality', path: '/quality/calibrations/evaluators', under: 'quality.calibrations', order: 31, inNavigation: false, icon: 'person',
            title: () => nls.localize('earshot/quality/calibration-evaluators/title', 'Evaluators and their calibration'), permission: 'calibration:lead', load: () => import('./calibration/evaluators-page.js')
        },
        {
            id: 'quality.calibration', perspective: 'quality', path: '/quality/calibrations/:id', under: 'quality.calibrations', order: 32, inNavigation: false, icon: 'organization',
            title: () => nls.localize('earshot/quality/calibration/title', 'Calibration session'), permission: 'calibration:read', load: () => import('./calibration/calibration-page.js')
        },
        {
            id: 'quality.saved-report', perspective: 'quality', path: '/quality/saved-reports/:id', order: 0, inNavigation: false, icon: 'graph', under: 'quality.reports',
            title: () => nls.localize('earshot/quality/reports/title', 'Reports'), permission: 'report:read', load: () => import('./report/saved-report-page.js')
        },
        {
            id: 'quality.reports', perspective: 'quality', path: '/quality/reports', order: 40, inNavigation: true, icon: 'graph',
            title: () => nls.localize('earshot/quality/reports/title', 'Reports'), permission: 'report:read', load: () => import('./report/reports-page.js')
        },
        {
            id: 'quality.retention', perspective: 'administration', path: '/administration/retention', order: 45, inNavigation: true, icon: 'archive',
            title: () => nls.localize('earshot/quality/retention/title', 'Retention'), permission: 'retention:read', load: () => import('./retention/retention-page.js')
        }
    ]
};
