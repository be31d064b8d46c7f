import type { Gone } from './run-script';
import type { Script } from './script';

/** Of one run; more than anybody goes in a call. */
export const longestPath = 500;

export type PathProblem = 'path-differs' | 'path-too-long' | 'step-unknown' | 'way-unknown';

/** A step as the browser tells it; when it was gone is for the server to say. */
export type Told = Pick<Gone, 'stepId' | 'choiceId'>;

const chosen = (script: Script, { stepId, choiceId }: Told, next: string): boolean =>
    choiceId === null || (script.steps.find(each => each.id === stepId)?.choices.some(each => each.id === choiceId && each.next === next) ?? false);

/**
 * The path of a run as evidence: what was kept stays as it is, what is new gets the server's time, and every way on is one that the script has.
 * A path that was sent twice says nothing new.
 *
 * @param kept as it is stored
 * @param told the whole path as the browser has it
 * @param at ISO 8601
 */
export function extendPath(script: Script, kept: readonly Gone[], told: readonly Told[], at: string): { readonly path: readonly Gone[] } | { readonly problem: PathProblem } {
    if (told.length > longestPath) {
        return { problem: 'path-too-long' };
    }
    const known = new Set(script.steps.map(each => each.id));
    if (told.length === 0 || told[0]!.stepId !== script.start || told.some(each => !known.has(each.stepId))) {
        return { problem: 'step-unknown' };
    }
    if (told.some((each, place) => place < told.length - 1 ? !chosen(script, each, told[place + 1]!.stepId) : each.choiceId !== null)) {
        return { problem: 'way-unknown' };
    }
    const last = kept.length - 1;
    const differs = kept.some((each, place) => told[place]?.stepId !== each.stepId || place < last && told[place]!.choiceId !== each.choiceId);
    return differs ? { problem: 'path-differs' } : { path: told.map(({ stepId, choiceId }, place) => ({ stepId, choiceId, at: kept[place]?.at ?? at })) };
}
