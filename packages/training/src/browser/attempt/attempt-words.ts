import { nls } from '@theia/core/lib/common/nls';
import { formatNumber, formatPercent } from '@earshot/core/lib/browser/widgets/format';
import type { AttemptState } from '../../common/attempt/attempt-state';
import type { MarkKind } from '../../common/attempt/settled-share';
import type { AssignmentState } from '../../common/exam/exam-contract';
import type { AskedItem } from '../../common/question/asked-question';
import type { QuestionKind } from '../../common/question/question';

export const passedText = (passed: boolean | null): string => passed === null ? nls.localize('earshot/training/result/open', 'Not decided yet') : passed ? nls.localize('earshot/training/result/passed', 'Passed') : nls.localize('earshot/training/result/failed', 'Not passed');
/** @param percent 0 to 100 */
export const percentText = (percent: number | null): string => formatPercent(percent === null ? null : percent / 100);

/** Points, with parts of one as far as they are there. */
export const pointsText = (points: number): string => formatNumber(points, Number.isInteger(points) ? 0 : 2);

export function assignmentText(state: AssignmentState): string {
    switch (state) {
        case 'open': return nls.localize('earshot/training/assignment/open', 'To be sat');
        case 'running': return nls.localize('earshot/training/assignment/running', 'Running');
        case 'marking': return nls.localize('earshot/training/assignment/marking', 'Being marked');
        case 'passed': return nls.localize('earshot/training/result/passed', 'Passed');
        case 'failed': return nls.localize('earshot/training/result/failed', 'Not passed');
        case 'expired': return nls.localize('earshot/training/assignment/expired', 'Missed');
        case 'withdrawn': return nls.localize('earshot/training/assignment/withdrawn', 'Taken back');
    }
}

export const assignmentTone = (state: AssignmentState): 'neutral' | 'accent' | 'good' | 'caution' | 'critical' =>
    ({ open: 'neutral', running: 'accent', marking: 'caution', passed: 'good', failed: 'critical', expired: 'critical', withdrawn: 'neutral' } as const)[state];
export const assignmentIcon = (state: AssignmentState): string => ({ open: 'circle-outline', running: 'watch', marking: 'pencil', passed: 'check', failed: 'close', expired: 'circle-slash', withdrawn: 'discard' })[state];

export function attemptText(state: AttemptState): string {
    switch (state) {
        case 'not-started': return nls.localize('earshot/training/assignment/open', 'To be sat');
        case 'running': return nls.localize('earshot/training/assignment/running', 'Running');
        case 'submitted': return nls.localize('earshot/training/attempt-state/submitted', 'To be marked');
        case 'marking': return nls.localize('earshot/training/assignment/marking', 'Being marked');
        case 'graded': return nls.localize('earshot/training/attempt-state/graded', 'To be released');
        case 'released': return nls.localize('earshot/training/attempt-state/released', 'Released');
        case 'expired': return nls.localize('earshot/training/assignment/expired', 'Missed');
    }
}

/** A mark by hand. */
export const markKindText = (kind: MarkKind): string => {
    switch (kind) {
        case 'first': return nls.localize('earshot/training/marking/first', 'Mark');
        case 'second': return nls.localize('earshot/training/marking/second', 'Second mark');
        case 'deciding': return nls.localize('earshot/training/marking/deciding', 'Deciding mark');
        case 'regrade': return nls.localize('earshot/training/marking/regrade', 'Marked anew');
    }
};

/** What a statement may be, as choices with ids that are the same in every language. */
export const trueAndFalse = (): readonly AskedItem[] => [{ id: 'true', text: nls.localize('earshot/training/answer/true', 'True') }, { id: 'false', text: nls.localize('earshot/training/answer/false', 'False') }];

/** An answer that could be chosen: of a statement, in the words of the screen. */
export const optionText = (kind: QuestionKind, text: string): string => kind === 'true-false' ? trueAndFalse().find(each => each.id === text)!.text : text;
