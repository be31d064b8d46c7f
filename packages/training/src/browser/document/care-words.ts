import { nls } from '@theia/core/lib/common/nls';
import type { Tone } from '@earshot/core/lib/browser/widgets';
import type { ChangeRequest, ReviewOutcome } from '../../common/document/care-contract';

export function requestStateText(state: ChangeRequest['state']): string {
    switch (state) {
        case 'open': return nls.localize('earshot/training/request/open', 'Open');
        case 'accepted': return nls.localize('earshot/training/request/accepted', 'Accepted');
        case 'declined': return nls.localize('earshot/training/request/declined', 'Declined');
    }
}

export const requestTone = (state: ChangeRequest['state']): Tone => state === 'open' ? 'accent' : state === 'accepted' ? 'good' : 'neutral';

export const clauseText = ({ clause }: ChangeRequest): string => clause ? `${clause.number} ${clause.title}` : nls.localize('earshot/training/request/whole', 'The whole document');

export function outcomeText(outcome: ReviewOutcome): string {
    switch (outcome) {
        case 'keep': return nls.localize('earshot/training/review/keep', 'Still true: keep it as it is');
        case 'revise': return nls.localize('earshot/training/review/revise', 'To be revised');
        case 'retire': return nls.localize('earshot/training/review/retire', 'To be withdrawn');
    }
}

export const outcomeTone = (outcome: ReviewOutcome): Tone => outcome === 'keep' ? 'good' : outcome === 'revise' ? 'caution' : 'critical';
