import type { AcceptedNumber, AcceptedText, Choice, Criterion, Gap, Question, QuestionKind, RubricLevel } from './question';
import { withTolerance } from './fits-number';
import { gapPlaces } from './gap-places';

/** Makes an id that nothing has. */
export type FreshId = () => string;

export const newChoice = (fresh: FreshId, share = 0): Choice => ({ id: fresh(), text: '', share });
export const newAcceptedText = (fresh: FreshId): AcceptedText => ({ id: fresh(), text: '', share: 1 });
export const newAcceptedNumber = (fresh: FreshId): AcceptedNumber => ({ id: fresh(), share: 1, value: 0, tolerance: 0 });

/** A criterion as one begins to write it: three levels, from nothing to all. */
export const newCriterion = (fresh: FreshId): Criterion => ({ id: fresh(), text: '', weight: 1, critical: false, levels: [0, 1, 2].map(points => newLevel(fresh, points)) });
export const newLevel = (fresh: FreshId, points: number): RubricLevel => ({ id: fresh(), points, text: '' });

/** A question of a kind, as one begins to write it. */
export function newQuestion(kind: QuestionKind, fresh: FreshId): Question {
    const common = { prompt: '', points: 1 };
    switch (kind) {
        case 'single':
            return { ...common, kind, shuffle: true, choices: [newChoice(fresh, 1), newChoice(fresh), newChoice(fresh), newChoice(fresh)] };
        case 'multiple':
            return { ...common, kind, shuffle: true, credit: 'shares', choices: [newChoice(fresh, 0.5), newChoice(fresh, 0.5), newChoice(fresh, -0.5), newChoice(fresh, -0.5)] };
        case 'true-false':
            return { ...common, kind, answer: true };
        case 'short':
            return { ...common, kind, accepted: [newAcceptedText(fresh)], caseSensitive: false };
        case 'numeric':
            return { ...common, kind, accepted: [newAcceptedNumber(fresh)] };
        case 'matching':
            return { ...common, kind, shuffle: true, pairs: [1, 2, 3].map(() => ({ id: fresh(), stem: '', matchId: fresh(), match: '' })), extras: [] };
        case 'ordering':
            return { ...common, kind, credit: 'next', items: [1, 2, 3].map(() => ({ id: fresh(), text: '' })) };
        case 'gaps':
            return { ...common, kind, gaps: [] };
        case 'essay':
            return { ...common, kind };
        case 'listening':
            return { ...common, kind, recording: '', form: { formId: '', version: 1 }, expert: {}, tolerance: 0 };
    }
}

/** Choices of which these are right: what is right shares the points, and each wrong one takes as much away, so that choosing everything earns nothing. */
export function withRight(choices: readonly Choice[], right: ReadonlySet<string>): readonly Choice[] {
    const share = 1 / Math.max(1, right.size);
    return choices.map(choice => ({ ...choice, share: right.has(choice.id) ? share : -share }));
}

/** The gaps of a text: those that it has and nobody has described yet are added, in its order; those that it lost stay until somebody takes them away. */
export function withGapsOf(prompt: string, gaps: readonly Gap[], fresh: FreshId): readonly Gap[] {
    const ids = [...new Set(gapPlaces(prompt).map(place => place.id))];
    const there = new Map(gaps.map(gap => [gap.id, gap]));
    return [
        ...ids.map((id): Gap => there.get(id) ?? { id, kind: 'short', weight: 1, accepted: [newAcceptedText(fresh)], caseSensitive: false }),
        ...gaps.filter(gap => !ids.includes(gap.id))
    ];
}

/** A gap of another kind, with the texts that it had where the new kind has some. */
export function gapOfKind(gap: Gap, kind: Gap['kind'], fresh: FreshId): Gap {
    if (gap.kind === kind) {
        return gap;
    }
    const { id, weight } = gap;
    const texts = gap.kind === 'short' ? gap.accepted : gap.kind === 'choice' ? gap.choices : [];
    switch (kind) {
        case 'short': {
            const right = texts.filter(each => each.share > 0);
            return { id, weight, kind, caseSensitive: false, accepted: right.length ? right : [newAcceptedText(fresh)] };
        }
        case 'choice':
            return { id, weight, kind, shuffle: true, choices: texts.length > 1 ? texts : [...texts.length ? texts : [newChoice(fresh, 1)], newChoice(fresh)] };
        case 'numeric':
            return { id, weight, kind, accepted: [newAcceptedNumber(fresh)] };
    }
}

/** A number that is accepted, given in the other way: what lies between two numbers is their middle with half of it as tolerance. */
export function numberOfKind(accepted: AcceptedNumber, kind: 'value' | 'range'): AcceptedNumber {
    const { id, share, feedback } = accepted;
    const credited = { id, share, ...feedback === undefined ? {} : { feedback } };
    if (kind === 'value') {
        return 'value' in accepted ? accepted : { ...credited, ...withTolerance(accepted) };
    }
    return 'value' in accepted ? { ...credited, minimum: accepted.value - accepted.tolerance, maximum: accepted.value + accepted.tolerance } : accepted;
}

/** In percent, as it is shown. */
export const percentOfShare = (share: number): number => Number((share * 100).toFixed(5));
/** Thirds and the like come back as what they are. */
export const shareOfPercent = (percent: number): number => [1 / 3, 2 / 3, 1 / 6, 5 / 6, 1 / 7].flatMap(each => [each, -each]).find(each => Math.abs(each * 100 - percent) < 0.01) ?? percent / 100;

/** A place further up or down; the same list where there is none. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): readonly Item[] {
    const to = from + by;
    if (to < 0 || to >= items.length) {
        return items;
    }
    const next = [...items];
    next.splice(to, 0, ...next.splice(from, 1));
    return next;
}
