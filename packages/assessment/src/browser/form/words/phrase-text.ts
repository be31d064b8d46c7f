import { nls } from '@theia/core/lib/common/nls';
import type { PhraseRule } from '@earshot/forms';
import { formatNumber } from '@earshot/core/lib/browser/widgets/format';

export const demandText = (demand: PhraseRule['demand']): string => demand === 'required' ? nls.localize('earshot/assessment/phrase/required', 'must be said') : nls.localize('earshot/assessment/phrase/forbidden', 'must not be said');
export const speakerText = (speaker: PhraseRule['speaker']): string => speaker === 'agent' ? nls.localize('earshot/assessment/phrase/agent', 'by the agent') : nls.localize('earshot/assessment/phrase/customer', 'by the customer');
export const stretchText = (within: PhraseRule['within']): string => !within ? nls.localize('earshot/assessment/phrase/anywhere', 'anywhere')
    : within.part === 'first' ? nls.localize('earshot/assessment/phrase/first', 'in the first {0} seconds', formatNumber(within.seconds)) : nls.localize('earshot/assessment/phrase/last', 'in the last {0} seconds', formatNumber(within.seconds));
export const keptText = (): string => nls.localize('earshot/assessment/phrase/kept', 'When all is as it should be, suggest');
export const brokenText = (): string => nls.localize('earshot/assessment/phrase/broken', 'Otherwise suggest');

/** A rule in words: "Thank you for calling" or "Good morning": must be said by the agent in the first 20 seconds. */
export const phraseText = ({ demand, wordings, speaker, within }: PhraseRule): string => nls.localize('earshot/assessment/phrase/rule', '{0}: {1} {2}, {3}',
    wordings.map(each => nls.localize('earshot/assessment/phrase/quoted', '“{0}”', each)).join(' / '), demandText(demand), speakerText(speaker), stretchText(within));
