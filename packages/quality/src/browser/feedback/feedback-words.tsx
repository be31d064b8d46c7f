import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, type Tone } from '@earshot/core/lib/browser/widgets';
import type { FeedbackState } from '../../common/feedback/feedback-state';

export function feedbackText(state: FeedbackState): string {
    switch (state) {
        case 'held': return nls.localize('earshot/quality/feedback-state/held', 'Not released');
        case 'released': return nls.localize('earshot/quality/feedback-state/released', 'Released');
        case 'acknowledged': return nls.localize('earshot/quality/feedback-state/acknowledged', 'Acknowledged');
        case 'disputed': return nls.localize('earshot/quality/feedback-state/disputed', 'Disputed');
        case 'answered': return nls.localize('earshot/quality/feedback-state/answered', 'Dispute answered');
        case 'escalated': return nls.localize('earshot/quality/feedback-state/escalated', 'Second level');
        case 'settled': return nls.localize('earshot/quality/feedback-state/settled', 'Dispute settled');
    }
}

const looks: Readonly<Record<FeedbackState, readonly [Tone, string]>> = {
    held: ['neutral', 'lock'], released: ['neutral', 'mail'], acknowledged: ['good', 'pass'], disputed: ['caution', 'comment-discussion'], answered: ['neutral', 'law'], escalated: ['caution', 'comment-discussion'], settled: ['good', 'law']
};

export const FeedbackBadge = ({ state }: { readonly state: FeedbackState }): React.ReactElement => <Badge tone={looks[state][0]} icon={looks[state][1]}>{feedbackText(state)}</Badge>;

export const decisionText = (decision: 'upheld' | 'overturned'): string =>
    decision === 'upheld' ? nls.localize('earshot/quality/dispute/upheld', 'Upheld') : nls.localize('earshot/quality/dispute/overturned', 'Overturned');
export const levelText = (level: number): string => level === 1 ? nls.localize('earshot/quality/dispute/level-1', 'First level') : nls.localize('earshot/quality/dispute/level-2', 'Second level');
