import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';

/** What the server holds of an evaluation, as far as saving needs it. */
export interface Theirs {
    readonly version: number;
    readonly content: FilledContent;
    /** False once it was submitted: nothing can be saved any more. */
    readonly open: boolean;
    readonly savedAt: string;
}

export type Purpose = 'save' | 'submit';

/** Why nothing was saved: no answer, or one that will change by itself; somebody else saved; this content is not taken; nothing can be saved any more. */
export type FailureKind = 'unreachable' | 'changed' | 'refused' | 'over';
export interface Failure { readonly kind: FailureKind; readonly error: unknown }

/** How a draft ended for this page. */
export type Ending = 'submitted' | 'submitted-elsewhere' | 'gone';

/**
 * - `quiet`: the server has all of it.
 * - `waiting`: something was changed; it is sent when the pause is long enough.
 * - `sending`: under way.
 * - `retrying`: got no answer; it is sent again, exactly as it was, so that the server recognises what it already has.
 * - `comparing`: the server has another version; looking whether that is ours.
 * - `conflict`: it is not. The person decides; what they write meanwhile stays in this browser.
 * - `refused`: this content is not taken; nothing is sent until it changes.
 * - `over`: submitted or gone.
 */
export type Phase = 'quiet' | 'waiting' | 'sending' | 'retrying' | 'comparing' | 'conflict' | 'refused' | 'over';

/** A draft on the screen, and how far the server knows it. A value: {@link nextDraft} gives the one after an event. */
export interface DraftState {
    readonly phase: Phase;
    readonly content: FilledContent;
    /** The version of the server that `content` continues. */
    readonly version: number;
    /** What the server is known to hold. */
    readonly saved: FilledContent;
    readonly savedAt: string;
    /** Sent, and not answered yet. */
    readonly sent: { readonly purpose: Purpose; readonly content: FilledContent } | null;
    /** Requests in a row that got no answer. */
    readonly attempts: number;
    /** When the oldest change that the server does not have was made; milliseconds of the clock. */
    readonly changedAt: number | null;
    /** When the server last answered; milliseconds of the clock. */
    readonly answeredAt: number;
    /** Send without waiting for a pause. */
    readonly hurry: boolean;
    readonly submitting: boolean;
    readonly theirs: Theirs | null;
    readonly error: unknown;
    readonly ending: Ending | null;
}

export type DraftEvent =
    | { readonly type: 'edited'; readonly content: FilledContent; readonly at: number }
    /** The time that was waited for has come. */
    | { readonly type: 'due' }
    /** Somebody leaves a field, or the window: nothing should wait. */
    | { readonly type: 'flush' }
    | { readonly type: 'answered'; readonly version: number; readonly savedAt: string; readonly at: number }
    | { readonly type: 'failed'; readonly failure: Failure }
    /** The connection is back. */
    | { readonly type: 'online' }
    | { readonly type: 'submit' }
    | { readonly type: 'submitted' }
    /** Another tab or device saved, or may have. `version` where it is known. */
    | { readonly type: 'elsewhere'; readonly version?: number; readonly at: number }
    | { readonly type: 'found'; readonly theirs: Theirs }
    /** It was discarded, or handed to somebody else. */
    | { readonly type: 'gone' }
    | { readonly type: 'take-over' }
    | { readonly type: 'show-theirs' }
    /** Content that was put aside comes back: the way back from "show theirs". */
    | { readonly type: 'restore'; readonly content: FilledContent; readonly at: number };

export type DraftEffect =
    | { readonly type: 'send'; readonly purpose: Purpose; readonly version: number; readonly content: FilledContent }
    /** Come back with `due` after so many milliseconds; replaces an earlier wait. */
    | { readonly type: 'wait'; readonly ms: number }
    /** Ask the server what it holds. */
    | { readonly type: 'look' }
    /** Keep a copy in this browser. */
    | { readonly type: 'keep' }
    | { readonly type: 'forget' }
    /** Tell the other tabs. */
    | { readonly type: 'tell' };

export interface DraftStep { readonly state: DraftState; readonly effects: readonly DraftEffect[] }

/** Milliseconds of rest after which a change is sent, and the longest that somebody can type without anything being sent. */
export const pauseMs = 700;
export const longestMs = 4000;
/** The first wait before trying again; it doubles up to the longest. */
export const firstRetryMs = 1000;
export const longestRetryMs = 30_000;
/** The server tells every tab of a save, this one too: what it tells so soon after its answer is our own. */
const echoMs = 3000;

/** Contents are JSON in an order that nothing changes without changing it. */
export const sameContent = (one: FilledContent, other: FilledContent): boolean =>
    one === other || canonical(one.answers) === canonical(other.answers) && canonical(one.evidence) === canonical(other.evidence);

const canonical = (value: unknown): string => JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => one < other ? -1 : 1)) : each);

/** A draft as it was loaded. */
export const loadedDraft = (theirs: Theirs, at: number): DraftState => ({
    phase: 'quiet', content: theirs.content, version: theirs.version, saved: theirs.content, savedAt: theirs.savedAt, sent: null, attempts: 0, changedAt: null, answeredAt: at,
    hurry: false, submitting: false, theirs: null, error: null, ending: null
});

export const isUnsaved = (state: DraftState): boolean => state.phase !== 'quiet' && state.phase !== 'over' && (state.submitting || !sameContent(state.content, state.saved));

const stay = (state: DraftState): DraftStep => ({ state, effects: [] });

function send(state: DraftState): DraftStep {
    const purpose: Purpose = state.submitting ? 'submit' : 'save';
    return {
        state: { ...state, phase: 'sending', sent: { purpose, content: state.content }, hurry: false, error: null },
        effects: [{ type: 'send', purpose, version: state.version, content: state.content }]
    };
}

/** The same request again: whether or not the first one arrived, the server ends up with it once. */
const sendAgain = (state: DraftState): DraftStep => state.sent
    ? { state: { ...state, phase: 'sending' }, effects: [{ type: 'send', purpose: state.sent.purpose, version: state.version, content: state.sent.content }] }
    : send(state);

const waitFor = (state: DraftState, at: number): DraftEffect => ({ type: 'wait', ms: Math.max(0, Math.min(pauseMs, (state.changedAt ?? at) + longestMs - at)) });

function edited(state: DraftState, content: FilledContent, at: number): DraftStep {
    if (state.phase === 'over' || state.submitting || content === state.content) {
        return stay(state);
    }
    const changed = { ...state, content, changedAt: state.changedAt ?? at };
    switch (state.phase) {
        case 'quiet':
        case 'refused':
        case 'waiting': return { state: { ...changed, phase: 'waiting', error: null }, effects: [{ type: 'keep' }, waitFor(changed, at)] };
        default: return { state: changed, effects: [{ type: 'keep' }] };
    }
}

/** After the server took something: what has changed meanwhile goes on its way. */
function settled(state: DraftState, at: number): DraftStep {
    if (state.submitting) {
        return send(state);
    }
    if (sameContent(state.content, state.saved)) {
        return { state: { ...state, phase: 'quiet', changedAt: null, hurry: false }, effects: [{ type: 'forget' }, { type: 'tell' }] };
    }
    if (state.hurry) {
        const step = send(state);
        return { state: step.state, effects: [{ type: 'keep' }, { type: 'tell' }, ...step.effects] };
    }
    const waiting: DraftState = { ...state, phase: 'waiting', changedAt: at };
    return { state: waiting, effects: [{ type: 'keep' }, { type: 'tell' }, waitFor(waiting, at)] };
}

function answered(state: DraftState, version: number, savedAt: string, at: number): DraftStep {
    if (!state.sent || state.phase === 'over') {
        return stay(state);
    }
    return settled({ ...state, version, savedAt, saved: state.sent.content, sent: null, attempts: 0, answeredAt: at, error: null }, at);
}

function failed(state: DraftState, { kind, error }: Failure): DraftStep {
    if (state.phase === 'over') {
        return stay(state);
    }
    switch (kind) {
        case 'unreachable': {
            const attempts = state.attempts + 1;
            const ms = Math.min(longestRetryMs, firstRetryMs * 2 ** (attempts - 1));
            return { state: { ...state, phase: 'retrying', attempts, error }, effects: [{ type: 'keep' }, { type: 'wait', ms }] };
        }
        case 'changed':
        case 'over': return { state: { ...state, phase: 'comparing', error }, effects: [{ type: 'keep' }, { type: 'look' }] };
        case 'refused': return { state: { ...state, phase: 'refused', sent: null, attempts: 0, submitting: false, error }, effects: [{ type: 'keep' }] };
    }
}

const end = (state: DraftState, ending: Ending): DraftStep =>
    ({ state: { ...state, phase: 'over', ending, sent: null, submitting: false }, effects: ending === 'submitted' ? [{ type: 'forget' }, { type: 'tell' }] : [] });

/** What the server holds is known now. */
function found(state: DraftState, theirs: Theirs): DraftStep {
    if (state.phase === 'over' || state.phase === 'sending') {
        return stay(state);
    }
    if (!theirs.open) {
        const ours = sameContent(theirs.content, state.content) || state.sent !== null && sameContent(theirs.content, state.sent.content);
        return end(state, ours ? 'submitted' : 'submitted-elsewhere');
    }
    if (theirs.version <= state.version && state.phase !== 'comparing') {
        return stay(state);
    }
    const known = { ...state, version: theirs.version, savedAt: theirs.savedAt, saved: theirs.content, attempts: 0, error: null };
    const mine = state.sent ? [state.sent.content, state.saved] : [state.saved];
    if (sameContent(theirs.content, state.content) || mine.some(each => sameContent(theirs.content, each))) {
        // ours after all: an answer was lost on the way
        return settled({ ...known, sent: null, hurry: true }, state.answeredAt);
    }
    if (sameContent(state.content, state.saved)) {
        // nothing was changed here: what the other one saved is shown
        return { state: { ...known, phase: 'quiet', content: theirs.content, changedAt: null, submitting: false }, effects: [{ type: 'forget' }] };
    }
    return { state: { ...state, phase: 'conflict', theirs, sent: null, submitting: false, attempts: 0 }, effects: [{ type: 'keep' }] };
}

function elsewhere(state: DraftState, version: number | undefined, at: number): DraftStep {
    const echo = version === undefined && at - state.answeredAt < echoMs;
    if (echo || version !== undefined && version <= state.version || state.phase === 'over' || state.phase === 'sending' || state.phase === 'comparing') {
        return stay(state);
    }
    return { state, effects: [{ type: 'look' }] };
}

/** What happens to a draft: the state after an event, and what there is to do. */
export function nextDraft(state: DraftState, event: DraftEvent): DraftStep {
    switch (event.type) {
        case 'edited': return edited(state, event.content, event.at);
        case 'due': return state.phase === 'waiting' ? send(state) : state.phase === 'retrying' ? sendAgain(state) : state.phase === 'comparing' ? { state, effects: [{ type: 'look' }] } : stay(state);
        case 'flush': return state.phase === 'waiting' ? send(state) : stay(state.phase === 'sending' ? { ...state, hurry: true } : state);
        case 'answered': return answered(state, event.version, event.savedAt, event.at);
        case 'failed': return failed(state, event.failure);
        case 'online': return state.phase === 'retrying' ? sendAgain({ ...state, attempts: 0 }) : state.phase === 'comparing' ? { state, effects: [{ type: 'look' }] } : stay(state);
        case 'submit': {
            const wanted = { ...state, submitting: true };
            return state.phase === 'quiet' || state.phase === 'waiting' || state.phase === 'refused' ? send(wanted) : state.phase === 'over' || state.phase === 'conflict' ? stay(state) : stay(wanted);
        }
        case 'submitted': return end(state, 'submitted');
        case 'elsewhere': return elsewhere(state, event.version, event.at);
        case 'found': return found(state, event.theirs);
        case 'gone': return end(state, 'gone');
        case 'take-over': return state.phase === 'conflict' && state.theirs ? send({ ...state, version: state.theirs.version, saved: state.theirs.content, theirs: null }) : stay(state);
        case 'show-theirs': return state.phase === 'conflict' && state.theirs
            ? { state: { ...loadedDraft(state.theirs, state.answeredAt) }, effects: [{ type: 'forget' }] } : stay(state);
        case 'restore': return edited(state, event.content, event.at);
    }
}
