import { type FormDefinition, type PlacedQuestion, type Section, allQuestions } from '../definition/form-definition';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';
import { formShares } from '../scoring/form-shares';
import { type FormComparison, compareForms } from './compare-forms';
import { keptInPlace } from './kept-in-place';

/** What became of something between two versions. `same`: only its share is another one, because the weights around it changed. */
export type DifferenceKind = 'added' | 'removed' | 'changed' | 'same';

export interface QuestionDifference {
    readonly question: string;
    readonly kind: DifferenceKind;
    /** It stands in another section, or the others of its section were not moved around it but it around them. */
    readonly moved: boolean;
    /** The fields that say something else, in alphabetical order; none where it was added or removed. */
    readonly fields: readonly string[];
    readonly before: PlacedQuestion | undefined;
    readonly after: PlacedQuestion | undefined;
    /** 0 to 1 of the whole form with nothing "not applicable"; null where it takes no part in the score, or is not there. */
    readonly shareBefore: number | null;
    readonly shareAfter: number | null;
}

export interface SectionDifference {
    readonly section: string;
    readonly kind: DifferenceKind;
    readonly moved: boolean;
    readonly fields: readonly string[];
    readonly before: Section | undefined;
    readonly after: Section | undefined;
    readonly shareBefore: number | null;
    readonly shareAfter: number | null;
}

/** What is different between two versions of a form, in the order of the later one; what is gone stands at the end. */
export interface FormDifference {
    /** Fields of the form itself. */
    readonly fields: FormComparison['fields'];
    readonly sections: readonly SectionDifference[];
    readonly questions: readonly QuestionDifference[];
    /** Whether figures of both versions can stand in one series. */
    readonly comparison: FormComparison;
}

/** Shares that differ by less than this differ by rounding only. */
const noDifference = 1e-9;

/** The ids of what stands in both lists, but was moved among the others. */
const movedAmong = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
    const places = new Map(before.map((id, place) => [id, place]));
    const common = after.filter(id => places.has(id));
    const kept = keptInPlace(common.map(id => places.get(id)!));
    return new Set(common.filter((_, place) => !kept.has(place)));
};

const movedQuestions = (before: FormDefinition, after: FormDefinition): ReadonlySet<string> => {
    const sectionOf = new Map(allQuestions(before).map(({ question, section }) => [question.id, section.id]));
    return new Set(after.sections.flatMap(section => {
        const ids = section.questions.map(({ id }) => id);
        const elsewhere = ids.filter(id => sectionOf.has(id) && sectionOf.get(id) !== section.id);
        const earlier = before.sections.find(({ id }) => id === section.id)?.questions.map(({ id }) => id) ?? [];
        return [...elsewhere, ...movedAmong(earlier, ids)];
    }));
};

interface Shares { readonly sections: ReadonlyMap<string, number>; readonly questions: ReadonlyMap<string, number | null> }
const sharesById = (form: FormDefinition, kinds: QuestionKinds): Shares => {
    const shares = formShares(form, kinds);
    return {
        sections: new Map(form.sections.map(({ id }, place) => [id, shares[place]!.share])),
        questions: new Map(form.sections.flatMap((section, place) => section.questions.map(({ id }, index) => [id, shares[place]!.questions[index]!.share] as const)))
    };
};

const differs = (one: number | null, other: number | null): boolean => one === null || other === null ? one !== other : Math.abs(one - other) > noDifference;
/** Of two versions that both have it, whether there is anything to tell. */
const tells = ({ kind, moved, shareBefore, shareAfter }: { readonly kind: DifferenceKind; readonly moved: boolean; readonly shareBefore: number | null; readonly shareAfter: number | null }): boolean =>
    kind !== 'same' || moved || differs(shareBefore, shareAfter);

/** Compares two versions for people: what was added, removed, moved and changed, and what that does to the share of each question. */
export const formDifference = (before: FormDefinition, after: FormDefinition, kinds: QuestionKinds = builtInKinds): FormDifference => {
    const comparison = compareForms(before, after, kinds);
    const [sharesBefore, sharesAfter] = [sharesById(before, kinds), sharesById(after, kinds)];
    const questionsBefore = new Map(allQuestions(before).map(each => [each.question.id, each]));
    const changed = new Map(comparison.changed.map(each => [each.question, each.fields.filter(field => field !== 'section')]));
    const moved = movedQuestions(before, after);
    const movedSections = movedAmong(before.sections.map(({ id }) => id), after.sections.map(({ id }) => id));
    const sectionFields = new Map(comparison.sections.changed.map(each => [each.section, each.fields]));

    const questions = allQuestions(after).map((placed): QuestionDifference => {
        const { id } = placed.question;
        const earlier = questionsBefore.get(id);
        const fields = changed.get(id) ?? [];
        return {
            question: id, kind: !earlier ? 'added' : fields.length ? 'changed' : 'same', moved: moved.has(id), fields, before: earlier, after: placed,
            shareBefore: sharesBefore.questions.get(id) ?? null, shareAfter: sharesAfter.questions.get(id) ?? null
        };
    });
    const gone = comparison.removed.map((id): QuestionDifference => ({
        question: id, kind: 'removed', moved: false, fields: [], before: questionsBefore.get(id), after: undefined, shareBefore: sharesBefore.questions.get(id) ?? null, shareAfter: null
    }));
    const sections = after.sections.map((section): SectionDifference => {
        const earlier = before.sections.find(({ id }) => id === section.id);
        const fields = sectionFields.get(section.id) ?? [];
        return {
            section: section.id, kind: !earlier ? 'added' : fields.length ? 'changed' : 'same', moved: movedSections.has(section.id), fields, before: earlier, after: section,
            shareBefore: sharesBefore.sections.get(section.id) ?? null, shareAfter: sharesAfter.sections.get(section.id) ?? null
        };
    });
    const goneSections = comparison.sections.removed.map((id): SectionDifference => ({
        section: id, kind: 'removed', moved: false, fields: [], before: before.sections.find(each => each.id === id), after: undefined, shareBefore: sharesBefore.sections.get(id) ?? null, shareAfter: null
    }));
    return { fields: comparison.fields, sections: [...sections, ...goneSections].filter(tells), questions: [...questions, ...gone].filter(tells), comparison };
};
