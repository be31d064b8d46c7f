/** The states of a version of a question. At most one is approved, and at most one is on its way. */
export const questionVersionStates = ['draft', 'in-review', 'approved', 'superseded', 'retired'] as const;
export type QuestionVersionState = typeof questionVersionStates[number];
/** Those of a question: of its approved version, or, before there was one, of the one on its way. */
export const questionStates = ['draft', 'in-review', 'approved', 'retired'] as const;
export type QuestionState = typeof questionStates[number];

export const questionActions = ['edit', 'submit', 'discard', 'withdraw', 'return', 'approve', 'revise', 'retire'] as const;
export type QuestionAction = typeof questionActions[number];
/** `writer`: may write questions. `reviewer`: may approve them, and has written nothing of this version. */
export type QuestionStepTaker = 'writer' | 'reviewer';

export interface QuestionStep {
    readonly state: QuestionVersionState;
    readonly action: QuestionAction;
    readonly who: QuestionStepTaker;
    /** Null: the version ceases to exist. `revise` leaves its version as it is and begins another. */
    readonly next: QuestionVersionState | null;
}

/** The life of a version. Exams ask the approved one until the next is approved, or until it is retired; what was retired comes back by being revised. */
export const questionSteps: readonly QuestionStep[] = [
    { state: 'draft', action: 'edit', who: 'writer', next: 'draft' },
    { state: 'draft', action: 'submit', who: 'writer', next: 'in-review' },
    { state: 'draft', action: 'discard', who: 'writer', next: null },
    { state: 'in-review', action: 'withdraw', who: 'writer', next: 'draft' },
    { state: 'in-review', action: 'return', who: 'reviewer', next: 'draft' },
    { state: 'in-review', action: 'approve', who: 'reviewer', next: 'approved' },
    { state: 'approved', action: 'revise', who: 'writer', next: 'approved' },
    { state: 'approved', action: 'retire', who: 'writer', next: 'retired' },
    { state: 'retired', action: 'revise', who: 'writer', next: 'retired' }
];

export const questionStep = (state: QuestionVersionState, action: QuestionAction): QuestionStep | undefined => questionSteps.find(each => each.state === state && each.action === action);

/** What somebody is to a version. */
export function questionTakers(actor: { readonly personId: string | null; readonly writes: boolean; readonly approves: boolean }, contributors: readonly string[]): ReadonlySet<QuestionStepTaker> {
    const reviews = actor.approves && actor.personId !== null && !contributors.includes(actor.personId);
    return new Set([...actor.writes ? ['writer' as const] : [], ...reviews ? ['reviewer' as const] : []]);
}

/** What can be done with the versions of a question that are not past. With one on its way, no other is begun. */
export function possibleQuestionActions(states: readonly QuestionVersionState[], takers: ReadonlySet<QuestionStepTaker>): readonly QuestionAction[] {
    const underWay = states.some(state => state === 'draft' || state === 'in-review');
    return questionActions.filter(action => !(action === 'revise' && underWay) && states.some(state => { const step = questionStep(state, action); return step && takers.has(step.who); }));
}
