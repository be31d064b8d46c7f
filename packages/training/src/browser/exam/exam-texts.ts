import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import type { WorkItem } from '@earshot/core/lib/common/house-contract';
import { formatDateTime } from '@earshot/core/lib/browser/widgets/format';

const word = (value: unknown): string => typeof value === 'string' ? value : '';

/** Why an attempt cannot begin now. @param from the moment from which it can, ISO 8601 */
export function beginningText(why: string, from: string | null): string {
    switch (why) {
        case 'running': return nls.localize('earshot/training/exam/begin/running', 'An attempt is running.');
        case 'passed': return nls.localize('earshot/training/exam/begin/passed', 'You have passed.');
        case 'closed': return nls.localize('earshot/training/exam/begin/closed', 'The time for this exam is over. Ask your trainer if you need another date.');
        case 'not-open': return nls.localize('earshot/training/exam/begin/not-open', 'It can be sat from {0}.', from ? formatDateTime(from) : '');
        case 'no-attempts-left': return nls.localize('earshot/training/exam/begin/no-attempts', 'No attempt is left. Ask your trainer for another one.');
        case 'being-marked': return nls.localize('earshot/training/exam/begin/being-marked', 'Your last attempt is being marked.');
        case 'wait': return nls.localize('earshot/training/exam/begin/wait', 'The next attempt is possible from {0}.', from ? formatDateTime(from) : '');
        case 'knows-the-keys': return nls.localize('earshot/training/exam/begin/knows', 'You may see answers in the question bank or in marking, so no exam can be sat by you.');
        default: return nls.localize('earshot/training/exam/begin/retired', 'This exam is not in use any more.');
    }
}

function conflict(reason: string, detail: Readonly<Record<string, unknown>> = {}): string | undefined {
    switch (reason) {
        case 'own-exam': return nls.localize('earshot/training/exam/conflicts/own-exam', 'You have changed this exam yourself. Somebody else has to approve it.');
        case 'asked-by-positions': return nls.localize('earshot/training/exam/conflicts/asked-by-positions', 'Positions ask for this exam before people may take calls: {0}. Change what they ask for first.', Array.isArray(detail.positions) ? detail.positions.join(', ') : '');
        case 'not-published': return nls.localize('earshot/training/exam/conflicts/not-published', 'No version of this exam is approved yet. It can be assigned when one is.');
        case 'exam-retired': return nls.localize('earshot/training/exam/conflicts/retired', 'This exam is not in use any more.');
        case 'may-not-begin': return beginningText(word(detail.why), typeof detail.from === 'string' ? detail.from : null);
        case 'knows-the-keys': return beginningText(reason, null);
        case 'own-assignment': return nls.localize('earshot/training/exam/conflicts/own-assignment', 'This exam is yours to sit. Somebody else has to give you more time or attempts.');
        case 'too-few-questions': return nls.localize('earshot/training/exam/conflicts/too-few', 'The question bank has too few questions for this exam now. Tell your trainer.');
        case 'no-such-question': return nls.localize('earshot/training/exam/conflicts/no-question', 'This question is not on the paper.');
        case 'attempt-over': return nls.localize('earshot/training/exam/conflicts/over', 'This attempt was handed in. Nothing more is taken.');
        case 'time-over': return nls.localize('earshot/training/exam/conflicts/time-over', 'The time is over. What was saved until then counts.');
        case 'attempt-running': return nls.localize('earshot/training/exam/conflicts/running', 'The exam is being sat. Take it back when the attempt has ended.');
        case 'not-proctored': return nls.localize('earshot/training/exam/conflicts/not-proctored', 'This exam does not record when its window is left.');
        case 'still-running': return nls.localize('earshot/training/exam/conflicts/still-running', 'This attempt is still running. Its result is there when it was handed in.');
        case 'own-attempt': return nls.localize('earshot/training/exam/conflicts/own-attempt', 'This is your own attempt. Somebody else has to mark it.');
        case 'not-by-hand': return nls.localize('earshot/training/exam/conflicts/not-by-hand', 'This question is not marked by hand.');
        case 'marked-already': return nls.localize('earshot/training/exam/conflicts/marked-already', 'You have marked this question already. The next mark is somebody else’s.');
        default: return undefined;
    }
}

/** What is wrong with a blueprint or a round, to stand beside the field. */
export function problem(code: string, detail: Readonly<Record<string, unknown>> = {}): string | undefined {
    switch (code) {
        case 'no-questions': return nls.localize('earshot/training/exam/problems/no-questions', 'Nothing is asked here yet.');
        case 'untitled': return nls.localize('earshot/training/exam/problems/untitled', 'Give this section a name.');
        case 'too-few': return nls.localize('earshot/training/exam/problems/too-few', 'The bank has only {0} of {1} questions for this.', Number(detail.found), Number(detail.wanted));
        case 'shared': return nls.localize('earshot/training/exam/problems/shared', 'Enough questions fit, but other rules need the same ones: {0} of {1} are left.', Number(detail.found), Number(detail.wanted));
        case 'question-gone': return nls.localize('earshot/training/exam/problems/gone', 'Fixed questions that cannot be asked any more: {0}. Take them out or choose others.', Number(detail.gone));
        case 'question-twice': return nls.localize('earshot/training/exam/problems/twice', 'A question is fixed more than once.');
        case 'round-over': return nls.localize('earshot/training/exam/problems/round-over', 'This moment has passed. Choose a later one.');
        case 'ends-running-attempt': return nls.localize('earshot/training/exam/problems/ends-running', 'The exam is being sat, and its time would be over with this. Give more minutes or a later end.');
        case 'round-backwards': return nls.localize('earshot/training/exam/problems/round-backwards', 'The end has to be after the beginning.');
        default: return undefined;
    }
}

export const examErrorTexts: ErrorTextContribution = { conflict, problem };

function audit(action: string): string | undefined {
    switch (action) {
        case 'exam.added': return nls.localize('earshot/training/exam/audit/added', 'Exam begun');
        case 'exam.draft-saved': return nls.localize('earshot/training/exam/audit/draft-saved', 'Draft of an exam saved');
        case 'exam.review-requested': return nls.localize('earshot/training/exam/audit/review-requested', 'Approval of an exam asked for');
        case 'exam.published': return nls.localize('earshot/training/exam/audit/published', 'Exam approved');
        case 'exam.handed-over': return nls.localize('earshot/training/exam/audit/handed-over', 'Exam handed over to a successor');
        case 'exam.retired': return nls.localize('earshot/training/exam/audit/retired', 'Exam retired');
        case 'exam.analysed': return nls.localize('earshot/training/exam/audit/analysed', 'Answers to an exam analysed');
        case 'exam.assigned': return nls.localize('earshot/training/exam/audit/assigned', 'Exam assigned');
        case 'exam.assigned-by-rule': return nls.localize('earshot/training/exam/audit/assigned-by-rule', 'Exam assigned because a position asks for it');
        case 'exam.extended': return nls.localize('earshot/training/exam/audit/extended', 'More time or attempts given for an exam');
        case 'exam.assignment-withdrawn': return nls.localize('earshot/training/exam/audit/withdrawn', 'Assignment of an exam taken back');
        case 'exam.assignment-expired': return nls.localize('earshot/training/exam/audit/expired', 'Exam not passed in its time');
        case 'attempt.begun': return nls.localize('earshot/training/exam/audit/begun', 'Attempt begun');
        case 'attempt.resumed': return nls.localize('earshot/training/exam/audit/resumed', 'Attempt gone on with');
        case 'attempt.saved': return nls.localize('earshot/training/exam/audit/saved', 'Answers of an attempt saved');
        case 'attempt.focus-changed': return nls.localize('earshot/training/exam/audit/focus-changed', 'Window of a supervised exam left, or returned to');
        case 'attempt.submitted': return nls.localize('earshot/training/exam/audit/submitted', 'Attempt handed in');
        case 'attempt.submitted-again': return nls.localize('earshot/training/exam/audit/submitted-again', 'Attempt handed in once more, without effect');
        case 'attempt.graded': return nls.localize('earshot/training/exam/audit/graded', 'Attempt graded');
        case 'attempt.released': return nls.localize('earshot/training/exam/audit/released', 'Result of an exam released');
        case 'attempt.marked': return nls.localize('earshot/training/exam/audit/marked', 'Question of an attempt marked by hand');
        case 'attempt.regraded': return nls.localize('earshot/training/exam/audit/regraded', 'Question of an attempt marked anew');
        default: return undefined;
    }
}

function permission(id: string): string | undefined {
    switch (id) {
        case 'exam:read': return nls.localize('earshot/training/exam/permissions/read', 'See exams');
        case 'exam:write': return nls.localize('earshot/training/exam/permissions/write', 'Write exams');
        case 'exam:approve': return nls.localize('earshot/training/exam/permissions/approve', 'Approve exams that others have written');
        case 'exam:assign': return nls.localize('earshot/training/exam/permissions/assign', 'Assign exams, give more time');
        case 'exam:take': return nls.localize('earshot/training/exam/permissions/take', 'Sit exams');
        case 'exam:mark': return nls.localize('earshot/training/exam/permissions/mark', 'Mark attempts and release results');
        case 'exam-analysis:read': return nls.localize('earshot/training/exam/permissions/analysis', 'See how the questions of exams were answered, with their keys');
        case 'exam-result:read': return nls.localize('earshot/training/exam/permissions/results', 'See results of exams');
        default: return undefined;
    }
}

function work({ kind, title, detail }: WorkItem): { readonly duty: string; readonly icon: string } | undefined {
    switch (kind) {
        case 'exam.sit': return { icon: 'mortar-board', duty: nls.localize('earshot/training/exam/work/sit', 'Sit the exam “{0}”', title) };
        case 'exam.continue': return { icon: 'watch', duty: nls.localize('earshot/training/exam/work/continue', 'Go on with the exam “{0}”: your time is running', title) };
        case 'exam.approve': return { icon: 'law', duty: nls.localize('earshot/training/exam/work/approve', 'Approve the exam “{0}”, by {1}', title, word(detail.by)) };
        case 'exam.mark': return { icon: 'pencil', duty: nls.localize('earshot/training/exam/work/mark', 'Mark answers of {0} in “{1}”', word(detail.person), title) };
        case 'exam.release': return { icon: 'megaphone', duty: nls.localize('earshot/training/exam/work/release', 'Release the result of {0} in “{1}”', word(detail.person), title) };
        default: return undefined;
    }
}

/** The words of exams for what the server names by kind. */
export const examHouseTexts: HouseTextContribution = {
    audit, permission, work,
    permissionGroup: noun => noun === 'exam' ? nls.localize('earshot/training/exam/permission-groups/exam', 'Exams') : noun === 'exam-analysis' ? nls.localize('earshot/training/item-analysis/title', 'Item analysis') : noun === 'exam-result' ? nls.localize('earshot/training/exam/permission-groups/results', 'Results of exams') : undefined,
    notification: ({ kind, detail }) => {
        switch (kind) {
            case 'exam.assigned': return nls.localize('earshot/training/exam/notifications/assigned', 'The exam “{0}” is yours to sit.', word(detail.title));
            case 'exam.published': return nls.localize('earshot/training/exam/notifications/published', 'Your exam “{0}” was approved.', word(detail.title));
            case 'attempt.released': return nls.localize('earshot/training/exam/notifications/released', 'Your result in “{0}” is there.', word(detail.title));
            default: return undefined;
        }
    },
    notificationKind: kind => {
        switch (kind) {
            case 'exam.assigned': return nls.localize('earshot/training/exam/notification-kinds/assigned', 'An exam was assigned to me');
            case 'exam.published': return nls.localize('earshot/training/exam/notification-kinds/published', 'My exam was approved');
            case 'attempt.released': return nls.localize('earshot/training/exam/notification-kinds/released', 'My result of an exam is there');
            default: return undefined;
        }
    },
    icon: kind => ({ 'exam.assigned': 'mortar-board', 'exam.published': 'pass', 'attempt.released': 'inbox' })[kind]
};
