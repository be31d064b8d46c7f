import { type CompletedCalls, completedCalls } from './completed-calls';

/** Moments are ISO days or dates; all comparison is by the given `now`. */
export interface ExamRequirement { readonly kind: 'exam'; readonly id: string; readonly examId: string }
/** Every document in effect that concerns the position is acknowledged in its present major version. */
export interface DocumentsRequirement { readonly kind: 'documents'; readonly id: string }
/** So many calls of one's own were listened to by a trainer within the validity, each with at least this score. */
export interface SupervisedCallsRequirement { readonly kind: 'supervised-calls'; readonly id: string; readonly calls: number; readonly percent: number }
/** A trainer says that the person is ready. */
export interface SignOffRequirement { readonly kind: 'sign-off'; readonly id: string }
export type Requirement = ExamRequirement | DocumentsRequirement | SupervisedCallsRequirement | SignOffRequirement;

/**
 * How long what was done once holds, in months of the calendar:
 * - `completion`: so many months from the day on which it was done
 * - `expiry`: renewed within `windowDays` before it ends, it is prolonged from its old end, so that nobody loses time by being early
 * - `fixed`: until the next of this day of the year (`MM-DD`); what is done within `windowDays` before it counts for the year after
 */
export type Validity =
    | { readonly kind: 'completion'; readonly months: number }
    | { readonly kind: 'expiry'; readonly months: number; readonly windowDays: number }
    | { readonly kind: 'fixed'; readonly day: string; readonly windowDays: number };

/**
 * What a position asks of whoever works in it. `graceDays` after the end of validity one may still take calls, and is told; `introductionDays` from
 * the day on which something new was asked of somebody at work: who came from another position, or whose position asks for more. Who is new in the house has none.
 */
export interface CertificationRule { readonly requirements: readonly Requirement[]; readonly validity: Validity; readonly graceDays: number; readonly introductionDays: number }

/** What somebody has done. */
export interface CertificationFacts {
    readonly exams: readonly { readonly examId: string; readonly passedAt: Date }[];
    /** Documents that concern the position, each with when it was acknowledged in its present major version. */
    readonly documents: readonly { readonly documentId: string; readonly title: string; readonly acknowledgedAt: Date | null; readonly dueAt: Date | null }[];
    readonly supervisedCalls: readonly { readonly at: Date; readonly percent: number }[];
    readonly signOffs: readonly Date[];
    /** Whether they were certified once, in whatever position: only then is there time to read what is new. */
    readonly certifiedBefore: boolean;
    /** When they came to their position, and whether from another one. */
    readonly enteredAt: Date; readonly transferred: boolean;
}

/** Since when a position asks for each requirement as it is now, by its id; what it asked for from the beginning need not be there. */
export type AskedSince = Readonly<Record<string, Date>>;

/** `missing`: never done; `expired`: no longer holds, grace included; `grace`: has ended, but may still work; `valid`. */
export type RequirementState = 'missing' | 'expired' | 'grace' | 'valid';
export interface RequirementStanding {
    readonly requirement: Requirement; readonly state: RequirementState;
    /** Until when it holds; null where it never ends or was never met. */
    readonly until: Date | null;
    /** Until when one may still take calls without it; null where the state is not `grace`. */
    readonly graceUntil: Date | null;
    /** How far: calls that still count of those wanted, and all of them while the requirement is valid; documents that are acknowledged of those concerned. */
    readonly done: number; readonly of: number;
    /** Documents that are still to be acknowledged. */
    readonly open: readonly { readonly documentId: string; readonly title: string }[];
}

export interface MayTakeCalls { readonly may: boolean; readonly until: Date | null; readonly standings: readonly RequirementStanding[] }

const dayMs = 86_400_000;
const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * dayMs);

/** The same day so many months later, or the last of a shorter month; UTC. */
export function addMonths(from: Date, months: number): Date {
    const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
    return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(from.getUTCDate(), last), from.getUTCHours(), from.getUTCMinutes(), from.getUTCSeconds(), from.getUTCMilliseconds()));
}

/** The end of the first day with this month and day of the month that lies after a moment. */
function nextFixedDay(after: Date, day: string): Date {
    const [month, date] = day.split('-').map(Number);
    const endIn = (year: number): Date => new Date(Date.UTC(year, month! - 1, Math.min(date!, new Date(Date.UTC(year, month!, 0)).getUTCDate()) + 1)); // 29 February is the last of that month in other years
    const year = after.getUTCFullYear();
    return [endIn(year - 1), endIn(year), endIn(year + 1)].find(each => each > after)!;
}

/** Until when something holds that was done at these moments, whatever their order; null when it was never done. */
export function validUntil(done: readonly Date[], validity: Validity): Date | null {
    const ordered = [...done].sort((one, other) => one.getTime() - other.getTime());
    return ordered.reduce<Date | null>((until, at) => {
        switch (validity.kind) {
            case 'completion': return addMonths(at, validity.months);
            case 'expiry': return until !== null && at <= until && at.getTime() >= until.getTime() - validity.windowDays * dayMs ? addMonths(until, validity.months) : until !== null && at < until ? until : addMonths(at, validity.months);
            case 'fixed': {
                const end = nextFixedDay(at, validity.day);
                const next = at.getTime() >= end.getTime() - validity.windowDays * dayMs ? nextFixedDay(end, validity.day) : end;
                return until !== null && until > next ? until : next;
            }
        }
    }, null);
}

const latest = (one: Date | null, other: Date | null): Date | null => one && other ? one > other ? one : other : one ?? other;

/** Until when somebody at work has time for what is new to them; null for whoever has to meet it first. */
function introducedUntil({ enteredAt, transferred }: Pick<CertificationFacts, 'enteredAt' | 'transferred'>, askedAt: Date | undefined, introductionDays: number): Date | null {
    const from = askedAt && askedAt > enteredAt ? askedAt : transferred ? enteredAt : null;
    return from && daysAfter(from, introductionDays);
}

/** By which calls a requirement was met each time, and which count towards the next. */
export const callsCompleted = <Call extends { readonly at: Date; readonly percent: number }>(calls: readonly Call[], requirement: SupervisedCallsRequirement, validity: Validity): CompletedCalls<Call> =>
    completedCalls(calls, requirement, (call, at) => validUntil([call], validity)! > at);

function standingOf(requirement: Requirement, facts: CertificationFacts, { validity, graceDays, introductionDays }: CertificationRule, askedAt: Date | undefined, now: Date): RequirementStanding {
    const stateUntil = (until: Date | null): Pick<RequirementStanding, 'state' | 'graceUntil'> => {
        if (until !== null && now < until) {
            return { state: 'valid', graceUntil: null };
        }
        const ends = [until && daysAfter(until, graceDays), introducedUntil(facts, askedAt, introductionDays)].filter(each => each !== null && each > now).map(each => each!.getTime());
        return ends.length ? { state: 'grace', graceUntil: new Date(Math.max(...ends)) } : { state: until === null ? 'missing' : 'expired', graceUntil: null };
    };
    const from = (moments: readonly Date[], figures: { readonly done: number; readonly of: number }): RequirementStanding => {
        const until = validUntil(moments.filter(each => each <= now), validity);
        return { requirement, ...stateUntil(until), until, open: [], ...figures };
    };
    switch (requirement.kind) {
        case 'exam': {
            const passed = facts.exams.filter(each => each.examId === requirement.examId).map(each => each.passedAt);
            return from(passed, { done: passed.length ? 1 : 0, of: 1 });
        }
        case 'sign-off': return from(facts.signOffs, { done: facts.signOffs.length ? 1 : 0, of: 1 });
        case 'supervised-calls': {
            const { completed, since } = callsCompleted(facts.supervisedCalls.filter(each => each.at <= now), requirement, validity);
            const until = requirement.calls === 0 ? null : validUntil(completed.map(each => each.at(-1)!.at), validity);
            const { state, graceUntil } = requirement.calls === 0 ? { state: 'valid', graceUntil: null } as const : stateUntil(until);
            const done = state === 'valid' ? requirement.calls : since.filter(call => validUntil([call.at], validity)! > now).length;
            return { requirement, state, until, graceUntil, done, of: requirement.calls, open: [] };
        }
        case 'documents': {
            // what is new may still be read within its time by who was certified before; what is late keeps from work
            const introduced = introducedUntil(facts, askedAt, introductionDays);
            const open = facts.documents.filter(each => each.acknowledgedAt === null).map(each => ({ ...each, timeUntil: latest(facts.certifiedBefore ? each.dueAt : null, introduced) }));
            const late = open.filter(each => each.timeUntil === null || each.timeUntil <= now);
            const until = open.reduce<Date | null>((first, { timeUntil }) => timeUntil && (!first || timeUntil < first) ? timeUntil : first, null);
            return {
                requirement, state: late.length ? 'missing' : open.length ? 'grace' : 'valid', until: late.length ? null : until, graceUntil: late.length ? null : until, done: facts.documents.length - open.length, of: facts.documents.length,
                open: open.map(({ documentId, title }) => ({ documentId, title }))
            };
        }
    }
}

/**
 * Whether somebody may take calls now, and why: every requirement of their position holds, or is within its grace. Without requirements
 * nobody is kept from work. `until` is the first moment at which something would have to be renewed, grace not counted.
 */
export function mayTakeCalls(rule: CertificationRule, facts: CertificationFacts, now: Date, asked: AskedSince = {}): MayTakeCalls {
    const standings = rule.requirements.map(each => standingOf(each, facts, rule, asked[each.id], now));
    const ends = standings.flatMap(each => each.until ?? each.graceUntil ?? []);
    return { may: standings.every(each => each.state === 'valid' || each.state === 'grace'), until: ends.length ? new Date(Math.min(...ends.map(each => each.getTime()))) : null, standings };
}
