import type { CriticalClass, CriticalEffect } from '../definition/form-definition';

/** A form's score with the way it came about. Plain JSON. */
export interface FormScore {
    /** 0 to 100, unrounded; null when there is no score, with the reason. */
    readonly percent: number | null;
    readonly reason?: NoScoreReason;
    /** Σ section weight · question weight · points earned, after sections were set to zero. */
    readonly points: number;
    /** Σ section weight · question weight · points possible. */
    readonly possible: number;
    /** Every section of the form in order, hidden ones too. */
    readonly sections: readonly SectionScore[];
    /** Why the percentage is what it is: their `percentPoints` add up to it. */
    readonly trace: readonly TraceStep[];
    readonly criticalErrors: Readonly<Record<CriticalClass, CriticalErrors>>;
    /** A failure whose effect is to set the form to zero. */
    readonly autoFail: boolean;
    /** Whether the rounded percentage reaches the form's pass mark; null without pass mark or percentage. */
    readonly passed: boolean | null;
    /** Shown questions that still need a valid answer. */
    readonly unanswered: number;
}

/** The form is not scored at all; nothing scorable is answered yet; everything scorable that is answered is not applicable. */
export type NoScoreReason = 'not-scored' | 'nothing-answered' | 'all-not-applicable';

export interface SectionScore {
    readonly section: string;
    readonly weight: number;
    /** Σ question weight · points earned; 0 when a failure set the section to zero. */
    readonly points: number;
    readonly possible: number;
    readonly percent: number | null;
    readonly zeroed: boolean;
}

/** The failures of one class, beside the percentage and independent of it. */
export interface CriticalErrors {
    /** Questions of the class that were shown and answered, "not applicable" aside. */
    readonly assessed: number;
    readonly failed: number;
    /** The ids of the questions that failed. */
    readonly questions: readonly string[];
    /** No failure; null when nothing was assessed. */
    readonly accurate: boolean | null;
    /** 100 · (assessed − failed) / assessed; null when nothing was assessed. */
    readonly percent: number | null;
}

/** One reason for the percentage. `percentPoints` is what the step adds to it. */
export type TraceStep = QuestionStep | LeftOutStep | CriticalErrorStep | SectionZeroStep | AdjustmentStep | ClampStep | FormZeroStep;

/** A question that was answered and carries points. */
export interface QuestionStep {
    readonly step: 'question';
    readonly question: string;
    readonly section: string;
    readonly points: number;
    readonly possible: number;
    readonly weight: number;
    readonly sectionWeight: number;
    /** Its part, 0 to 1, of the possible points of all questions that are shown. */
    readonly nominalShare: number;
    /** Its part of the possible points of the questions that count: larger when others are not applicable. */
    readonly share: number;
    readonly percentPoints: number;
}

/** A question with points that leaves both sides; its nominal share is spread over the others in proportion. */
export interface LeftOutStep {
    readonly step: 'left-out';
    readonly question: string;
    readonly section: string;
    readonly why: 'hidden' | 'not-applicable' | 'unanswered' | 'invalid';
    /** 0 for a hidden question. */
    readonly nominalShare: number;
    readonly percentPoints: 0;
}

/** A failed critical question; its effect, if any, is a step of its own. */
export interface CriticalErrorStep {
    readonly step: 'critical-error';
    readonly question: string;
    readonly section: string;
    readonly class: 'none' | CriticalClass;
    readonly effect: CriticalEffect;
    readonly percentPoints: 0;
}

/** The points of a section are taken away. */
export interface SectionZeroStep {
    readonly step: 'section-zero';
    readonly section: string;
    /** The failed questions that caused it. */
    readonly questions: readonly string[];
    readonly percentPoints: number;
}

/** A bonus or penalty. */
export interface AdjustmentStep {
    readonly step: 'adjustment';
    readonly question: string;
    readonly section: string;
    readonly percentPoints: number;
}

/** Adjustments led out of 0 to 100. */
export interface ClampStep {
    readonly step: 'clamp';
    readonly from: number;
    readonly to: number;
    readonly percentPoints: number;
}

/** The form is set to zero, whatever else was earned. */
export interface FormZeroStep {
    readonly step: 'form-zero';
    readonly questions: readonly string[];
    readonly percentPoints: number;
}
