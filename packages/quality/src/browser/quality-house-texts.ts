import { formText } from '@earshot/assessment/lib/browser/form-text';
import type { LocalizedText } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import { formatDate } from '@earshot/core/lib/browser/widgets';
import type { HouseTextContribution } from '@earshot/core/lib/browser/application';
import type { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import type { WorkItem } from '@earshot/core/lib/common/house-contract';

const word = (value: unknown): string => typeof value === 'string' ? value : '';
const title = (value: unknown): string => formText(value as LocalizedText | undefined);

function work({ kind, detail }: WorkItem): { readonly duty: string; readonly icon: string } | undefined {
    const by = { form: title(detail.form), agent: word(detail.agent), evaluator: word(detail.evaluator) };
    switch (kind) {
        case 'evaluation.finish': return { icon: 'edit', duty: by.agent ? nls.localize('earshot/quality/work/finish-agent', 'Finish the evaluation of {0} on “{1}”', by.agent, by.form) : nls.localize('earshot/quality/work/finish', 'Finish the evaluation on “{0}”', by.form) };
        case 'evaluation.correct': return { icon: 'edit', duty: nls.localize('earshot/quality/work/correct', 'Finish your correction on “{0}”', by.form) };
        case 'evaluation.approve': return { icon: 'law', duty: nls.localize('earshot/quality/work/approve', 'Decide about a correction by {0}', by.evaluator) };
        case 'feedback.read': return { icon: 'inbox', duty: nls.localize('earshot/quality/work/feedback-read', 'Take note of your result on “{0}”, by {1}', by.form, by.evaluator) };
        case 'feedback.accept': return { icon: 'inbox', duty: nls.localize('earshot/quality/work/feedback-accept', 'Read the answer to your dispute about “{0}”', by.form) };
        case 'feedback.release': return { icon: 'megaphone', duty: nls.localize('earshot/quality/work/feedback-release', 'Release the result of {0}, by {1}', by.agent, by.evaluator) };
        case 'dispute.answer': return { icon: 'comment-discussion', duty: nls.localize('earshot/quality/work/dispute-answer', 'Answer the dispute of {0} about “{1}”', by.agent, by.form) };
        case 'coaching.act': return { icon: 'mortar-board', duty: nls.localize('earshot/quality/work/coaching-act', 'Work on your coaching with {0}: {1} of {2} steps done', word(detail.coach), Number(detail.done), Number(detail.of)) };
        case 'coaching.sign-off': return { icon: 'mortar-board', duty: nls.localize('earshot/quality/work/coaching-sign-off', 'Sign off or extend the coaching of {0}', by.agent) };
        case 'coaching.follow-up': return { icon: 'checklist', duty: nls.localize('earshot/quality/work/coaching-follow-up', 'See to follow-up evaluations of {0}: {1} of {2} done', by.agent, Number(detail.evaluated), Number(detail.wanted)) };
        case 'calibration.score': return { icon: 'organization', duty: nls.localize('earshot/quality/work/score', 'Rate calls for a calibration: {0} of {1} done', Number(detail.done), Number(detail.of)) };
        case 'calibration.close': return { icon: 'organization', duty: nls.localize('earshot/quality/work/close', 'Close a calibration: everybody has rated') };
        case 'sampling.score': return { icon: 'target', duty: nls.localize('earshot/quality/work/sampling-score', 'Score the calls that were drawn for you: {0} of {1} done', Number(detail.done), Number(detail.of)) };
        case 'sampling.unassigned': return { icon: 'target', duty: nls.localize('earshot/quality/work/sampling-unassigned', 'Drawn calls that nobody may score: {0}', Number(detail.calls)) };
        default: return undefined;
    }
}

function figure(kind: string): string | undefined {
    switch (kind) {
        case 'quality.mean-score': return nls.localize('earshot/quality/figures/mean-score', 'Mean score, 8 weeks');
        case 'quality.evaluations': return nls.localize('earshot/quality/figures/evaluations', 'Evaluations, 8 weeks');
        case 'quality.own-evaluations': return nls.localize('earshot/quality/figures/own-evaluations', 'Made by you, 8 weeks');
        default: return undefined;
    }
}

function notificationKind(kind: string): string | undefined {
    switch (kind) {
        case 'sampling.assigned': return nls.localize('earshot/quality/notification-kinds/sampling-assigned', 'Calls were drawn for you to score');
        case 'report.ready': return nls.localize('earshot/quality/notification-kinds/report-ready', 'A saved report has a new period');
        case 'calibration.opened': return nls.localize('earshot/quality/notification-kinds/calibration-opened', 'A calibration session with you on its panel opens');
        case 'calibration.closed': return nls.localize('earshot/quality/notification-kinds/calibration-closed', 'A calibration session of yours has results');
        case 'evaluation.released': return nls.localize('earshot/quality/notification-kinds/evaluation-released', 'A result of yours is there');
        case 'feedback.due': return nls.localize('earshot/quality/notification-kinds/feedback-due', 'The time to respond to a result of yours ends');
        case 'dispute.opened': return nls.localize('earshot/quality/notification-kinds/dispute-opened', 'A dispute waits for your answer');
        case 'dispute.about-yours': return nls.localize('earshot/quality/notification-kinds/dispute-about-yours', 'A rating of yours is disputed');
        case 'dispute.answered': return nls.localize('earshot/quality/notification-kinds/dispute-answered', 'A dispute that concerns you was answered');
        case 'dispute.due': return nls.localize('earshot/quality/notification-kinds/dispute-due', 'A dispute that you answer is due');
        case 'dispute.overdue': return nls.localize('earshot/quality/notification-kinds/dispute-overdue', 'A dispute that you answer is overdue');
        case 'coaching.opened': return nls.localize('earshot/quality/notification-kinds/coaching-opened', 'A coaching plan with you is opened');
        case 'coaching.changed': return nls.localize('earshot/quality/notification-kinds/coaching-changed', 'A coaching plan of yours is changed or extended');
        case 'coaching.reported': return nls.localize('earshot/quality/notification-kinds/coaching-reported', 'Somebody whom you coach has done all steps');
        case 'coaching.noted': return nls.localize('earshot/quality/notification-kinds/coaching-noted', 'A note is written into a coaching plan of yours');
        case 'coaching.completed': return nls.localize('earshot/quality/notification-kinds/coaching-completed', 'A coaching plan of yours is signed off');
        case 'coaching.stopped': return nls.localize('earshot/quality/notification-kinds/coaching-stopped', 'A coaching plan of yours is stopped');
        case 'coaching.due': return nls.localize('earshot/quality/notification-kinds/coaching-due', 'Steps of your coaching are due');
        case 'coaching.overdue': return nls.localize('earshot/quality/notification-kinds/coaching-overdue', 'The time of a plan that you coach is over');
        case 'evaluation.correction-approved': return nls.localize('earshot/quality/notification-kinds/correction-approved', 'A correction of yours was approved');
        case 'evaluation.correction-rejected': return nls.localize('earshot/quality/notification-kinds/correction-rejected', 'A correction of yours was returned');
        case 'dispute.unanswerable': return nls.localize('earshot/quality/notification-kinds/dispute-unanswerable', 'Nobody is there who could answer a dispute');
        case 'dispute.expired': return nls.localize('earshot/quality/notification-kinds/dispute-expired', 'A dispute of yours has ended without a second answer');
        case 'evaluation.reassigned': return nls.localize('earshot/quality/notification-kinds/evaluation-reassigned', 'A result was not yours and is taken from your list');
        case 'evaluation.correction-set-aside': return nls.localize('earshot/quality/notification-kinds/correction-set-aside', 'A correction of yours was set aside after a dispute');
        default: return undefined;
    }
}

function audit(action: string): string | undefined {
    switch (action) {
        case 'interaction.imported': return nls.localize('earshot/quality/audit/interaction-imported', 'Call imported');
        case 'report.saved': return nls.localize('earshot/quality/audit/report-saved', 'Report saved or shared');
        case 'report.removed': return nls.localize('earshot/quality/audit/report-removed', 'Saved report removed');
        case 'report.handed-over': return nls.localize('earshot/quality/audit/report-handed-over', 'Shared report handed over');
        case 'report.delivered': return nls.localize('earshot/quality/audit/report-delivered', 'Saved report announced');
        case 'phrase.decided': return nls.localize('earshot/quality/audit/phrase-decided', 'Suggested rating accepted or ignored');
        case 'conversation.read': return nls.localize('earshot/quality/audit/conversation-read', 'Conversation read');
        case 'interaction.corrected': return nls.localize('earshot/quality/audit/interaction-corrected', 'Facts of a call corrected');
        case 'customer-number.seen': return nls.localize('earshot/quality/audit/customer-number-seen', 'Number of a customer seen');
        case 'evaluation.begun': return nls.localize('earshot/quality/audit/evaluation-begun', 'Evaluation begun');
        case 'evaluation.saved': return nls.localize('earshot/quality/audit/evaluation-saved', 'Draft of an evaluation saved');
        case 'evaluation.submitted': return nls.localize('earshot/quality/audit/evaluation-submitted', 'Evaluation submitted');
        case 'evaluation.submitted-again': return nls.localize('earshot/quality/audit/evaluation-submitted-again', 'Same evaluation submitted again');
        case 'evaluation.discarded': return nls.localize('earshot/quality/audit/evaluation-discarded', 'Draft of an evaluation discarded');
        case 'evaluation.handed-over': return nls.localize('earshot/quality/audit/evaluation-handed-over', 'Draft handed over');
        case 'evaluation.revision-begun': return nls.localize('earshot/quality/audit/evaluation-revision-begun', 'Correction begun');
        case 'evaluation.correction-approved': return nls.localize('earshot/quality/audit/evaluation-correction-approved', 'Correction approved');
        case 'evaluation.correction-rejected': return nls.localize('earshot/quality/audit/evaluation-correction-rejected', 'Correction returned');
        case 'feedback.reassigned': return nls.localize('earshot/quality/audit/feedback-reassigned', 'Result given to the right agent of the call');
        case 'evaluation.correction-set-aside': return nls.localize('earshot/quality/audit/evaluation-correction-set-aside', 'Correction set aside after a dispute');
        case 'calibration.prepared': return nls.localize('earshot/quality/audit/calibration-prepared', 'Calibration session prepared');
        case 'calibration.changed': return nls.localize('earshot/quality/audit/calibration-changed', 'Calibration session changed');
        case 'calibration.open': return nls.localize('earshot/quality/audit/calibration-open', 'Calibration session opened');
        case 'calibration.closed': return nls.localize('earshot/quality/audit/calibration-closed', 'Calibration session closed');
        case 'calibration.settled': return nls.localize('earshot/quality/audit/calibration-settled', 'Calibration session settled');
        case 'calibration.discarded': return nls.localize('earshot/quality/audit/calibration-discarded', 'Calibration session discarded');
        case 'calibration.agreed': return nls.localize('earshot/quality/audit/calibration-agreed', 'Rating agreed on in a calibration session');
        case 'evaluation.released': return nls.localize('earshot/quality/audit/evaluation-released', 'Result released to its agent');
        case 'evaluation.acknowledged': return nls.localize('earshot/quality/audit/evaluation-acknowledged', 'Result acknowledged by its agent');
        case 'evaluation.overturned': return nls.localize('earshot/quality/audit/evaluation-overturned', 'Result changed after a dispute');
        case 'dispute.opened': return nls.localize('earshot/quality/audit/dispute-opened', 'Dispute opened');
        case 'dispute.withdrawn': return nls.localize('earshot/quality/audit/dispute-withdrawn', 'Dispute withdrawn');
        case 'dispute.accepted': return nls.localize('earshot/quality/audit/dispute-accepted', 'Answer to a dispute accepted');
        case 'dispute.escalated': return nls.localize('earshot/quality/audit/dispute-escalated', 'Dispute taken to the second level');
        case 'dispute.answered': return nls.localize('earshot/quality/audit/dispute-answered', 'Dispute answered');
        case 'dispute.expired': return nls.localize('earshot/quality/audit/dispute-expired', 'Dispute settled when its time was over');
        case 'feedback.released': return nls.localize('earshot/quality/audit/feedback-released', 'Several results released at once');
        case 'feedback.reminded': return nls.localize('earshot/quality/audit/feedback-reminded', 'Reminded of a result or a dispute');
        case 'feedback-policy.changed': return nls.localize('earshot/quality/audit/feedback-policy-changed', 'Rules for results and disputes changed');
        case 'feedback-policy.dropped': return nls.localize('earshot/quality/audit/feedback-policy-dropped', 'Form follows the rules of the centre again');
        case 'work-calendar.changed': return nls.localize('earshot/quality/audit/work-calendar-changed', 'Working days changed');
        case 'coaching.opened': return nls.localize('earshot/quality/audit/coaching-opened', 'Coaching plan opened');
        case 'coaching.changed': return nls.localize('earshot/quality/audit/coaching-changed', 'Coaching plan changed');
        case 'coaching.ticked': return nls.localize('earshot/quality/audit/coaching-ticked', 'Step of a coaching plan done');
        case 'coaching.unticked': return nls.localize('earshot/quality/audit/coaching-unticked', 'Step of a coaching plan opened again');
        case 'coaching.reported': return nls.localize('earshot/quality/audit/coaching-reported', 'All steps of a coaching plan done');
        case 'coaching.noted': return nls.localize('earshot/quality/audit/coaching-noted', 'Note written into a coaching plan');
        case 'coaching.extended': return nls.localize('earshot/quality/audit/coaching-extended', 'Coaching plan extended');
        case 'coaching.completed': return nls.localize('earshot/quality/audit/coaching-completed', 'Coaching plan signed off');
        case 'coaching.stopped': return nls.localize('earshot/quality/audit/coaching-stopped', 'Coaching plan stopped');
        case 'coaching.reminded': return nls.localize('earshot/quality/audit/coaching-reminded', 'Reminded of a coaching plan');
        case 'coaching.handed-over': return nls.localize('earshot/quality/audit/coaching-handed-over', 'Coaching plan handed over');
        case 'report.exported': return nls.localize('earshot/quality/audit/report-exported', 'Report exported');
        case 'retention-rule.added': return nls.localize('earshot/quality/audit/retention-rule-added', 'Retention rule made');
        case 'retention-rule.changed': return nls.localize('earshot/quality/audit/retention-rule-changed', 'Retention rule changed');
        case 'retention-rule.removed': return nls.localize('earshot/quality/audit/retention-rule-removed', 'Retention rule taken away');
        case 'retention.ran': return nls.localize('earshot/quality/audit/retention-ran', 'Content past its time deleted');
        case 'content.deleted': return nls.localize('earshot/quality/audit/content-deleted', 'Content of a call deleted');
        case 'hold.placed': return nls.localize('earshot/quality/audit/hold-placed', 'Call put on legal hold');
        case 'hold.lifted': return nls.localize('earshot/quality/audit/hold-lifted', 'Legal hold lifted');
        case 'sampling.planned': return nls.localize('earshot/quality/audit/sampling-planned', 'Sampling plan made');
        case 'sampling.plan-changed': return nls.localize('earshot/quality/audit/sampling-plan-changed', 'Sampling plan changed');
        case 'sampling.drawn': return nls.localize('earshot/quality/audit/sampling-drawn', 'Calls drawn by a sampling plan');
        case 'sampling.begun': return nls.localize('earshot/quality/audit/sampling-begun', 'Scoring of a drawn call begun');
        case 'sampling.replaced': return nls.localize('earshot/quality/audit/sampling-replaced', 'Drawn call replaced');
        case 'sampling.redistributed': return nls.localize('earshot/quality/audit/sampling-redistributed', 'Drawn calls handed out again');
        case 'sampling.handed-over': return nls.localize('earshot/quality/audit/sampling-handed-over', 'Drawn call handed over');
        case 'evaluator.qualified': return nls.localize('earshot/quality/audit/evaluator-qualified', 'Evaluator qualified on a form');
        case 'evaluator.disqualified': return nls.localize('earshot/quality/audit/evaluator-disqualified', 'Evaluator no longer qualified on a form');
        case 'calibration.agreement-withdrawn': return nls.localize('earshot/quality/audit/calibration-agreement-withdrawn', 'Agreed rating withdrawn in a calibration session');
        default: return undefined;
    }
}

function permission(id: string): string | undefined {
    switch (id) {
        case 'interaction:read': return nls.localize('earshot/quality/permissions/interaction-read', 'See calls');
        case 'interaction:import': return nls.localize('earshot/quality/permissions/interaction-import', 'Import calls');
        case 'interaction:correct': return nls.localize('earshot/quality/permissions/interaction-correct', 'Correct the facts of calls');
        case 'evaluation:read': return nls.localize('earshot/quality/permissions/evaluation-read', 'See evaluations');
        case 'evaluation:write': return nls.localize('earshot/quality/permissions/evaluation-write', 'Evaluate calls');
        case 'evaluation:approve': return nls.localize('earshot/quality/permissions/evaluation-approve', 'Approve corrections of evaluations');
        case 'feedback:release': return nls.localize('earshot/quality/permissions/feedback-release', 'Release results to agents');
        case 'feedback:respond': return nls.localize('earshot/quality/permissions/feedback-respond', 'Acknowledge and dispute results of one’s own');
        case 'feedback:administer': return nls.localize('earshot/quality/permissions/feedback-administer', 'Set the rules for results and disputes');
        case 'dispute:answer': return nls.localize('earshot/quality/permissions/dispute-answer', 'Answer disputes');
        case 'retention:read': return nls.localize('earshot/quality/permissions/retention-read', 'See how long content is kept, what was deleted, and legal holds');
        case 'retention:manage': return nls.localize('earshot/quality/permissions/retention-manage', 'Set how long content is kept');
        case 'retention:hold': return nls.localize('earshot/quality/permissions/retention-hold', 'Place and lift legal holds');
        case 'retention:erase': return nls.localize('earshot/quality/permissions/retention-erase', 'Delete recordings, transcripts and messages by hand');
        case 'sampling:read': return nls.localize('earshot/quality/permissions/sampling-read', 'See sampling plans and their estimates');
        case 'sampling:manage': return nls.localize('earshot/quality/permissions/sampling-manage', 'Plan samples, draw and replace calls');
        case 'calibration:read': return nls.localize('earshot/quality/permissions/calibration-read', 'See calibration sessions');
        case 'coaching:read': return nls.localize('earshot/quality/permissions/coaching-read', 'See coaching plans');
        case 'coaching:write': return nls.localize('earshot/quality/permissions/coaching-write', 'Coach agents');
        case 'coaching:respond': return nls.localize('earshot/quality/permissions/coaching-respond', 'Work on coaching plans of one’s own');
        case 'report:read': return nls.localize('earshot/quality/permissions/report-read', 'See and export reports');
        case 'calibration:lead': return nls.localize('earshot/quality/permissions/calibration-lead', 'Prepare and lead calibration sessions');
        default: return undefined;
    }
}

function permissionGroup(noun: string): string | undefined {
    switch (noun) {
        case 'interaction': return nls.localize('earshot/quality/permission-groups/interaction', 'Calls');
        case 'evaluation': return nls.localize('earshot/quality/permission-groups/evaluation', 'Evaluations');
        case 'feedback': return nls.localize('earshot/quality/permission-groups/feedback', 'Results for agents');
        case 'dispute': return nls.localize('earshot/quality/permission-groups/dispute', 'Disputes');
        case 'report': return nls.localize('earshot/quality/permission-groups/report', 'Reports');
        case 'retention': return nls.localize('earshot/quality/permission-groups/retention', 'Retention');
        case 'sampling': return nls.localize('earshot/quality/permission-groups/sampling', 'Sampling');
        case 'calibration': return nls.localize('earshot/quality/permission-groups/calibration', 'Calibration');
        case 'coaching': return nls.localize('earshot/quality/permission-groups/coaching', 'Coaching');
        default: return undefined;
    }
}

/** The words of quality monitoring for what the server names by kind. */
export const qualityHouseTexts: HouseTextContribution & EntityKindContribution = {
    work, figure, notificationKind, audit, permission, permissionGroup,
    notification: ({ kind, detail }) => {
        switch (kind) {
            case 'sampling.assigned': return nls.localize('earshot/quality/notifications/sampling-assigned', 'The sampling plan “{0}” has drawn {1} calls for you.', word(detail.title), Number(detail.calls));
            case 'report.ready': return typeof detail.from === 'string' && typeof detail.to === 'string'
                ? nls.localize('earshot/quality/notifications/report-period', 'The report “{0}” is there for {1} to {2}.', word(detail.title), formatDate(detail.from), formatDate(detail.to)) : nls.localize('earshot/quality/notifications/report-ready', 'The report “{0}” has a new period.', word(detail.title));
            case 'calibration.opened': return nls.localize('earshot/quality/notifications/calibration-opened', 'The calibration session “{0}” is open. Rate its calls on your own.', word(detail.title));
            case 'calibration.closed': return nls.localize('earshot/quality/notifications/calibration-closed', 'The calibration session “{0}” has closed. See how far you agreed.', word(detail.title));
            case 'evaluation.released': return nls.localize('earshot/quality/notifications/evaluation-released', 'Your result of call {0} is there.', word(detail.title));
            case 'feedback.due': return nls.localize('earshot/quality/notifications/feedback-due', 'The time to respond to your result of call {0} ends soon.', word(detail.title));
            case 'dispute.opened': return nls.localize('earshot/quality/notifications/dispute-opened', '{0} disputes the result of call {1}. Your answer is asked for.', word(detail.agent), word(detail.title));
            case 'dispute.about-yours': return nls.localize('earshot/quality/notifications/dispute-about-yours', '{0} disputes your rating of call {1}.', word(detail.agent), word(detail.title));
            case 'dispute.answered': return nls.localize('earshot/quality/notifications/dispute-answered', 'The dispute of {0} about call {1} was answered: {2} overturned, {3} upheld.', word(detail.agent), word(detail.title), Number(detail.overturned), Number(detail.upheld));
            case 'dispute.due': return nls.localize('earshot/quality/notifications/dispute-due', 'The dispute of {0} about call {1} should be answered soon.', word(detail.agent), word(detail.title));
            case 'dispute.overdue': return nls.localize('earshot/quality/notifications/dispute-overdue', 'The dispute of {0} about call {1} is overdue.', word(detail.agent), word(detail.title));
            case 'coaching.opened': return nls.localize('earshot/quality/notifications/coaching-opened', '{0} has opened a coaching plan with you: “{1}”.', word(detail.by), word(detail.title));
            case 'coaching.changed': return nls.localize('earshot/quality/notifications/coaching-changed', '{0} has changed the coaching plan “{1}”.', word(detail.by), word(detail.title));
            case 'coaching.reported': return nls.localize('earshot/quality/notifications/coaching-reported', '{0} has done all steps of “{1}”.', word(detail.agent), word(detail.title));
            case 'coaching.noted': return nls.localize('earshot/quality/notifications/coaching-noted', '{0} has written a note into the coaching plan “{1}”.', word(detail.by), word(detail.title));
            case 'coaching.completed': return nls.localize('earshot/quality/notifications/coaching-completed', '{0} has signed off the coaching plan “{1}”.', word(detail.by), word(detail.title));
            case 'coaching.stopped': return nls.localize('earshot/quality/notifications/coaching-stopped', '{0} has stopped the coaching plan “{1}”.', word(detail.by), word(detail.title));
            case 'coaching.due': return nls.localize('earshot/quality/notifications/coaching-due', 'Steps of your coaching plan “{0}” are due soon: {1}.', word(detail.title), Number(detail.steps));
            case 'coaching.overdue': return nls.localize('earshot/quality/notifications/coaching-overdue', 'The time of the coaching plan “{0}” of {1} is over.', word(detail.title), word(detail.agent));
            case 'evaluation.correction-approved': return nls.localize('earshot/quality/notifications/correction-approved', 'Your correction was approved and counts now.');
            case 'evaluation.correction-rejected': return detail.reason ? nls.localize('earshot/quality/notifications/correction-rejected-why', 'Your correction was returned: “{0}”', word(detail.reason)) : nls.localize('earshot/quality/notifications/correction-rejected', 'Your correction was returned to you.');
            case 'dispute.unanswerable': return Number(detail.level) === 2 ? nls.localize('earshot/quality/notifications/dispute-unanswerable-second', 'Nobody is left who could answer the dispute of {0} about call {1} at the second level. Let somebody else answer disputes for the whole centre; else the first answer stands.', word(detail.agent), word(detail.title))
                : nls.localize('earshot/quality/notifications/dispute-unanswerable', 'Nobody is there who could answer the dispute of {0} about call {1}. Let somebody else answer disputes.', word(detail.agent), word(detail.title));
            case 'dispute.expired': return nls.localize('earshot/quality/notifications/dispute-expired', 'Nobody was left who could answer your dispute about call {0} at the second level. The first answer stands.', word(detail.title));
            case 'evaluation.reassigned': return detail.disputed ? nls.localize('earshot/quality/notifications/evaluation-reassigned-disputed', 'Call {0} was not yours: its agent was corrected. Its result does not concern you any more, and your dispute has ended.', word(detail.title))
                : nls.localize('earshot/quality/notifications/evaluation-reassigned', 'Call {0} was not yours: its agent was corrected. Its result does not concern you any more.', word(detail.title));
            case 'evaluation.correction-set-aside': return nls.localize('earshot/quality/notifications/correction-set-aside', 'Your correction about call {0} was set aside: the dispute of the agent has changed the result meanwhile. Look at it, and correct it anew if that is still needed.', word(detail.title));
            default: return undefined;
        }
    },
    handOver: kind => kind === 'evaluation' ? nls.localize('earshot/quality/hand-over/evaluation', 'Drafts of evaluations') : kind === 'coaching' ? nls.localize('earshot/quality/hand-over/coaching', 'Open coaching plans') : kind === 'sampling' ? nls.localize('earshot/quality/hand-over/sampling', 'Drawn calls to score')
        : kind === 'saved-report' ? nls.localize('earshot/quality/hand-over/saved-report', 'Shared reports') : undefined,
    icon: kind => ({ 'sampling.assigned': 'target', 'report.ready': 'graph', 'calibration.opened': 'organization', 'calibration.closed': 'organization', 'evaluation.correction-approved': 'pass', 'evaluation.correction-rejected': 'reply', 'evaluation.correction-set-aside': 'discard', 'evaluation.reassigned': 'arrow-swap', 'dispute.unanswerable': 'warning', 'dispute.expired': 'law',
        'evaluation.released': 'inbox', 'feedback.due': 'watch', 'dispute.opened': 'comment-discussion', 'dispute.about-yours': 'comment-discussion', 'dispute.answered': 'law', 'dispute.due': 'watch', 'dispute.overdue': 'watch',
        'coaching.opened': 'mortar-board', 'coaching.changed': 'mortar-board', 'coaching.reported': 'bell', 'coaching.noted': 'comment', 'coaching.completed': 'pass', 'coaching.stopped': 'circle-slash', 'coaching.due': 'watch', 'coaching.overdue': 'watch' })[kind],
    kinds: [
        { kind: 'interaction', icon: 'call-incoming', label: () => nls.localize('earshot/quality/kinds/interaction', 'Calls') },
        { kind: 'evaluation', icon: 'checklist', label: () => nls.localize('earshot/quality/kinds/evaluation', 'Evaluations') },
        { kind: 'calibration', icon: 'organization', label: () => nls.localize('earshot/quality/kinds/calibration', 'Calibration sessions') },
        { kind: 'coaching', icon: 'mortar-board', label: () => nls.localize('earshot/quality/kinds/coaching', 'Coaching plans') },
        { kind: 'sampling', icon: 'target', label: () => nls.localize('earshot/quality/kinds/sampling', 'Sampling plans') },
        { kind: 'saved-report', icon: 'graph', label: () => nls.localize('earshot/quality/kinds/saved-report', 'Saved reports') }
    ]
};
