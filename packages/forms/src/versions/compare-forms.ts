import { FormDefinition, PlacedQuestion, Question, Section, allQuestions } from '../definition/form-definition';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';
import { scorablePoints } from '../definition/scorable-points';
import { sameJson } from './canonical-form';

/** What changed at one question that both versions have. */
export interface QuestionChange {
    readonly question: string;
    /** The changed fields; `section` when it moved to another section. */
    readonly fields: readonly (keyof Question | 'section')[];
    /**
     * Whether its ratings can still be put in one series: same kind, same answers, same
     * failures. Wording is for people to judge; a condition decides which interactions are rated, not what a rating means.
     */
    readonly ratingsComparable: boolean;
    /** Whether it counts in the score as before. */
    readonly scoringUnchanged: boolean;
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
}

/** Every field of a question, and whether a change in it touches what a rating means or how it counts. */
const questionFields: Readonly<Record<Exclude<keyof Question, 'id'>, readonly ('rating' | 'score')[]>> = {
    text: [], help: [], examples: [], commentRequiredOn: [], optional: [],
    kind: ['rating', 'score'],
    weight: ['score'],
    notApplicable: ['rating', 'score'],
    critical: ['score'],
    condition: ['score'],
    bonus: ['score'],
    unscored: ['score'],
    points: ['score'],
    favourable: ['rating', 'score'],
    options: ['rating', 'score'],
    failsOn: ['rating', 'score'],
    min: ['rating', 'score'],
    max: ['rating', 'score'],
    step: ['rating'],
    better: ['score'],
    maximumLength: [],
    settings: ['rating', 'score']
};

const sectionFields = ['title', 'description', 'weight', 'condition'] as const;
const formFields = ['title', 'description', 'languages', 'scoring'] as const;

const changedOf = <T extends object, K extends keyof T>(fields: readonly K[], previous: T, next: T): readonly K[] =>
    fields.filter(field => !sameJson(previous[field], next[field]));

/** Options touch ratings by their values and order, and scores by their points; a new label is wording. */
const optionsTouch = (side: 'rating' | 'score', previous: Question, next: Question): boolean => {
    const essence = (question: Question): unknown => question.options?.map(({ value, points }) => side === 'rating' ? value : [value, points ?? null]);
    return !sameJson(essence(previous), essence(next));
};

const compareQuestion = (previous: PlacedQuestion, next: PlacedQuestion): readonly QuestionChange[] => {
    const fields = changedOf(Object.keys(questionFields) as (keyof typeof questionFields)[], previous.question, next.question);
    const moved = previous.section.id !== next.section.id;
    const touches = (side: 'rating' | 'score'): boolean => fields.some(field =>
        field === 'options' ? optionsTouch(side, previous.question, next.question) : questionFields[field].includes(side));
    return fields.length === 0 && !moved ? [] : [{
        question: next.question.id,
        fields: moved ? [...fields, 'section'] : fields,
        ratingsComparable: !touches('rating'),
        scoringUnchanged: !moved && !touches('score')
    }];
};

/** Whether a question that one version lacks leaves scores as they are: no points, no adjustment, no effect. */
const isWithoutScore = ({ question }: PlacedQuestion, kinds: QuestionKinds): boolean =>
    scorablePoints(question, kinds) === 0 && !question.bonus && question.critical.effect === 'none';

const commonOrder = (ids: readonly string[], others: ReadonlySet<string>): readonly string[] => ids.filter(id => others.has(id));

/** Compares two versions of a form. */
export const compareForms = (previous: FormDefinition, next: FormDefinition, kinds: QuestionKinds = builtInKinds): FormComparison => {
    const before = new Map(allQuestions(previous).map(entry => [entry.question.id, entry]));
    const after = new Map(allQuestions(next).map(entry => [entry.question.id, entry]));
    const sectionsBefore = new Map(previous.sections.map(section => [section.id, section]));
    const sectionsAfter = new Map(next.sections.map(section => [section.id, section]));

    const removed = [...before.values()].filter(({ question }) => !after.has(question.id));
    const added = [...after.values()].filter(({ question }) => !before.has(question.id));
    const changed = [...after.values()].flatMap(entry => {
        const earlier = before.get(entry.question.id);
        return earlier ? compareQuestion(earlier, entry) : [];
    });
    const changedSections = next.sections.flatMap((section): readonly SectionChange[] => {
        const earlier = sectionsBefore.get(section.id);
        const fields = earlier ? changedOf(sectionFields, earlier, section) : [];
        return fields.length === 0 ? [] : [{ section: section.id, fields }];
    });
    const questionIds = (form: FormDefinition): readonly string[] => allQuestions(form).map(({ question }) => question.id);
    const sectionIds = (form: FormDefinition): readonly string[] => form.sections.map(({ id }) => id);
    return {
        fields: changedOf(formFields, previous, next),
        sections: {
            added: sectionIds(next).filter(id => !sectionsBefore.has(id)),
            removed: sectionIds(previous).filter(id => !sectionsAfter.has(id)),
            changed: changedSections
        },
        added: added.map(({ question }) => question.id),
        removed: removed.map(({ question }) => question.id),
        changed,
        reordered: !sameJson(commonOrder(questionIds(previous), new Set(after.keys())), commonOrder(questionIds(next), new Set(before.keys())))
            || !sameJson(commonOrder(sectionIds(previous), new Set(sectionsAfter.keys())), commonOrder(sectionIds(next), new Set(sectionsBefore.keys()))),
        scoreComparable: [...added, ...removed].every(entry => isWithoutScore(entry, kinds))
            && changed.every(({ scoringUnchanged }) => scoringUnchanged)
            && changedSections.every(({ fields }) => !fields.includes('weight') && !fields.includes('condition'))
            && sameJson(previous.scoring?.scored ?? true, next.scoring?.scored ?? true)
    };
};
