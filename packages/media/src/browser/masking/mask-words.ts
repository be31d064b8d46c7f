import { nls } from '@theia/core/lib/common/nls';
import type { MaskReason } from '../../common/masking/mask';

/** Why something is masked. */
export function reasonName(reason: MaskReason): string {
    switch (reason) {
        case 'card-number': return nls.localize('earshot/media/mask-reason/card-number', 'Card number');
        case 'identity-document': return nls.localize('earshot/media/mask-reason/identity-document', 'Identity document');
        case 'health': return nls.localize('earshot/media/mask-reason/health', 'Health');
        case 'other': return nls.localize('earshot/media/mask-reason/other', 'Other');
    }
}
