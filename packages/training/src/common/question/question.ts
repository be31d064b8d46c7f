import type { Answers } from '@earshot/forms';

export const questionKinds = ['single', 'multiple', 'true-false', 'short', 'numeric', 'matching', 'ordering', 'gaps', 'essay', 'listening'] as const;
export type QuestionKind = typeof questionKinds[number];

/** All texts are Markdown. Ids are stable within the question, over its versions, and mean nothing. */
interface Common {
    readonly prompt: string;
    /** Shown to everybody once answers may be seen, whatever they answered. */
    readonly feedback?: string;
    /** What a right answer is worth; above 0. */
    readonly points: number;
    /** `earshot:` link to what has to be listened to before answering. */
    readonly recording?: string;
}

/** `share`: the part of the points that this answer earns, −1 … 1; 1 is right, below 0 costs points. */
interface Credited { readonly id: string; readonly share: number; readonly feedback?: string }

export interface Choice extends Credited { readonly text: string }

/** `*` in the text stands for anything, `\*` for an asterisk. */
export interface AcceptedText extends Credited { readonly text: string }

/** A number with what it may differ by, or everything between two numbers, both included. */
export type AcceptedNumber = Credited & ({ readonly value: number; readonly tolerance: number } | { readonly minimum: number; readonly maximum: number });

export interface SingleQuestion extends Common { readonly kind: 'single'; readonly choices: readonly Choice[]; readonly shuffle: boolean }

export const multipleCredits = ['shares', 'all-or-nothing'] as const;
/** `shares`: what was chosen is summed up, never below 0; what is right sums up to 1. `all-or-nothing`: 1 for exactly the choices with a share above 0. */
export interface MultipleQuestion extends Common { readonly kind: 'multiple'; readonly choices: readonly Choice[]; readonly credit: typeof multipleCredits[number]; readonly shuffle: boolean }

export interface TrueFalseQuestion extends Common { readonly kind: 'true-false'; readonly answer: boolean; readonly feedbackTrue?: string; readonly feedbackFalse?: string }

/** The first accepted text that fits counts. `otherwise` is the feedback where none does. */
export interface ShortQuestion extends Common { readonly kind: 'short'; readonly accepted: readonly AcceptedText[]; readonly caseSensitive: boolean; readonly otherwise?: string }

export interface NumericQuestion extends Common { readonly kind: 'numeric'; readonly accepted: readonly AcceptedNumber[]; readonly unit?: string; readonly otherwise?: string }

/** `matchId` names the match where it is offered, so that what is offered does not tell where it belongs. */
export interface MatchingPair { readonly id: string; readonly stem: string; readonly matchId: string; readonly match: string }
export interface MatchingQuestion extends Common {
    readonly kind: 'matching'; readonly pairs: readonly MatchingPair[];
    /** Matches that belong nowhere. */
    readonly extras: readonly { readonly id: string; readonly text: string }[];
    readonly shuffle: boolean;
}

export const orderingCredits = ['all-or-nothing', 'position', 'distance', 'next', 'longest-run'] as const;
export interface OrderingQuestion extends Common {
    readonly kind: 'ordering';
    /** In the right order. */
    readonly items: readonly { readonly id: string; readonly text: string }[];
    /** See `ordering-credit.ts`. */
    readonly credit: typeof orderingCredits[number];
}

interface GapCommon { readonly id: string; /** How much it counts beside the others; above 0. */ readonly weight: number; readonly otherwise?: string }
export type Gap =
    | GapCommon & { readonly kind: 'short'; readonly accepted: readonly AcceptedText[]; readonly caseSensitive: boolean }
    | GapCommon & { readonly kind: 'numeric'; readonly accepted: readonly AcceptedNumber[] }
    | GapCommon & { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly shuffle: boolean };
/** The prompt has `[[id]]` where the gap is. */
export interface GapsQuestion extends Common { readonly kind: 'gaps'; readonly gaps: readonly Gap[] }

export interface FormVersionReference { readonly formId: string; readonly version: number }
/** What an essay may reach in a criterion. */
export interface RubricLevel { readonly id: string; /** 0 and more. */ readonly points: number; /** What an essay of this level looks like. */ readonly text: string }

/** One thing that an essay is looked at for. */
export interface Criterion {
    readonly id: string; readonly text: string;
    /** Multiplies the points of its levels; above 0. */
    readonly weight: number;
    /** Whoever reaches no more than its lowest level earns nothing with the whole essay. */
    readonly critical: boolean;
    readonly levels: readonly RubricLevel[];
}

export interface EssayQuestion extends Common {
    readonly kind: 'essay';
    /** The text that is already there when one begins. */
    readonly template?: string;
    /** What it is marked by, a level of each; without any, it is given points. */
    readonly criteria?: readonly Criterion[];
    /** For those who mark. */
    readonly hints?: string;
}

/** The recording is rated on a form, and the ratings are compared with the expert's. */
export interface ListeningQuestion extends Common {
    readonly kind: 'listening'; readonly recording: string; readonly form: FormVersionReference;
    /** The expert's ratings; what the expert did not rate is not compared. */
    readonly expert: Answers;
    /** What a rating in numbers may differ by. */
    readonly tolerance: number;
}

export type Question = SingleQuestion | MultipleQuestion | TrueFalseQuestion | ShortQuestion | NumericQuestion | MatchingQuestion | OrderingQuestion | GapsQuestion | EssayQuestion | ListeningQuestion;

/** What somebody answered. Ids are those of the asked question; what is missing is not answered. */
export type QuestionAnswer =
    | { readonly kind: 'single'; readonly choice: string | null }
    | { readonly kind: 'multiple'; readonly choices: readonly string[] }
    | { readonly kind: 'true-false'; readonly value: boolean | null }
    | { readonly kind: 'short'; readonly text: string }
    /** As typed. */
    | { readonly kind: 'numeric'; readonly text: string }
    /** From the id of the stem to the id of the match. */
    | { readonly kind: 'matching'; readonly matches: Readonly<Record<string, string>> }
    | { readonly kind: 'ordering'; readonly items: readonly string[] }
    /** From the id of the gap to what was typed, or the id of the choice. */
    | { readonly kind: 'gaps'; readonly gaps: Readonly<Record<string, string>> }
    | { readonly kind: 'essay'; readonly text: string }
    | { readonly kind: 'listening'; readonly answers: Answers };
