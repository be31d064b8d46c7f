/**
 * Whether scores rose with a training. Of each participant the mean before and the mean after are compared, so that how people differ
 * from each other does not count; what colleagues of the same teams changed by meanwhile, who were not there, is taken off (difference in
 * differences: D. Card & A. B. Krueger, American Economic Review 84 (1994) 772–793). It is no experiment: who is sent to a training was chosen.
 */
import { type Change, meanChange, pairedChange } from '@earshot/statistics';

/** Calls are compared over so many days before a session began, and as many after it ended. */
export const effectDays = 90;
const dayMs = 86_400_000;

/** When somebody was taught. */
export interface Occasion { readonly startsAt: Date; readonly endsAt: Date }
export interface Taught extends Occasion { readonly personId: string; readonly teamId: string | null }
export interface Span { readonly from: Date; readonly to: Date }

/** The time before an occasion and the time after it. */
export const spansOf = ({ startsAt, endsAt }: Occasion): { readonly before: Span; readonly after: Span } => ({
    before: { from: new Date(startsAt.getTime() - effectDays * dayMs), to: startsAt }, after: { from: endsAt, to: new Date(endsAt.getTime() + effectDays * dayMs) }
});

function grouped<T, K>(all: readonly T[], keyOf: (each: T) => K): readonly (readonly T[])[] {
    const groups = new Map<K, T[]>();
    all.forEach(each => groups.set(keyOf(each), [...groups.get(keyOf(each)) ?? [], each]));
    return [...groups.values()];
}

const earliest = <O extends Occasion>(occasions: readonly O[]): O => occasions.reduce((one, other) => other.startsAt < one.startsAt ? other : one);

/** Whoever was taught the same more than once is compared around the first time. */
export const firstTaught = (taught: readonly Taught[]): readonly Taught[] => grouped(taught, each => each.personId).map(earliest);

/**
 * Around which occasion somebody is compared who was not there: the one at which most of their team were, of equals the first.
 * Undefined for teams of which nobody was.
 */
export function occasionOfTeam(taught: readonly Taught[], teamId: string): Occasion | undefined {
    const occasions = grouped(taught.filter(each => each.teamId === teamId), each => each.startsAt.getTime());
    const most = Math.max(...occasions.map(each => each.length));
    const largest = occasions.filter(each => each.length === most).map(each => each[0]!);
    return largest.length === 0 ? undefined : earliest(largest);
}

/** What was measured of somebody before and after. */
export interface PersonChange { readonly before: Measured; readonly after: Measured }
export interface Measured { readonly mean: number | null; readonly n: number }

export interface TrainingEffect {
    /** Participants, and those of them who were measured before as well as after. */
    readonly people: number;
    /** Single measurements before and after, of those who have both. */
    readonly values: { readonly before: number; readonly after: number };
    /** n counts people. */
    readonly change: Change;
    /** Colleagues who were not there; null without any. */
    readonly colleagues: Change | null;
    /** How much more participants changed than colleagues: before is the colleagues' change, after the participants'. */
    readonly beyond: Change | null;
}

const complete = (people: readonly PersonChange[]): readonly (readonly [number, number])[] => people.flatMap(({ before, after }) => before.mean === null || after.mean === null ? [] : [[before.mean, after.mean] as const]);
const differences = (pairs: readonly (readonly [number, number])[]): readonly number[] => pairs.map(([before, after]) => after - before);

export function trainingEffect(participants: readonly PersonChange[], colleagues: readonly PersonChange[]): TrainingEffect {
    const [own, others] = [complete(participants), complete(colleagues)];
    const both = participants.filter(each => each.before.n > 0 && each.after.n > 0);
    const sum = (side: 'before' | 'after'): number => both.reduce((total, each) => total + each[side].n, 0);
    return {
        people: participants.length, values: { before: sum('before'), after: sum('after') }, change: pairedChange(own),
        ...others.length === 0 ? { colleagues: null, beyond: null } : { colleagues: pairedChange(others), beyond: meanChange(differences(others), differences(own)) }
    };
}
