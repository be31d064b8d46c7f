import { nls } from '@theia/core/lib/common/nls';
import type { CriticalClass } from '@earshot/forms';

/** For whom a failure is critical. */
export const criticalClassText = (criticalClass: CriticalClass): string => {
    switch (criticalClass) {
        case 'customer': return nls.localize('earshot/assessment/critical/customer', 'Customer-critical');
        case 'business': return nls.localize('earshot/assessment/critical/business', 'Business-critical');
        case 'compliance': return nls.localize('earshot/assessment/critical/compliance', 'Compliance-critical');
    }
};
