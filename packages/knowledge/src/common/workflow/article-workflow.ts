/** The states of a revision. At most one of an article is live, and at most one is open. */
export const revisionStates = ['draft', 'in-review', 'second-review', 'approved', 'scheduled', 'published', 'due-for-review', 'retired', 'superseded'] as const;
export type RevisionState = typeof revisionStates[number];

export const openStates = ['draft', 'in-review', 'second-review', 'approved', 'scheduled'] as const satisfies readonly RevisionState[];
export const liveStates = ['published', 'due-for-review'] as const satisfies readonly RevisionState[];

export const revisionActions = ['edit', 'submit', 'discard', 'withdraw', 'return', 'approve', 'publish', 'schedule', 'unschedule', 'hold-up', 'verify', 'fall-due', 'supersede', 'retire'] as const;
export type RevisionAction = typeof revisionActions[number];

/**
 * Who takes a step. `writer`: may write this article. `approver`: may approve and has written nothing of this revision.
 * `second-approver`: may give the approval that the category asks for, has written nothing of it and has not given the first one.
 * `house`: happens by itself, by the calendar or with another step.
 */
export type StepTaker = 'writer' | 'approver' | 'second-approver' | 'house';

export interface RevisionStep {
    readonly state: RevisionState;
    readonly action: RevisionAction;
    readonly who: readonly StepTaker[];
    /** Null: the revision ceases to exist. */
    readonly next: RevisionState | null;
    /** Only if the category asks for a second approval, or only if it does not. */
    readonly when?: 'second-approval' | 'single-approval';
    /** Approvals given so far count no longer. */
    readonly voids?: true;
}

/**
 * The life of a revision. The published one stays live while the next is written and waits: publishing that one supersedes it.
 * What was approved is never edited: to change it is to withdraw it, which voids what was approved. What was to be published by the calendar and lacks an
 * approval by then, because its category asks for another since, is held up and waits for that one.
 */
export const revisionSteps: readonly RevisionStep[] = [
    { state: 'draft', action: 'edit', who: ['writer'], next: 'draft' },
    { state: 'draft', action: 'submit', who: ['writer'], next: 'in-review' },
    { state: 'draft', action: 'discard', who: ['writer'], next: null },
    { state: 'in-review', action: 'approve', who: ['approver'], next: 'approved', when: 'single-approval' },
    { state: 'in-review', action: 'approve', who: ['approver'], next: 'second-review', when: 'second-approval' },
    { state: 'in-review', action: 'return', who: ['approver'], next: 'draft', voids: true },
    { state: 'in-review', action: 'withdraw', who: ['writer'], next: 'draft', voids: true },
    { state: 'second-review', action: 'approve', who: ['second-approver'], next: 'approved' },
    { state: 'second-review', action: 'return', who: ['second-approver'], next: 'draft', voids: true },
    { state: 'second-review', action: 'withdraw', who: ['writer'], next: 'draft', voids: true },
    { state: 'approved', action: 'publish', who: ['writer'], next: 'published' },
    { state: 'approved', action: 'schedule', who: ['writer'], next: 'scheduled' },
    { state: 'approved', action: 'withdraw', who: ['writer'], next: 'draft', voids: true },
    { state: 'scheduled', action: 'publish', who: ['writer', 'house'], next: 'published' },
    { state: 'scheduled', action: 'unschedule', who: ['writer'], next: 'approved' },
    { state: 'scheduled', action: 'hold-up', who: ['house'], next: 'in-review', when: 'single-approval' },
    { state: 'scheduled', action: 'hold-up', who: ['house'], next: 'second-review', when: 'second-approval' },
    { state: 'scheduled', action: 'withdraw', who: ['writer'], next: 'draft', voids: true },
    { state: 'published', action: 'verify', who: ['writer'], next: 'published' },
    { state: 'published', action: 'fall-due', who: ['house'], next: 'due-for-review' },
    { state: 'published', action: 'retire', who: ['approver'], next: 'retired' },
    { state: 'published', action: 'supersede', who: ['house'], next: 'superseded' },
    { state: 'due-for-review', action: 'verify', who: ['writer'], next: 'published' },
    { state: 'due-for-review', action: 'retire', who: ['approver'], next: 'retired' },
    { state: 'due-for-review', action: 'supersede', who: ['house'], next: 'superseded' }
];

/** The step that an action is in a state; undefined where it is none. */
export const revisionStep = (state: RevisionState, action: RevisionAction, secondApproval: boolean): RevisionStep | undefined =>
    revisionSteps.find(each => each.state === state && each.action === action && (each.when === undefined || (each.when === 'second-approval') === secondApproval));

/** What somebody may do with a revision now. */
export const possibleSteps = (state: RevisionState, takers: ReadonlySet<StepTaker>, secondApproval: boolean): readonly RevisionAction[] =>
    revisionActions.filter(action => revisionStep(state, action, secondApproval)?.who.some(each => takers.has(each)));

export interface Approval { readonly personId: string; readonly hash: string; readonly voided: boolean }

/** Whether enough different people have approved exactly this content: one, or two where the category asks for two. */
export function isApproved(hash: string, approvals: readonly Approval[], contributors: readonly string[], secondApproval: boolean): boolean {
    const people = new Set(approvals.filter(each => !each.voided && each.hash === hash && !contributors.includes(each.personId)).map(each => each.personId));
    return people.size >= (secondApproval ? 2 : 1);
}

export interface Actor {
    readonly personId: string;
    readonly writes: boolean;
    readonly approves: boolean;
    readonly approvesSecond: boolean;
}

/** What somebody is to a revision. */
export function takersOf(actor: Actor, { contributors, approvals }: { readonly contributors: readonly string[]; readonly approvals: readonly Approval[] }): ReadonlySet<StepTaker> {
    const wrote = contributors.includes(actor.personId);
    const approvedFirst = approvals.some(each => !each.voided && each.personId === actor.personId);
    const takers: readonly (readonly [StepTaker, boolean])[] = [
        ['writer', actor.writes], ['approver', actor.approves && !wrote], ['second-approver', actor.approvesSecond && !wrote && !approvedFirst]
    ];
    return new Set(takers.filter(([, is]) => is).map(([taker]) => taker));
}
