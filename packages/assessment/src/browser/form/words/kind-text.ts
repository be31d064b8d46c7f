import { nls } from '@theia/core/lib/common/nls';
import type { CriticalEffect } from '@earshot/forms';

/** How a kind of question is called; an added kind keeps its name. */
export const kindText = (kind: string): string => {
    switch (kind) {
        case 'yes-no': return nls.localize('earshot/assessment/kind/yes-no', 'Yes or no');
        case 'pass-fail': return nls.localize('earshot/assessment/kind/pass-fail', 'Pass or fail');
        case 'scale': return nls.localize('earshot/assessment/kind/scale', 'Scale');
        case 'choice': return nls.localize('earshot/assessment/kind/choice', 'Choice');
        case 'number': return nls.localize('earshot/assessment/kind/number', 'Number');
        case 'text': return nls.localize('earshot/assessment/kind/text', 'Text');
        default: return kind;
    }
};

/** What a failure does to the score. */
export const effectText = (effect: CriticalEffect): string => {
    switch (effect) {
        case 'none': return nls.localize('earshot/assessment/effect/none', 'Is counted beside the score');
        case 'section-zero': return nls.localize('earshot/assessment/effect/section-zero', 'Sets the section to zero');
        case 'form-zero': return nls.localize('earshot/assessment/effect/form-zero', 'Sets the form to zero');
    }
};
