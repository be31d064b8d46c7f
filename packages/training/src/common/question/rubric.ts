import { type Answers, type FormDefinition, formShares, notCritical, type Question as FormQuestion, scoreForm, validateAnswers } from '@earshot/forms';
import type { Criterion, Question, RubricLevel } from './question';
import { roundedPoints } from './rounded-points';

/** What an essay is marked by; null where a marker gives points as they think fit, as everywhere else. */
export const rubricOf = (question: Question): readonly Criterion[] | null => question.kind === 'essay' && question.criteria?.length ? question.criteria : null;

/** Which level each criterion was given, by the id of the criterion: `value` is the id of the level. */
export type RubricRatings = Answers;

/** Criteria are written in the language of their question, which a form does not have to know. */
const unnamed = 'und';
const text = (written: string) => ({ [unnamed]: written });

const questionOf = ({ id, text: asked, weight, critical, levels }: Criterion): FormQuestion => {
    const least = Math.min(...levels.map(each => each.points));
    return {
        id, text: text(asked), kind: 'choice', weight, notApplicable: false, options: levels.map(level => ({ value: level.id, label: text(level.text), points: level.points })),
        ...critical
            ? { critical: { class: 'business', effect: 'form-zero' }, failsOn: [{ operator: 'in', value: levels.filter(each => each.points === least).map(each => each.id) }] }
            : { critical: notCritical }
    };
};

/** A rubric as the form that it is: a choice for each criterion. */
export const rubricForm = (criteria: readonly Criterion[]): FormDefinition => ({ title: text(''), languages: [unnamed], sections: [{ id: 'rubric', title: text(''), questions: criteria.map(questionOf) }] });

/** How much each criterion counts, 0 to 1 of the whole; 0 where it has no points. */
export const criterionShares = (criteria: readonly Criterion[]): readonly number[] => formShares(rubricForm(criteria))[0]!.questions.map(each => each.share ?? 0);

/** Whether every criterion has one of its levels, and nothing else is rated. */
export const isRated = (criteria: readonly Criterion[], ratings: RubricRatings): boolean => validateAnswers(rubricForm(criteria), ratings, { complete: true }).length === 0;

export interface RubricScore {
    /** 0 to 1 of the points of the question, of what is rated so far; null where nothing is. */
    readonly share: number | null;
    /** What each criterion adds, 0 to 1 of the points of the question, were none of them failed; null where it is not rated. */
    readonly criteria: readonly (number | null)[];
    /** Ids of critical criteria that were failed: the share is 0. */
    readonly failed: readonly string[];
}

/** What ratings are worth, by the rules of every form: Σ weight · points / Σ weight · most points. */
export function scoreRubric(criteria: readonly Criterion[], ratings: RubricRatings): RubricScore {
    const { percent, trace } = scoreForm(rubricForm(criteria), ratings);
    return {
        share: percent === null ? null : percent / 100,
        criteria: criteria.map(({ id }) => {
            const step = trace.find(each => each.step === 'question' && each.question === id);
            return step ? step.percentPoints / 100 : null;
        }),
        failed: trace.flatMap(each => each.step === 'form-zero' ? each.questions : [])
    };
}

export const levelOf = ({ id, levels }: Criterion, ratings: RubricRatings): RubricLevel | undefined => levels.find(each => each.id === ratings[id]?.value);

/** Whether people who rated the same essay gave a criterion different levels. */
export const differs = (criterion: Criterion, ratings: readonly RubricRatings[]): boolean => new Set(ratings.map(each => levelOf(criterion, each)?.id)).size > 1;

/** What counts of a criterion in the end. */
export interface CriterionResult {
    readonly text: string; readonly critical: boolean;
    /** A critical criterion that was failed: the whole essay earns nothing from whoever found so. */
    readonly failed: boolean;
    /** The level of each mark that counts, each once. */
    readonly levels: readonly string[];
    readonly comments: readonly string[];
    /** Of the question's points, the mean of the marks that count; and the most that it could have been. */
    readonly points: number; readonly of: number;
}

/** @param counted the ratings of the marks that count: one, or two that lie close together @param points of the question */
export function criterionResults(criteria: readonly Criterion[], counted: readonly RubricRatings[], points: number): readonly CriterionResult[] {
    const [shares, scores] = [criterionShares(criteria), counted.map(each => scoreRubric(criteria, each))];
    return criteria.map((criterion, place) => ({
        text: criterion.text, critical: criterion.critical, failed: scores.some(each => each.failed.includes(criterion.id)), of: roundedPoints(shares[place]! * points),
        points: roundedPoints(scores.reduce((sum, each) => sum + (each.criteria[place] ?? 0), 0) / Math.max(1, scores.length) * points),
        levels: [...new Set(counted.flatMap(each => levelOf(criterion, each)?.text ?? []))],
        comments: counted.flatMap(each => each[criterion.id]?.comment?.trim() ? [each[criterion.id]!.comment!.trim()] : [])
    }));
}

const percentOf = (share: number): string => `${Number((share * 100).toFixed(1))} %`;

/** Notes for markers with the rubric below them, as programs without rubrics show them. */
export const notesWithRubric = (hints: string | undefined, criteria: readonly Criterion[] | null): string | undefined => criteria ? [...hints === undefined ? [] : [hints], rubricText(criteria)].join('\n\n') : hints;

/** The notes without a rubric that went out with them; undefined where nothing else is left. */
export function notesWithoutRubric(notes: string | undefined, criteria: readonly Criterion[]): string | undefined {
    const rubric = rubricText(criteria);
    const rest = notes?.endsWith(rubric) ? notes.slice(0, -rubric.length).trimEnd() : notes;
    return rest === '' ? undefined : rest;
}

/** A rubric in Markdown, for programs that know none: what they show their markers. */
export function rubricText(criteria: readonly Criterion[]): string {
    const shares = criterionShares(criteria);
    const line = (written: string): string => written.trim().replaceAll(/\s+/gu, ' ');
    return criteria.map((each, place) => `- ${line(each.text)} (${percentOf(shares[place]!)}${each.critical ? ', !' : ''})\n${each.levels.map(level => `  - ${level.points}: ${line(level.text)}`).join('\n')}`).join('\n');
}
