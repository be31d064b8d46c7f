import { nls } from '@theia/core/lib/common/nls';
import type { Perspective } from './page';

export const perspectiveIcons: Readonly<Record<Perspective, string>> = {
    home: 'home', quality: 'pulse', knowledge: 'book', training: 'mortar-board', people: 'organization', administration: 'settings-gear'
};

export function perspectiveTitle(perspective: Perspective): string {
    switch (perspective) {
        case 'home': return nls.localize('earshot/core/perspectives/home', 'Home');
        case 'quality': return nls.localize('earshot/core/perspectives/quality', 'Quality');
        case 'knowledge': return nls.localize('earshot/core/perspectives/knowledge', 'Knowledge');
        case 'training': return nls.localize('earshot/core/perspectives/training', 'Training');
        case 'people': return nls.localize('earshot/core/perspectives/people', 'People');
        case 'administration': return nls.localize('earshot/core/perspectives/administration', 'Administration');
    }
}
