import { nls } from '@theia/core/lib/common/nls';
import type { PageContribution } from '@earshot/core/lib/browser/navigation';

/** The pages of the knowledge base; each is loaded when it is first opened. */
export const knowledgePages: PageContribution = {
    pages: [
        {
            id: 'knowledge.articles', perspective: 'knowledge', path: '/knowledge/articles', order: 10, inNavigation: true, icon: 'book',
            title: () => nls.localize('earshot/knowledge/articles/title', 'Articles'), permission: 'article:read', load: () => import('./article/articles-page.js')
        },
        {
            id: 'knowledge.article', perspective: 'knowledge', path: '/knowledge/articles/:id', under: 'knowledge.articles', order: 11, inNavigation: false, icon: 'book',
            title: () => nls.localize('earshot/knowledge/article/title', 'Article'), permission: 'article:read', load: () => import('./reader/reader-page.js')
        },
        {
            id: 'knowledge.editor', perspective: 'knowledge', path: '/knowledge/articles/:id/edit', under: 'knowledge.articles', order: 12, inNavigation: false, icon: 'edit',
            title: () => nls.localize('earshot/knowledge/editor/title', 'Editor'), permission: ['article:write', 'article:approve', 'article:approve-legal', 'article:approve-compliance', 'article:read-all'], load: () => import('./editor/editor-page.js')
        },
        {
            id: 'knowledge.revisions', perspective: 'knowledge', path: '/knowledge/articles/:id/revisions', under: 'knowledge.articles', order: 13, inNavigation: false, icon: 'history',
            title: () => nls.localize('earshot/knowledge/revisions/page', 'Revisions'), permission: ['article:write', 'article:approve', 'article:approve-legal', 'article:approve-compliance', 'article:read-all'], load: () => import('./revision/revisions-page.js')
        },
        {
            id: 'knowledge.past', perspective: 'knowledge', path: '/knowledge/articles/:id/as-published/:revision', under: 'knowledge.articles', order: 13, inNavigation: false, icon: 'history',
            title: () => nls.localize('earshot/knowledge/past/page', 'Article as it was'), permission: 'article:read', load: () => import('./reader/past-page.js')
        },
        {
            id: 'knowledge.evaluations', perspective: 'knowledge', path: '/knowledge/articles/:id/evaluations', under: 'knowledge.articles', order: 14, inNavigation: false, icon: 'checklist',
            title: () => nls.localize('earshot/knowledge/evaluation/list', 'Evaluations'), permission: ['article:evaluate', 'article:write', 'article:read-all'], load: () => import('./evaluation/evaluations-page.js')
        },
        {
            id: 'knowledge.evaluation', perspective: 'knowledge', path: '/knowledge/article-evaluations/:id', under: 'knowledge.articles', order: 14, inNavigation: false, icon: 'checklist',
            title: () => nls.localize('earshot/knowledge/evaluation/page', 'Evaluation of an article'), permission: ['article:evaluate', 'article:write', 'article:read-all'], load: () => import('./evaluation/evaluation-page.js')
        },
        {
            id: 'knowledge.categories', perspective: 'knowledge', path: '/knowledge/categories', order: 20, inNavigation: true, icon: 'folder',
            title: () => nls.localize('earshot/knowledge/categories/title', 'Categories'), permission: ['knowledge:administer', 'article:write'], load: () => import('./category/categories-page.js')
        },
        {
            id: 'knowledge.reviews', perspective: 'knowledge', path: '/knowledge/reviews', order: 15, inNavigation: true, icon: 'verified',
            title: () => nls.localize('earshot/knowledge/reviews/title', 'Reviews'), permission: 'article:write', load: () => import('./review/reviews-page.js')
        },
        {
            id: 'knowledge.annual-reviews', perspective: 'knowledge', path: '/knowledge/annual-reviews', order: 16, inNavigation: true, icon: 'checklist',
            title: () => nls.localize('earshot/knowledge/annual/title', 'Annual reviews'), permission: ['knowledge:administer', 'article:approve', 'article:approve-legal', 'article:approve-compliance', 'article:read-all'], load: () => import('./annual-review/annual-reviews-page.js')
        },
        {
            id: 'knowledge.annual-review', perspective: 'knowledge', path: '/knowledge/annual-reviews/:id', under: 'knowledge.annual-reviews', order: 17, inNavigation: false, icon: 'checklist',
            title: () => nls.localize('earshot/knowledge/annual/page', 'Minutes of a review'), permission: 'article:read', load: () => import('./annual-review/annual-review-page.js')
        },
        {
            id: 'knowledge.search', perspective: 'knowledge', path: '/knowledge/search', order: 40, inNavigation: true, icon: 'search',
            title: () => nls.localize('earshot/knowledge/search-care/title', 'Search'), permission: 'search:read', load: () => import('./search/search-care-page.js')
        },
        {
            id: 'knowledge.imports', perspective: 'knowledge', path: '/knowledge/imports', order: 50, inNavigation: true, icon: 'cloud-upload',
            title: () => nls.localize('earshot/knowledge/imports/title', 'Imports'), permission: 'article:import', load: () => import('./import/imports-page.js')
        },
        {
            id: 'knowledge.import', perspective: 'knowledge', path: '/knowledge/imports/:id', under: 'knowledge.imports', order: 51, inNavigation: false, icon: 'cloud-upload', entity: 'knowledge/article-imports',
            title: () => nls.localize('earshot/knowledge/import/page', 'Import'), permission: 'article:import', load: () => import('./import/import-page.js')
        }
    ]
};
