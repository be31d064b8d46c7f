import { nls } from '@theia/core/lib/common/nls';
import type { PageDefinition } from '@earshot/core/lib/browser/navigation';

const writers = ['document:write', 'document:approve', 'document:read-all'] as const;

export const documentPages: readonly PageDefinition[] = [
    {
        id: 'training.documents', perspective: 'training', path: '/training/documents', order: 10, inNavigation: true, icon: 'library',
        title: () => nls.localize('earshot/training/documents/title', 'Documents'), permission: 'document:read', load: () => import('./documents-page.js')
    },
    {
        id: 'training.document', perspective: 'training', path: '/training/documents/:id', under: 'training.documents', order: 11, inNavigation: false, icon: 'library',
        title: () => nls.localize('earshot/training/document/title', 'Document'), permission: 'document:read', load: () => import('./document-page.js')
    },
    {
        id: 'training.document-editor', perspective: 'training', path: '/training/documents/:id/edit', under: 'training.documents', order: 12, inNavigation: false, icon: 'edit',
        title: () => nls.localize('earshot/training/editor/title', 'Editor of documents'), permission: writers, load: () => import('./editor-page.js')
    },
    {
        id: 'training.document-versions', perspective: 'training', path: '/training/documents/:id/versions', under: 'training.documents', order: 13, inNavigation: false, icon: 'history',
        title: () => nls.localize('earshot/training/versions/page', 'Versions'), permission: 'document:read', load: () => import('./versions-page.js')
    },
    {
        id: 'training.readers', perspective: 'training', path: '/training/documents/:id/readers', under: 'training.documents', order: 14, inNavigation: false, icon: 'checklist',
        title: () => nls.localize('earshot/training/readers/title', 'Who has read it'), permission: 'acknowledgement:read', load: () => import('./readers-page.js')
    },
    {
        id: 'training.requests', perspective: 'training', path: '/training/requests', order: 16, inNavigation: true, icon: 'comment-discussion',
        title: () => nls.localize('earshot/training/requests/title', 'Change requests'), permission: 'document:read', load: () => import('./requests-page.js')
    },
    {
        id: 'training.reviews', perspective: 'training', path: '/training/reviews', order: 17, inNavigation: true, icon: 'verified',
        title: () => nls.localize('earshot/training/reviews/title', 'Reviews'), permission: 'document:read', load: () => import('./reviews-page.js')
    },
    {
        id: 'training.clause', perspective: 'training', path: '/training/clauses/:id', under: 'training.documents', order: 15, inNavigation: false, icon: 'symbol-number',
        title: () => nls.localize('earshot/training/clause/title', 'Clause'), permission: 'document:read', load: () => import('./clause-page.js')
    }
];
