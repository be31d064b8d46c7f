import * as React from '@theia/core/shared/react';
import type { CriticalClass } from '@earshot/forms';
import { Badge } from '@earshot/core/lib/browser/widgets/notice';
import { criticalClassText } from './critical-text';

/** Marks a question in which a failure is critical. */
export const CriticalBadge = ({ criticalClass }: { readonly criticalClass: CriticalClass | 'none' }): React.ReactElement | null =>
    criticalClass === 'none' ? null : <Badge tone='caution' icon='shield'>{criticalClassText(criticalClass)}</Badge>;
