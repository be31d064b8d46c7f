import { nls } from '@theia/core/lib/common/nls';
import type { ExamRow } from '../../common/exam/exam-contract';

/** The state of what is written now, and what is sat meanwhile. */
export function examStateText({ state, number }: Pick<ExamRow, 'state' | 'number'>): string {
    switch (state) {
        case 'draft': return number === null ? nls.localize('earshot/training/exam/state/draft', 'Draft') : nls.localize('earshot/training/exam/state/changed', 'v{0} is sat, being changed', number);
        case 'in-review': return nls.localize('earshot/training/exam/state/in-review', 'Waits for approval');
        case 'published': return nls.localize('earshot/training/exam/state/published', 'Approved, v{0}', number ?? 1);
        case 'retired': return nls.localize('earshot/training/exam/state/retired', 'Retired');
    }
}
export const examStateTone = ({ state, number }: Pick<ExamRow, 'state' | 'number'>): 'neutral' | 'good' | 'caution' => state === 'published' ? 'good' : state === 'in-review' || number !== null ? 'caution' : 'neutral';
