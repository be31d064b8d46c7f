import { type Blueprint, passPercentOf } from '../exam/blueprint';
import { roundedPoints } from '../question/rounded-points';

/** What is known of one question of a paper. `share` is −1 to 1 of its points; null while it waits for a mark by hand. */
export interface MarkedItem { readonly sectionId: string; readonly points: number; readonly knockOut: boolean; readonly answered: boolean; readonly share: number | null }

export interface SectionGrade { readonly sectionId: string; readonly points: number; readonly of: number; readonly percent: number; readonly passPercent: number | null; readonly passed: boolean | null }

/** Why an exam is failed: too few points in all, or in a section (by id), or a knock-out question (by its place on the paper). */
export type FailureReason = { readonly why: 'points' } | { readonly why: 'section'; readonly sectionId: string } | { readonly why: 'knock-out'; readonly place: number };

export interface Grade {
    /** Points of each question, in the order of the paper; null while it waits. */
    readonly items: readonly (number | null)[];
    readonly sections: readonly SectionGrade[];
    readonly points: number; readonly of: number; readonly percent: number; readonly passPercent: number;
    /** Null while marks are missing and could still decide it. */
    readonly passed: boolean | null;
    readonly reasons: readonly FailureReason[];
    /** Questions that wait for a mark. */
    readonly waiting: number;
}

const percentOf = (points: number, of: number): number => of === 0 ? 0 : Math.max(0, points) / of * 100;
/** Shares of points that add up to a pass mark but for the arithmetic of computers still reach it. */
const tolerance = 1e-6;
const reaches = (percent: number, wanted: number): boolean => percent >= wanted - tolerance;

/**
 * Points of one question. Without negative marking nothing falls below zero. With it, a wholly wrong answer costs its share of the points
 * (formula scoring: R. B. Frary, Educational Measurement: Issues and Practice 7/2 (1988) 33), a choice with a negative share costs that; leaving it out costs nothing.
 */
export function pointsOf({ points, answered, share }: Pick<MarkedItem, 'points' | 'answered' | 'share'>, wrongDeduction: number): number | null {
    if (share === null) {
        return null;
    }
    if (share > 0 || wrongDeduction === 0 || !answered) {
        return roundedPoints(points * Math.max(0, share));
    }
    return roundedPoints(points * (share === 0 ? -wrongDeduction : Math.max(-1, share)));
}

/**
 * The grade of a whole attempt. It is passed when the points reach the pass mark of the person's position, every section reaches its own,
 * and every knock-out question is answered wholly right. Sections, and the whole, never fall below zero.
 */
export function gradeAttempt(blueprint: Pick<Blueprint, 'sections' | 'passPercent' | 'passByPosition' | 'wrongDeduction'>, marked: readonly MarkedItem[], positionId: string | null): Grade {
    const items = marked.map(each => pointsOf(each, blueprint.wrongDeduction));
    const sum = (which: (item: MarkedItem) => boolean, value: (place: number) => number): number => roundedPoints(marked.reduce((total, each, place) => which(each) ? total + value(place) : total, 0));
    const pointsAt = (place: number): number => items[place] ?? 0;
    /** What could still be reached when every missing mark were a full one. */
    const hopeAt = (place: number): number => items[place] ?? marked[place]!.points;
    const judge = (which: (item: MarkedItem) => boolean, wanted: number): { points: number; of: number; percent: number; passed: boolean | null } => {
        const [points, of] = [Math.max(0, sum(which, pointsAt)), sum(which, place => marked[place]!.points)];
        const waits = marked.some((each, place) => which(each) && items[place] === null);
        const passed = waits ? reaches(percentOf(sum(which, hopeAt), of), wanted) ? null : false : reaches(percentOf(points, of), wanted);
        return { points, of, percent: percentOf(points, of), passed };
    };
    const sections = blueprint.sections.map(({ id, passPercent }): SectionGrade => {
        const { passed, ...figures } = judge(each => each.sectionId === id, passPercent ?? 0);
        return { sectionId: id, ...figures, passPercent, passed: passPercent === null ? null : passed };
    });
    const passPercent = passPercentOf(blueprint, positionId);
    const whole = judge(() => true, passPercent);
    const knockedOut = marked.flatMap((each, place) => each.knockOut && each.share !== null && each.share < 1 - tolerance ? [place] : []);
    const reasons: FailureReason[] = [
        ...whole.passed === false ? [{ why: 'points' } as const] : [],
        ...sections.filter(each => each.passPercent !== null && each.passed === false).map(({ sectionId }) => ({ why: 'section', sectionId } as const)),
        ...knockedOut.map(place => ({ why: 'knock-out', place } as const))
    ];
    const waiting = items.filter(each => each === null).length;
    return { items, sections, ...whole, passPercent, reasons, waiting, passed: reasons.length ? false : waiting ? null : true };
}

/**
 * Whether an attempt that is graded passes by the mark of a position, whatever position it was sat in: the points reach that mark, and nothing else failed it. What
 * sections and knock-out questions said stays.
 */
export const passesFor = ({ percent, reasons }: Pick<Grade, 'percent' | 'reasons'>, marks: Pick<Blueprint, 'passPercent' | 'passByPosition'>, positionId: string | null): boolean =>
    reasons.every(each => each.why === 'points') && reaches(percent, passPercentOf(marks, positionId));
