import { randomOrder, type DrawIndex } from '@earshot/statistics';

/** Somebody who scores, and whose calls they must not get: their own, and where the plan says so those of their teams. */
export interface DrawEvaluator {
    readonly id: string;
    /** Their own team, and those that they lead. */
    readonly teamIds: readonly string[];
}

export interface Divisible { readonly durationMs: number; readonly agentId: string | null; readonly teamId: string | null }

export const mayScore = (evaluator: DrawEvaluator, call: Divisible, notOwnTeam: boolean): boolean =>
    call.agentId !== evaluator.id && !(notOwnTeam && call.teamId !== null && evaluator.teamIds.includes(call.teamId));

/**
 * Divides calls by minutes: the longest first, each to whoever has the fewest minutes of those who may score it (R. L. Graham's
 * longest processing time, SIAM J. Applied Mathematics 17 (1969) 416–429). Which of calls of one length comes first, and who of
 * several with as few minutes, is drawn.
 * @param loads minutes that people have already, in milliseconds; goes on counting
 * @param except whom a call must not go to besides
 * @returns one evaluator's id per call; null where nobody may score it
 */
export function divide(
    calls: readonly Divisible[], evaluators: readonly DrawEvaluator[], notOwnTeam: boolean, draw: DrawIndex, loads: Map<string, number> = new Map(), except: (place: number) => string | null = () => null
): readonly (string | null)[] {
    const order = randomOrder(calls.length, draw).sort((one, other) => calls[other]!.durationMs - calls[one]!.durationMs);
    const people = randomOrder(evaluators.length, draw).map(place => evaluators[place]!);
    const result: (string | null)[] = calls.map(() => null);
    for (const place of order) {
        const call = calls[place]!;
        const able = people.filter(each => each.id !== except(place) && mayScore(each, call, notOwnTeam));
        const least = able.reduce<DrawEvaluator | undefined>((best, each) => best && (loads.get(best.id) ?? 0) <= (loads.get(each.id) ?? 0) ? best : each, undefined);
        if (least) {
            result[place] = least.id;
            loads.set(least.id, (loads.get(least.id) ?? 0) + call.durationMs);
        }
    }
    return result;
}
