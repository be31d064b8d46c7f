import { FormDefinition, PlacedQuestion, Question, Section, allQuestions } from '../definition/form-definition';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';
import { scorablePoints } from '../kinds/scorable-points';
import { sameJson } from './canonical-form';

/** What changed at one question that both versions have. */
export interface QuestionChange {
    readonly question: string;
    /** The changed fields, in alphabetical order; `section` when it moved to another section. */
    readonly fields: readonly string[];
    /**
     * Whether its ratings can still be put in one series: the same answers are possible. Wording is for people to judge;
     * a condition decides which interactions are rated, not what a rating means.
     */
    readonly ratingsComparable: boolean;
    /** Whether it counts in the score as before. */
    readonly scoreComparable: boolean;
    /** Whether it counts among the critical errors as before. */
    readonly criticalErrorsComparable: boolean;
}

export interface SectionChange {
    readonly section: string;
    readonly fields: readonly Exclude<keyof Section, 'questions'>[];
}

/** The differences between two versions of a form, by the ids of sections and questions. */
export interface FormComparison {
    /** Changed fields of the form itself. */
    readonly fields: readonly Exclude<keyof FormDefinition, 'sections'>[];
    readonly sections: { readonly added: readonly string[]; readonly removed: readonly string[]; readonly changed: readonly SectionChange[] };
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly QuestionChange[];
    /** Sections or questions that both versions have stand in another order. */
    readonly reordered: boolean;
    /** The same answers give the same score in both versions, so that scores can be put in one series. */
    readonly scoreComparable: boolean;
    /** The same answers give the same critical errors. */
    readonly criticalErrorsComparable: boolean;
}

/** What of a question decides which answers are possible. */
const ratingEssence = ({ kind, notApplicable, options, min, max, step, favourable = true, settings }: Question): unknown =>
    [kind, notApplicable, options?.map(option => option.value), min, max, step, favourable, settings].map(part => part ?? null);

/** What decides whether an answer is a failure, and whether the question is asked. */
const failureEssence = (question: Question): unknown => [ratingEssence(question), question.failsOn ?? [], question.condition ?? null];

/** What decides how an answer counts in the score. */
const scoreEssence = (question: Question): unknown => {
    const { weight, condition, bonus, unscored = false, points = 1, options, better, critical } = question;
    return [
        ratingEssence(question), weight, condition ?? null, bonus ?? null, unscored, points, options?.map(option => option.points ?? null) ?? null, better ?? null,
        critical.effect, critical.effect === 'none' ? null : failureEssence(question)
    ];
};

/** What decides how an answer counts among the critical errors. */
const criticalEssence = (question: Question): unknown => question.critical.class === 'none' ? null : [question.critical.class, failureEssence(question)];

const changedOf = <T extends object, K extends keyof T>(fields: readonly K[], previous: T, next: T): readonly K[] =>
    fields.filter(field => !sameJson(previous[field], next[field]));

const fieldsOf = (...questions: readonly Question[]): readonly (keyof Question)[] =>
    [...new Set(questions.flatMap(question => Object.keys(question) as (keyof Question)[]))].sort();

const compareQuestion = (previous: PlacedQuestion, next: PlacedQuestion): readonly QuestionChange[] => {
    const fields = changedOf(fieldsOf(previous.question, next.question), previous.question, next.question);
    const moved = previous.section.id !== next.section.id;
    const same = (essence: (question: Question) => unknown): boolean => sameJson(essence(previous.question), essence(next.question));
    return fields.length === 0 && !moved ? [] : [{
        question: next.question.id,
        fields: moved ? [...fields, 'section'] : fields,
        ratingsComparable: same(ratingEssence),
        scoreComparable: !moved && same(scoreEssence),
        criticalErrorsComparable: same(criticalEssence)
    }];
};

/** Whether a question that one version lacks leaves scores as they are: no points, no adjustment, no effect. */
const isWithoutScore = ({ question }: PlacedQuestion, kinds: QuestionKinds): boolean =>
    scorablePoints(question, kinds) === 0 && !question.bonus && question.critical.effect === 'none';

const questionIds = (form: FormDefinition): readonly string[] => allQuestions(form).map(({ question }) => question.id);
const sectionIds = (form: FormDefinition): readonly string[] => form.sections.map(({ id }) => id);
const without = (ids: readonly string[], others: readonly string[]): readonly string[] => ids.filter(id => !others.includes(id));

/** Whether what both versions have stands in another order. */
const isReordered = (previous: readonly string[], next: readonly string[]): boolean =>
    !sameJson(previous.filter(id => next.includes(id)), next.filter(id => previous.includes(id)));

/** Compares two versions of a form. */
export const compareForms = (previous: FormDefinition, next: FormDefinition, kinds: QuestionKinds = builtInKinds): FormComparison => {
    const before = new Map(allQuestions(previous).map(entry => [entry.question.id, entry]));
    const after = new Map(allQuestions(next).map(entry => [entry.question.id, entry]));
    const single = [...[...before.values()].filter(({ question }) => !after.has(question.id)), ...[...after.values()].filter(({ question }) => !before.has(question.id))];
    const changed = [...after.values()].flatMap(entry => {
        const earlier = before.get(entry.question.id);
        return earlier ? compareQuestion(earlier, entry) : [];
    });
    const changedSections = next.sections.flatMap((section): readonly SectionChange[] => {
        const earlier = previous.sections.find(({ id }) => id === section.id);
        const fields = earlier ? changedOf(['title', 'description', 'weight', 'condition'], earlier, section) : [];
        return fields.length === 0 ? [] : [{ section: section.id, fields }];
    });
    const sameConditions = changedSections.every(({ fields }) => !fields.includes('condition'));
    return {
        fields: changedOf(['title', 'description', 'languages', 'scoring'], previous, next),
        sections: {
            added: without(sectionIds(next), sectionIds(previous)),
            removed: without(sectionIds(previous), sectionIds(next)),
            changed: changedSections
        },
        added: without(questionIds(next), questionIds(previous)),
        removed: without(questionIds(previous), questionIds(next)),
        changed,
        reordered: isReordered(questionIds(previous), questionIds(next)) || isReordered(sectionIds(previous), sectionIds(next)),
        scoreComparable: sameConditions
            && single.every(entry => isWithoutScore(entry, kinds))
            && changed.every(({ scoreComparable }) => scoreComparable)
            && changedSections.every(({ fields }) => !fields.includes('weight'))
            && (previous.scoring?.scored ?? true) === (next.scoring?.scored ?? true),
        criticalErrorsComparable: sameConditions
            && single.every(({ question }) => question.critical.class === 'none')
            && changed.every(({ criticalErrorsComparable }) => criticalErrorsComparable)
    };
};
