import { nls } from '@theia/core/lib/common/nls';
import type { FormVersionAction, FormVersionState } from '@earshot/forms';
import type { Tone } from '@earshot/core/lib/browser/widgets/notice';

/** Where a version stands in its life. */
export const stateText = (state: FormVersionState): string => {
    switch (state) {
        case 'draft': return nls.localize('earshot/assessment/state/draft', 'Draft');
        case 'in-review': return nls.localize('earshot/assessment/state/in-review', 'In review');
        case 'published': return nls.localize('earshot/assessment/state/published', 'Published');
        case 'retired': return nls.localize('earshot/assessment/state/retired', 'Retired');
    }
};

export const stateTone: Readonly<Record<FormVersionState, Tone>> = { draft: 'neutral', 'in-review': 'caution', published: 'good', retired: 'neutral' };
export const stateIcon: Readonly<Record<FormVersionState, string>> = { draft: 'edit', 'in-review': 'eye', published: 'pass', retired: 'archive' };

/** What a button does. */
export const actionText = (action: FormVersionAction): string => {
    switch (action) {
        case 'submit': return nls.localize('earshot/assessment/action/submit', 'Submit for review');
        case 'withdraw': return nls.localize('earshot/assessment/action/withdraw', 'Withdraw from review');
        case 'return': return nls.localize('earshot/assessment/action/return', 'Return to draft');
        case 'publish': return nls.localize('earshot/assessment/action/publish', 'Publish');
        case 'retire': return nls.localize('earshot/assessment/action/retire', 'Retire');
        case 'reinstate': return nls.localize('earshot/assessment/action/reinstate', 'Publish again');
    }
};

/** What was done by it. */
export const actedText = (action: FormVersionAction, number: number): string => {
    switch (action) {
        case 'submit': return nls.localize('earshot/assessment/acted/submit', 'Version {0} waits for review.', number);
        case 'withdraw': return nls.localize('earshot/assessment/acted/withdraw', 'Version {0} is a draft again.', number);
        case 'return': return nls.localize('earshot/assessment/acted/return', 'Version {0} was returned to its draft.', number);
        case 'publish': return nls.localize('earshot/assessment/acted/publish', 'Version {0} is published.', number);
        case 'retire': return nls.localize('earshot/assessment/acted/retire', 'Version {0} is retired.', number);
        case 'reinstate': return nls.localize('earshot/assessment/acted/reinstate', 'Version {0} is published again.', number);
    }
};

export const versionText = (number: number): string => nls.localize('earshot/assessment/form/version', 'Version {0}', number);

export const errorsText = (count: number): string => count === 1 ? nls.localize('earshot/assessment/editor/one-error', '1 error') : nls.localize('earshot/assessment/editor/errors', '{0} errors', count);
