/** What is asked of a question to be drawn: of every list that is not empty, it has at least one. Clauses are named `documentId#clauseId`. */
export interface QuestionFilter { readonly clauses: readonly string[]; readonly skills: readonly string[]; readonly difficulties: readonly string[]; readonly tags: readonly string[] }

/** So many questions at random of those that fit. A knock-out question has to be answered wholly right, or the exam is failed. */
export interface DrawnRule { readonly id: string; readonly kind: 'drawn'; readonly count: number; readonly where: QuestionFilter; readonly knockOut: boolean }
/** These very questions, on every paper. */
export interface FixedRule { readonly id: string; readonly kind: 'fixed'; readonly questionIds: readonly string[]; readonly knockOut: boolean }
export type BlueprintRule = DrawnRule | FixedRule;

/** @property passPercent of the section's points, 0 to 100; null where only the whole exam has a pass mark. */
export interface ExamSection { readonly id: string; readonly title: string; readonly passPercent: number | null; readonly rules: readonly BlueprintRule[] }

/** When a result is looked at: while it waits for marks by hand; when it is there; when nobody of the round can sit the exam any more. */
export const reviewPhases = ['submitted', 'released', 'closed'] as const;
export type ReviewPhase = typeof reviewPhases[number];
/** What may be seen: one's own answers, the points of each question, what would have been right, what is said about the answers. */
export const reviewParts = ['answers', 'points', 'solutions', 'feedback'] as const;
export type ReviewPart = typeof reviewParts[number];

/** What an exam is made of. A paper is drawn from it for each attempt. Percentages are 0 to 100. */
export interface Blueprint {
    readonly sections: readonly ExamSection[];
    readonly passPercent: number;
    /** Positions (by id) that have to reach another share. */
    readonly passByPosition: Readonly<Record<string, number>>;
    readonly shuffleQuestions: boolean;
    readonly shuffleChoices: boolean;
    readonly oneAtATime: boolean;
    /** Minutes from the beginning of an attempt; null without a limit. */
    readonly minutes: number | null;
    /** How many attempts an assignment allows; null for as many as one likes. */
    readonly attempts: number | null;
    /** Hours between the end of an attempt and the beginning of the next. */
    readonly waitHours: number;
    /** Share of a question's points that a wholly wrong answer costs, 0 to 1. A question that is not answered costs nothing. */
    readonly wrongDeduction: number;
    /** Whether a result reaches the trainee as soon as it is graded, or when a trainer lets it go. */
    readonly release: 'at-once' | 'by-hand';
    /** What is marked by hand is marked by two people who do not see each other's marks. */
    readonly secondMarker: boolean;
    /** It is recorded when trainees leave the window of the exam, and when they return; they are told before they begin. */
    readonly proctored: boolean;
    readonly review: Readonly<Record<ReviewPhase, readonly ReviewPart[]>>;
}

/** What the drawing of papers knows of a question that may be asked. */
export interface BankEntry {
    readonly id: string; readonly points: number;
    readonly clauses: readonly string[]; readonly skills: readonly string[]; readonly difficulty: string | null; readonly tags: readonly string[];
}

const meets = (wanted: readonly string[], had: readonly string[]): boolean => wanted.length === 0 || wanted.some(each => had.includes(each));

export const fits = (entry: BankEntry, { clauses, skills, difficulties, tags }: QuestionFilter): boolean =>
    meets(clauses, entry.clauses) && meets(skills, entry.skills) && meets(difficulties, entry.difficulty === null ? [] : [entry.difficulty]) && meets(tags, entry.tags);

/** How many questions of a paper a rule fills. */
export const wantedBy = (rule: BlueprintRule): number => rule.kind === 'drawn' ? rule.count : rule.questionIds.length;

export const rulesOf = (blueprint: Pick<Blueprint, 'sections'>): readonly BlueprintRule[] => blueprint.sections.flatMap(each => each.rules);

export const questionsIn = (blueprint: Pick<Blueprint, 'sections'>): number => rulesOf(blueprint).reduce((sum, each) => sum + wantedBy(each), 0);

/** The percentage that somebody of a position has to reach. */
export const passPercentOf = (blueprint: Pick<Blueprint, 'passPercent' | 'passByPosition'>, positionId: string | null): number =>
    (positionId === null ? undefined : blueprint.passByPosition[positionId]) ?? blueprint.passPercent;

export const usualReview: Blueprint['review'] = { submitted: [], released: ['answers', 'points', 'feedback'], closed: ['answers', 'points', 'solutions', 'feedback'] };

/** How an exam begins to be written. */
export const newBlueprint = (sectionId: string): Blueprint => ({
    sections: [{ id: sectionId, title: '', passPercent: null, rules: [] }], passPercent: 80, passByPosition: {}, shuffleQuestions: true, shuffleChoices: true, oneAtATime: true,
    minutes: 30, attempts: 2, waitHours: 24, wrongDeduction: 0, release: 'at-once', secondMarker: false, proctored: false, review: usualReview
});
