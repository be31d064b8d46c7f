import { nls } from '@theia/core/lib/common/nls';
import type { PageDefinition } from '@earshot/core/lib/browser/navigation';

/** The pages of certification; each is loaded when it is first opened. */
export const certificationPages: readonly PageDefinition[] = [
    {
        id: 'training.certification', perspective: 'training', path: '/training/certification', detail: '/training/certification/:id', entity: 'training/certification', order: 50, inNavigation: true, icon: 'verified',
        title: () => nls.localize('earshot/training/certification/short', 'Certification'), permission: 'certification:read', load: () => import('./certification-page.js')
    },
    {
        id: 'training.certificate', perspective: 'training', path: '/training/certificates/:id', under: 'training.certification', order: 52, inNavigation: false, icon: 'verified',
        title: () => nls.localize('earshot/training/certificate/name', 'Certificate'), permission: 'certification:read', load: () => import('../certificate/certificate-page.js')
    },
    {
        id: 'training.transcript', perspective: 'training', path: '/training/transcripts/:id', under: 'training.certification', order: 53, inNavigation: false, icon: 'notebook',
        title: () => nls.localize('earshot/training/transcript/title', 'Transcript'), permission: 'certification:read', load: () => import('../transcript/transcript-page.js')
    },
    {
        id: 'training.certification-rules', perspective: 'training', path: '/training/certification-rules', under: 'training.certification', order: 51, inNavigation: false, icon: 'law',
        title: () => nls.localize('earshot/training/certification/rules', 'What positions ask for'), permission: 'certification:administer', load: () => import('./rules-page.js')
    }
];
