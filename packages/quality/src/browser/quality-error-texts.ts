import { nls } from '@theia/core/lib/common/nls';
import { answerProblemText } from '@earshot/assessment/lib/browser/filling/answer-problem-text';
import type { ProblemParameters } from '@earshot/forms';
import type { ErrorTextContribution } from '@earshot/core/lib/browser/application';
import { formatFixed, formatNumber } from '@earshot/core/lib/browser/widgets/format';

/** Why quality monitoring refuses something, and what to do about it. */
function conflict(reason: string, detail: Readonly<Record<string, unknown>> = {}): string | undefined {
    switch (reason) {
        case 'own-call': return nls.localize('earshot/quality/conflicts/own-call', 'This is your own call. Somebody else has to evaluate it.');
        case 'own-correction': return nls.localize('earshot/quality/conflicts/own-correction', 'This is your own correction. Somebody else has to decide about it.');
        case 'wrong-state': return nls.localize('earshot/quality/conflicts/wrong-state', 'This is not possible any more: somebody has gone a step further meanwhile. Look at the current state.');
        case 'already-submitted': return nls.localize('earshot/quality/conflicts/already-submitted', 'This was submitted already, with other answers. You see what was submitted; correct it if it is wrong.');
        case 'form-not-published': return nls.localize('earshot/quality/conflicts/form-not-published', 'This form is not published any more. Choose another one.');
        case 'blind-evaluation': return nls.localize('earshot/quality/conflicts/blind-evaluation', 'Ratings of a calibration session are not corrected: the session is there to discuss them.');
        case 'too-late': return nls.localize('earshot/quality/conflicts/too-late', 'The time for this is over.');
        case 'agent-evaluated-call': return nls.localize('earshot/quality/conflicts/agent-evaluated-call', 'This person has evaluated the call, and nobody evaluates a call of their own. Choose another agent.');
        case 'dispute-open': return nls.localize('earshot/quality/conflicts/dispute-open', 'The agent disputes this result. It is corrected by answering the dispute.');
        case 'lower-on-appeal': return nls.localize('earshot/quality/conflicts/lower-on-appeal', 'With these answers the score would be lower than before: {0} % instead of {1} %. A dispute never lowers a score here.', formatFixed(Number(detail.after ?? 0), 1), formatFixed(Number(detail.before ?? 0), 1));
        case 'duplicate': return nls.localize('earshot/quality/conflicts/duplicate', 'This recording was imported before.');
        case 'call-id-taken': return nls.localize('earshot/quality/conflicts/call-id-taken', 'Another call has this number already. Give this one another number.');
        case 'not-on-panel': return nls.localize('earshot/quality/conflicts/not-on-panel', 'You are not on the panel of this session. Ask whoever leads it to add you.');
        case 'rater-has-begun': return nls.localize('earshot/quality/conflicts/rater-has-begun', 'Somebody whom you take off the panel has begun to rate. Leave them on it.');
        case 'session-closed': return nls.localize('earshot/quality/conflicts/session-closed', 'The session is not open: ratings are taken only until it closes.');
        case 'session-opened': return nls.localize('earshot/quality/conflicts/session-opened', 'The session was opened. Form, calls, expert and tolerance are fixed from then on.');
        case 'session-settled': return nls.localize('earshot/quality/conflicts/session-settled', 'The session is settled. What the panel agreed on does not change any more.');
        case 'still-blind': return nls.localize('earshot/quality/conflicts/still-blind', 'The session is still open. Results are shown when it has closed.');
        case 'drawn-already': return nls.localize('earshot/quality/conflicts/drawn-already', 'Calls of this period were drawn already. A period is drawn once, so that nobody draws until the result pleases.');
        case 'nobody-qualified': return nls.localize('earshot/quality/conflicts/nobody-qualified', 'None of the evaluators of this plan is qualified on its form. Say who is, under “Who scores on which form”.');
        case 'nothing-to-draw': return nls.localize('earshot/quality/conflicts/nothing-to-draw', 'No call of this period fits the plan, or none of their recordings is ready.');
        case 'period-ahead': return nls.localize('earshot/quality/conflicts/period-ahead', 'This period has not begun yet.');
        case 'not-replaceable': return nls.localize('earshot/quality/conflicts/not-replaceable', 'A second scoring is not replaced by itself. Replace the call where it was drawn first.');
        case 'own-item': return nls.localize('earshot/quality/conflicts/own-item', 'You are to score this call yourself. Ask somebody else to replace it.');
        case 'nothing-to-hand-out': return nls.localize('earshot/quality/conflicts/nothing-to-hand-out', 'There is nothing to hand out: what is open has been begun, or has to be scored once more by the same person.');
        case 'on-hold': return nls.localize('earshot/quality/conflicts/on-hold', 'This is on legal hold: nothing of it may be deleted. Whoever may lift the hold decides.');
        case 'on-hold-already': return nls.localize('earshot/quality/conflicts/on-hold-already', 'Somebody has put this on legal hold already.');
        case 'not-on-hold': return nls.localize('earshot/quality/conflicts/not-on-hold', 'This is not on legal hold any more.');
        case 'in-use': return nls.localize('earshot/quality/conflicts/in-use', 'Somebody still has to listen to this: a dispute or a calibration session is not over. Try again afterwards.');
        case 'nothing-to-delete': return nls.localize('earshot/quality/conflicts/nothing-to-delete', 'There is nothing of this left to delete, or it is still being prepared.');
        case 'reserve-exhausted': return nls.localize('earshot/quality/conflicts/reserve-exhausted', 'Every other call of this stratum was drawn already: none is left to replace this one.');
        default: return undefined;
    }
}

/** What is wrong with one value, to stand beside its field. */
function problem(code: string, detail: Readonly<Record<string, unknown>>): string | undefined {
    switch (code) {
        case 'unknown-person': return nls.localize('earshot/quality/problems/unknown-person', 'Nobody whom you may choose has this number or name.');
        case 'unknown-call': return nls.localize('earshot/quality/problems/unknown-call', 'One of these calls does not exist any more. Choose the calls again.');
        case 'unknown-question': return nls.localize('earshot/quality/problems/unknown-question', 'The form does not have this question.');
        case 'may-not-evaluate': return nls.localize('earshot/quality/problems/may-not-evaluate', 'Somebody on the panel may not evaluate. Give them the role of an evaluator first, or choose somebody else.');
        case 'own-call': return nls.localize('earshot/quality/problems/own-call', 'Somebody on the panel is the agent of one of these calls. Choose other calls or other people.');
        case 'successor-may-not-evaluate': return nls.localize('earshot/quality/problems/successor-may-not-evaluate', 'This person may not evaluate and cannot take over drafts of evaluations. Choose somebody who may.');
        case 'coach-yourself': return nls.localize('earshot/quality/problems/coach-yourself', 'Nobody coaches themselves. Choose somebody else.');
        case 'other-agent': return nls.localize('earshot/quality/problems/other-agent', 'This evaluation is about somebody else. Open the plan from an evaluation of the same agent.');
        case 'day-past': return nls.localize('earshot/quality/problems/day-past', 'Choose a later day.');
        case 'step-after-plan': return nls.localize('earshot/quality/problems/step-after-plan', 'This is later than the plan ends. Choose an earlier day, or give the plan more time.');
        case 'not-a-link': return nls.localize('earshot/quality/problems/not-a-link', 'This does not lead to anything here. Choose what the step leads to from the list.');
        case 'successor-may-not-coach': return nls.localize('earshot/quality/problems/successor-may-not-coach', 'This person may not coach and cannot take over coaching plans. Choose somebody who may.');
        case 'successor-may-not-share-reports': return nls.localize('earshot/quality/problems/successor-may-not-share-reports', 'This person does not see the reports of the whole centre and cannot take over shared reports. Choose somebody who does.');
        case 'question-twice': return nls.localize('earshot/quality/problems/question-twice', 'This question is named twice.');
        case 'not-upheld': return nls.localize('earshot/quality/problems/not-upheld', 'Only what was upheld can be taken to the second level.');
        case 'decide-every-question': return nls.localize('earshot/quality/problems/decide-every-question', 'Decide about every question that is disputed.');
        case 'same-answer': return nls.localize('earshot/quality/problems/same-answer', 'Choose another rating than before, or uphold this one.');
        case 'no-release-day': return nls.localize('earshot/quality/problems/no-release-day', 'Choose at least one day of the week.');
        case 'day-twice': return nls.localize('earshot/quality/problems/day-twice', 'This day is in the list already.');
        case 'ends-before-it-begins': return nls.localize('earshot/quality/problems/ends-before-it-begins', 'The greatest length is less than the least.');
        case 'not-valid': return nls.localize('earshot/quality/problems/not-valid', 'Something that was said about the call does not have the right form. Check the fields.');
        case 'not-multipart': return nls.localize('earshot/quality/problems/not-multipart', 'The upload arrived in a form that cannot be read. Try again.');
        case 'too-large': return nls.localize('earshot/quality/problems/too-large', 'The file is larger than {0} MB. Import it with the command for many calls, or split it.', formatNumber(Number(detail.largest ?? 0) / 1_000_000));
        default: return answerProblemText(code, detail as ProblemParameters);
    }
}

export const qualityErrorTexts: ErrorTextContribution = { conflict, problem };
