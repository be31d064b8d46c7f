import type { FeedbackPolicy } from './feedback-policy';

export const feedbackStates = ['held', 'released', 'acknowledged', 'disputed', 'answered', 'escalated', 'settled'] as const;
export type FeedbackState = typeof feedbackStates[number];
export type FeedbackAction = 'release' | 'acknowledge' | 'dispute' | 'withdraw' | 'answer' | 'grant' | 'accept' | 'escalate' | 'expire';
/** `agent`: whose result it is; `level-1`, `level-2`: who answers disputes there; `releaser`: who reviews results first; `clock`: nobody, when its time has come. */
export type FeedbackActor = 'agent' | 'releaser' | 'level-1' | 'level-2' | 'clock';

export interface FeedbackTransition { readonly state: FeedbackState; readonly action: FeedbackAction; readonly who: readonly FeedbackActor[]; readonly next: FeedbackState }

/**
 * What becomes of a result on its way to the agent and back. `grant` is an answer that overturns everything: there is nothing left to
 * take further. A dispute goes to the second level once; what is said there is final. There it expires only where nobody is left who could answer.
 */
export const feedbackTransitions: readonly FeedbackTransition[] = [
    { state: 'held', action: 'release', who: ['releaser', 'clock'], next: 'released' },
    { state: 'released', action: 'acknowledge', who: ['agent'], next: 'acknowledged' },
    { state: 'released', action: 'dispute', who: ['agent'], next: 'disputed' },
    { state: 'disputed', action: 'withdraw', who: ['agent'], next: 'acknowledged' },
    { state: 'disputed', action: 'answer', who: ['level-1'], next: 'answered' },
    { state: 'disputed', action: 'grant', who: ['level-1'], next: 'settled' },
    { state: 'answered', action: 'accept', who: ['agent'], next: 'settled' },
    { state: 'answered', action: 'escalate', who: ['agent'], next: 'escalated' },
    { state: 'answered', action: 'expire', who: ['clock'], next: 'settled' },
    { state: 'escalated', action: 'expire', who: ['clock'], next: 'settled' },
    { state: 'escalated', action: 'withdraw', who: ['agent'], next: 'settled' },
    { state: 'escalated', action: 'answer', who: ['level-2'], next: 'settled' },
    { state: 'escalated', action: 'grant', who: ['level-2'], next: 'settled' }
];

export const feedbackTransition = (state: FeedbackState, action: FeedbackAction): FeedbackTransition | undefined =>
    feedbackTransitions.find(each => each.state === state && each.action === action);

export const possibleFeedbackActions = (state: FeedbackState, actors: readonly FeedbackActor[]): readonly FeedbackAction[] =>
    feedbackTransitions.filter(each => each.state === state && each.who.some(who => actors.includes(who))).map(each => each.action);

/** What can only be done until the deadline of the state. An answer that is late is still an answer. */
export const endsWithDeadline = (action: FeedbackAction): boolean => action === 'dispute' || action === 'escalate';

/** Whether somebody waits for an answer. */
export const isDisputeOpen = (state: FeedbackState): boolean => state === 'disputed' || state === 'answered' || state === 'escalated';

/** On which level an answer is waited for, if one is. */
export const answeringLevel = (state: FeedbackState): 1 | 2 | undefined => state === 'disputed' ? 1 : state === 'escalated' ? 2 : undefined;

/** What somebody is to a result. */
export interface Standing {
    readonly agent: boolean;
    /** Whose rating it is. */
    readonly firstScorer: boolean;
    /** Answered at the first level. */
    readonly answeredFirst: boolean;
    /** How far their right to answer disputes reaches here: over the whole centre, over this team, or not at all. */
    readonly answers: 'all' | 'team' | null;
    readonly releases: boolean;
}

/** In which parts somebody can act. Nobody answers about their own result; the first scorer never answers at the second level, and neither does who answered at the first. */
export function actorsOf({ agent, firstScorer, answeredFirst, answers, releases }: Standing, policy: FeedbackPolicy): readonly FeedbackActor[] {
    if (agent) {
        return ['agent'];
    }
    const first = firstScorer ? policy.firstScorerAnswers : answers === 'all' || answers === 'team' && policy.firstLevel === 'team-leader';
    const second = answers === 'all' && !firstScorer && !answeredFirst;
    return [...first ? ['level-1'] as const : [], ...second ? ['level-2'] as const : [], ...releases ? ['releaser'] as const : []];
}
