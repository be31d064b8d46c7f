/** Milliseconds after the deadline in which what was answered before it may still arrive. */
export const graceMs = 60_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export interface AttemptTimes {
    readonly startedAt: Date;
    /** Minutes that the exam gives; null without a limit. */
    readonly minutes: number | null;
    /** Minutes that this person is given besides. */
    readonly extraMinutes: number;
    /** When the round ends; null while it does not. */
    readonly closesAt: Date | null;
}

/** When an attempt has to be handed in; null for never. A personal extension goes beyond the end of the round as well. All by the server's clock. */
export function attemptDeadline({ startedAt, minutes, extraMinutes, closesAt }: AttemptTimes): Date | null {
    const ends = [
        ...minutes === null ? [] : [startedAt.getTime() + (minutes + extraMinutes) * minuteMs],
        ...closesAt === null ? [] : [closesAt.getTime() + extraMinutes * minuteMs]
    ];
    return ends.length ? new Date(Math.min(...ends)) : null;
}

export type Arrival = 'in-time' | 'late' | 'over';
/** How what arrives now is taken: as it is; as late, but within the grace minute; or not at all. */
export const arrivalOf = (deadline: Date | null, now: Date): Arrival =>
    deadline === null || now <= deadline ? 'in-time' : now.getTime() <= deadline.getTime() + graceMs ? 'late' : 'over';

/** Milliseconds left; null without a deadline. */
export const timeLeft = (deadline: Date | null, now: Date): number | null => deadline && Math.max(0, deadline.getTime() - now.getTime());

/** What somebody has made of an assignment so far. */
export interface AssignmentFacts {
    readonly opensAt: Date | null; readonly closesAt: Date | null;
    readonly attempts: number | null; readonly waitHours: number;
    /** Earlier attempts; `submittedAt` null while one runs. */
    readonly made: readonly { readonly submittedAt: Date | null; readonly passed: boolean | null }[];
}

/** Whether an attempt can begin now, and if not, why; `from` is the moment from which it can. */
export type Beginning = { readonly may: true } | { readonly may: false; readonly why: 'running' | 'passed' | 'closed' | 'not-open' | 'no-attempts-left' | 'being-marked' | 'wait'; readonly from?: Date };

export function mayBegin({ opensAt, closesAt, attempts, waitHours, made }: AssignmentFacts, now: Date): Beginning {
    const last = made.reduce<Date | null>((latest, each) => each.submittedAt && (!latest || each.submittedAt > latest) ? each.submittedAt : latest, null);
    const from = last && new Date(last.getTime() + waitHours * hourMs);
    switch (true) {
        case made.some(each => each.submittedAt === null): return { may: false, why: 'running' };
        case made.some(each => each.passed): return { may: false, why: 'passed' };
        case closesAt !== null && now >= closesAt: return { may: false, why: 'closed' };
        case opensAt !== null && now < opensAt: return { may: false, why: 'not-open', from: opensAt };
        case attempts !== null && made.length >= attempts: return { may: false, why: 'no-attempts-left' };
        // another paper while the last may have been passed would be for nothing
        case made.some(each => each.passed === null): return { may: false, why: 'being-marked' };
        case from !== null && now < from: return { may: false, why: 'wait', from };
        default: return { may: true };
    }
}
