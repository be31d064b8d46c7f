import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution } from '@earshot/core/lib/browser/application';

/** Why minutes are refused, and what to do about it. */
export const minutesErrorTexts: ErrorTextContribution = {
    problem: code => code === 'review-to-come' ? nls.localize('earshot/writing/minutes/to-come', 'A review that is still to come has no minutes yet. Choose today or an earlier day.') : undefined
};
