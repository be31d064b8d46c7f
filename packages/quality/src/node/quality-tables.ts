import type { Generated } from 'kysely';
import type { AssessmentTables } from '@earshot/assessment/lib/node/assessment-tables';
import type { GeneratedMoment, Json, Moment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { MediaTables } from '@earshot/media/lib/node/media-tables';
import type { CoachingNote } from '../common/coaching/coaching-contract';
import type { CoachingState } from '../common/coaching/coaching-state';
import type { CalibrationState } from '../common/calibration/calibration-contract';
import type { EvaluationPurpose, EvaluationState } from '../common/evaluation/evaluation-contract';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import type { FeedbackPolicy } from '../common/feedback/feedback-policy';
import type { FeedbackState } from '../common/feedback/feedback-state';
import type { Author } from '../common/conversation/conversation-contract';
import type { Channel, Occasion } from '../common/interaction/channel';
import type { Direction } from '../common/interaction/interaction-contract';
import type { Delivery } from '../common/report/saved-report-contract';
import type { PhrasePlace } from '../common/phrases/phrase-suggestions';
import type { RetentionTables } from './retention/retention-tables';
import type { SamplingTables } from './sampling/sampling-tables';

export interface InteractionTable {
    id: string; call_id: string; started_at: Moment; agent_id: string | null; team_id: string | null; queue: string | null; direction: Direction; tags: string[];
    customer_masked: string | null; recording_id: string | null; duration_ms: number | null; imported_at: GeneratedMoment; imported_by: string | null; version: Generated<number>;
    channel: Generated<Channel>; occasion: Generated<Occasion>; scenario: Generated<string | null>;
}
/** What was written in a conversation; apart from the rest, so that it can be deleted alone. */
export interface MessageTable { interaction_id: string; at_ms: number; author: Author; name: string | null; text: string }
/** Apart from the rest, so that it is read by permission only and can be deleted alone. */
export interface CustomerNumberTable { interaction_id: string; number: string }

/** How many calls have a queue or a tag, by agent and team; kept by a trigger. */
export interface InteractionFacetTable { kind: 'queue' | 'tag'; value: string; agent_id: string | null; team_id: string | null; calls: number }

export interface EvaluationTable {
    id: string; interaction_id: string; filled_form_id: string; form_id: string; form_version_id: string; evaluator_id: string;
    /** The agent and their team at the time of the call: what scopes go by. */
    agent_id: string | null; team_id: string | null;
    state: EvaluationState; purpose: EvaluationPurpose; session_id: string | null; revision: Generated<number>; revises: string | null; reason: string | null;
    /** Why a correction was returned to its author, the last time; null while it was not. */
    returned_reason: Generated<string | null>;
    /** That of the contact; a trigger takes it over. */
    occasion: Generated<Occasion>;
    listened: Json<[number, number][]>; listened_share: Generated<number>;
    percent: number | null; auto_fail: Generated<boolean>; critical_errors: Generated<number>;
    created_at: GeneratedMoment; changed_at: GeneratedMoment; submitted_at: OptionalMoment; approved_by: string | null;
    /** From when on the agent sees it. */
    released_at: OptionalMoment;
}
export interface CalibrationTable {
    id: string; title: string; state: CalibrationState; form_id: string; form_version_id: string; expert_id: string | null; tolerance: number;
    due_at: OptionalMoment; created_by: string; created_at: GeneratedMoment; opened_at: OptionalMoment; closed_at: OptionalMoment; settled_at: OptionalMoment; version: Generated<number>;
}
export interface CalibrationCallTable { session_id: string; interaction_id: string; place: number }
export interface CalibrationRaterTable { session_id: string; person_id: string }
export interface CalibrationConsensusTable { session_id: string; interaction_id: string; question_id: string; rating: number | null }

/** What reports sum up of a submitted result. A class of which nothing was assessed is null. */
export interface ResultFiguresTable {
    evaluation_id: string; lost: (number | null)[]; rated: number; not_applicable: number; passed: boolean | null;
    customer_failed: number | null; business_failed: number | null; compliance_failed: number | null;
    /** How many calls a result that was drawn stands for, and what that adds to the variance of an estimate; triggers keep both. */
    weight: Generated<number | null>; weight_variance: Generated<number | null>;
}

/** What results of monitoring that are in force lost, added up by version of a form, team and day of UTC; triggers keep it. `lost`: millionths of a percentage point by question. */
export interface LossDayTable { form_version_id: string; team_id: string | null; day: string; results: number; counted: number[]; deducted: number[]; lost: number[] }

/** What has become of a monitored result; it moves on to the revision that replaces the evaluation. */
export interface FeedbackTable {
    evaluation_id: string; state: FeedbackState; released_by: string | null; due_at: OptionalMoment; reminded_at: OptionalMoment; acknowledged_at: OptionalMoment; comment: string | null;
    disputed_at: OptionalMoment; settled_at: OptionalMoment; first_answered_by: string | null; version: Generated<number>;
    /** Which time it can be disputed: a result that is released anew begins another. */
    round: Generated<number>;
    /** When the present state began. */
    since: OptionalMoment;
}
/** `agent_id`: who disputed it. */
export interface DisputedQuestionTable { evaluation_id: string; round: Generated<number>; question_id: string; agent_id: string | null; place: number; reason: string; evidence: Json<readonly Evidence[]>; escalation_reason: string | null }
export interface DisputeAnswerTable { evaluation_id: string; round: Generated<number>; question_id: string; level: number; decision: 'upheld' | 'overturned'; reason: string; answered_by: string; answered_at: Moment }
/** Without a form: the centre's. */
export interface FeedbackPolicyTable { form_id: string | null; policy: Json<FeedbackPolicy> }
export interface WorkWeekTable { weekday: number }
export interface CalendarDayTable { day: string; worked: boolean; name: string }

/** Days are those of the centre, `YYYY-MM-DD`. */
export interface CoachingPlanTable {
    id: string; title: string; agent_id: string; team_id: string | null; coach_id: string; evaluation_id: string | null; form_id: string | null; state: CoachingState;
    started_at: GeneratedMoment; due_on: string; follow_up_wanted: number | null; follow_up_from: string | null; changed_at: GeneratedMoment; closed_at: OptionalMoment;
    /** When the coach was told that its time is over. */
    reminded_on: string | null; version: Generated<number>;
}
export interface CoachingBehaviourTable { plan_id: string; place: number; text: string; question_ids: string[] }
export interface CoachingStepTable {
    id: string; plan_id: string; place: number; text: string; link: string | null; from_ms: number | null; to_ms: number | null; due_on: string | null; done_at: OptionalMoment; comment: string | null;
    /** When the agent was told that it is due. */
    reminded_on: string | null;
}
export interface CoachingNoteTable { id: string; plan_id: string; kind: CoachingNote['kind']; text: string; by_id: string; at: GeneratedMoment }

/** What an evaluator made of what the phrases of a question suggested. `value` is JSON. */
export interface PhraseDecisionTable { evaluation_id: string; question_id: string; value: Json<unknown>; kept: boolean; places: Json<readonly PhrasePlace[]>; accepted: boolean; decided_at: Moment }

/** A choice of a report under a name. `delivered_for`: the first day of the last period that people were told of. */
export interface SavedReportTable { id: string; name: string; search: string; owner_id: string; shared_with: string | null; delivery: Delivery; created_at: GeneratedMoment; changed_at: GeneratedMoment; delivered_for: string | null; version: Generated<number> }

export interface QualityTables extends AssessmentTables, MediaTables, RetentionTables, SamplingTables {
    'quality.interaction': InteractionTable;
    'quality.message': MessageTable;
    'quality.interaction_facet': InteractionFacetTable;
    'quality.customer_number': CustomerNumberTable;
    'quality.evaluation': EvaluationTable;
    'quality.calibration': CalibrationTable;
    'quality.calibration_call': CalibrationCallTable;
    'quality.calibration_rater': CalibrationRaterTable;
    'quality.calibration_consensus': CalibrationConsensusTable;
    'quality.feedback': FeedbackTable;
    'quality.disputed_question': DisputedQuestionTable;
    'quality.dispute_answer': DisputeAnswerTable;
    'quality.feedback_policy': FeedbackPolicyTable;
    'quality.work_week': WorkWeekTable;
    'quality.calendar_day': CalendarDayTable;
    'quality.coaching_plan': CoachingPlanTable;
    'quality.coaching_behaviour': CoachingBehaviourTable;
    'quality.coaching_step': CoachingStepTable;
    'quality.coaching_note': CoachingNoteTable;
    'quality.result_figures': ResultFiguresTable;
    'quality.loss_day': LossDayTable;
    'quality.phrase_decision': PhraseDecisionTable;
    'quality.saved_report': SavedReportTable;
}
