import { type Condition, type FormDefinition, type Question, type Section, type QuestionKinds, allQuestions, builtInKinds, kindFields, notCritical } from '@earshot/forms';

/** What of a form is being edited: the form itself, a section, or a question in it, by their places. */
export interface FormPlace { readonly section?: number; readonly question?: number }

/** A form after an edit, and what is to be edited next. */
export interface FormEdit { readonly form: FormDefinition; readonly place: FormPlace }

/** Without the members that are undefined: in a form, what is absent has no key. */
export const present = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

const replaced = <T>(list: readonly T[], index: number, entry: T): readonly T[] => list.map((each, position) => position === index ? entry : each);
const inserted = <T>(list: readonly T[], index: number, entry: T): readonly T[] => [...list.slice(0, index), entry, ...list.slice(index)];
const removed = <T>(list: readonly T[], index: number): readonly T[] => list.filter((_, position) => position !== index);

const withSections = (form: FormDefinition, sections: readonly Section[]): FormDefinition => ({ ...form, sections });

export const replaceSection = (form: FormDefinition, index: number, section: Section): FormDefinition => withSections(form, replaced(form.sections, index, section));

export const replaceQuestion = (form: FormDefinition, section: number, index: number, question: Question): FormDefinition => {
    const before = form.sections[section]!;
    return replaceSection(form, section, { ...before, questions: replaced(before.questions, index, question) });
};

/** `stem`, or `stem-2`, `stem-3` … until nothing is called that. */
const unused = (stem: string, taken: ReadonlySet<string>): string => {
    for (let count = 1; ; count++) {
        const id = count === 1 ? stem : `${stem}-${count}`;
        if (!taken.has(id)) {
            return id;
        }
    }
};
const sectionIds = (form: FormDefinition): ReadonlySet<string> => new Set(form.sections.map(({ id }) => id));
const questionIds = (form: FormDefinition): ReadonlySet<string> => new Set(allQuestions(form).map(({ question }) => question.id));
const stemOf = (id: string): string => id.replace(/-\d+$/, '').slice(0, 58);

/** An empty section after the one that is being edited, or at the end. */
export const addSection = (form: FormDefinition, { section = form.sections.length - 1 }: FormPlace): FormEdit => ({
    form: withSections(form, inserted(form.sections, section + 1, { id: unused('section', sectionIds(form)), title: {}, questions: [] })), place: { section: section + 1 }
});

/** An empty question after the one that is being edited, or at the end of the section; a form without sections gets one. */
export const addQuestion = (form: FormDefinition, place: FormPlace, kind = 'yes-no', kinds: QuestionKinds = builtInKinds): FormEdit => {
    if (form.sections.length === 0) {
        return addQuestion(addSection(form, {}).form, { section: 0 }, kind, kinds);
    }
    const section = place.section ?? form.sections.length - 1;
    const { questions } = form.sections[section]!;
    const at = (place.question ?? questions.length - 1) + 1;
    const plain: Question = { id: unused('question', questionIds(form)), text: {}, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical };
    const question = kind === plain.kind ? plain : changeKind(plain, kind, kinds);
    return { form: replaceSection(form, section, { ...form.sections[section]!, questions: inserted(questions, at, question) }), place: { section, question: at } };
};

/** A condition after some of the questions in it were given other ids. */
const renamed = (condition: Condition, names: ReadonlyMap<string, string>): Condition => {
    if ('all' in condition) {
        return { all: condition.all.map(part => renamed(part, names)) };
    }
    if ('any' in condition) {
        return { any: condition.any.map(part => renamed(part, names)) };
    }
    return 'not' in condition ? { not: renamed(condition.not, names) } : { ...condition, question: names.get(condition.question) ?? condition.question };
};
const withCondition = <T extends { readonly condition?: Condition }>(entry: T, names: ReadonlyMap<string, string>): T =>
    entry.condition ? { ...entry, condition: renamed(entry.condition, names) } : entry;

/** Once more what is being edited, with ids of its own; conditions within a section speak about its own questions. */
export const duplicate = (form: FormDefinition, { section, question }: FormPlace): FormEdit => {
    if (section === undefined) {
        return { form, place: {} };
    }
    const original = form.sections[section]!;
    if (question !== undefined) {
        const entry = original.questions[question]!;
        const copy = { ...entry, id: unused(stemOf(entry.id), questionIds(form)) };
        return { form: replaceSection(form, section, { ...original, questions: inserted(original.questions, question + 1, copy) }), place: { section, question: question + 1 } };
    }
    const taken = new Set(questionIds(form));
    const names = new Map(original.questions.map(({ id }) => {
        const name = unused(stemOf(id), taken);
        taken.add(name);
        return [id, name] as const;
    }));
    const copy = { ...original, id: unused(stemOf(original.id), sectionIds(form)), questions: original.questions.map(each => ({ ...withCondition(each, names), id: names.get(each.id)! })) };
    return { form: withSections(form, inserted(form.sections, section + 1, copy)), place: { section: section + 1 } };
};

/** Moves what is being edited one place up (-1) or down (1); a question goes on into the neighbouring section. undefined where there is no place. */
export const move = (form: FormDefinition, { section, question }: FormPlace, direction: 1 | -1): FormEdit | undefined => {
    const neighbour = section === undefined ? undefined : form.sections[section + direction];
    if (section === undefined) {
        return undefined;
    }
    const here = form.sections[section]!;
    if (question === undefined) {
        return neighbour && { form: withSections(form, replaced(replaced(form.sections, section, neighbour), section + direction, here)), place: { section: section + direction } };
    }
    const entry = here.questions[question]!;
    const other = here.questions[question + direction];
    if (other) {
        return { form: replaceSection(form, section, { ...here, questions: replaced(replaced(here.questions, question, other), question + direction, entry) }), place: { section, question: question + direction } };
    }
    if (!neighbour) {
        return undefined;
    }
    const at = direction === 1 ? 0 : neighbour.questions.length;
    const without = replaceSection(form, section, { ...here, questions: removed(here.questions, question) });
    return { form: replaceSection(without, section + direction, { ...neighbour, questions: inserted(neighbour.questions, at, entry) }), place: { section: section + direction, question: at } };
};

/** Where something is put down: a section before the section at this place, a question before the one at this place of a section. Places are those before anything is moved. */
export type Gap = { readonly section: number; readonly question?: number };

/** Moves a section or a question into a gap. undefined where that changes nothing. */
export const moveTo = (form: FormDefinition, { section, question }: FormPlace, gap: Gap): FormEdit | undefined => {
    if (section === undefined || question === undefined !== (gap.question === undefined)) {
        return undefined;
    }
    if (question === undefined) {
        const at = gap.section > section ? gap.section - 1 : gap.section;
        return at === section ? undefined : { form: withSections(form, inserted(removed(form.sections, section), at, form.sections[section]!)), place: { section: at } };
    }
    const at = gap.section === section && gap.question! > question ? gap.question! - 1 : gap.question!;
    if (gap.section === section && at === question) {
        return undefined;
    }
    const entry = form.sections[section]!.questions[question]!;
    const without = replaceSection(form, section, { ...form.sections[section]!, questions: removed(form.sections[section]!.questions, question) });
    const target = without.sections[gap.section]!;
    return { form: replaceSection(without, gap.section, { ...target, questions: inserted(target.questions, at, entry) }), place: { section: gap.section, question: at } };
};

/** Something that was taken away, to be put back whatever was done since. */
export type Removed = { readonly section: Section; readonly at: number } | { readonly question: Question; readonly at: number; readonly sectionId: string };

/** What `remove` would take away. */
export const removable = (form: FormDefinition, { section, question }: FormPlace): Removed | undefined => {
    const here = section === undefined ? undefined : form.sections[section];
    const entry = question === undefined ? undefined : here?.questions[question];
    return !here ? undefined : entry ? { question: entry, at: question!, sectionId: here.id } : { section: here, at: section! };
};

/**
 * Puts back what was taken away, where it stood as far as that is still there. What was done meanwhile stays: it is not a step back, but
 * a step of its own. An id that was given to something else meanwhile is replaced.
 */
export const restore = (form: FormDefinition, part: Removed): FormEdit => {
    if ('section' in part) {
        const at = Math.min(part.at, form.sections.length);
        const taken = new Set(questionIds(form));
        const questions = part.section.questions.map(each => {
            const id = unused(each.id, taken);
            taken.add(id);
            return { ...each, id };
        });
        return { form: withSections(form, inserted(form.sections, at, { ...part.section, id: unused(part.section.id, sectionIds(form)), questions })), place: { section: at } };
    }
    const home = form.sections.findIndex(({ id }) => id === part.sectionId);
    const whole = form.sections.length ? form : addSection(form, {}).form;
    const section = home < 0 ? whole.sections.length - 1 : home;
    const here = whole.sections[section]!;
    const at = Math.min(part.at, here.questions.length);
    return { form: replaceSection(whole, section, { ...here, questions: inserted(here.questions, at, { ...part.question, id: unused(part.question.id, questionIds(form)) }) }), place: { section, question: at } };
};

/** Takes away what is being edited; what stood before it is edited next. */
export const remove = (form: FormDefinition, { section, question }: FormPlace): FormEdit => {
    if (section === undefined) {
        return { form, place: {} };
    }
    const here = form.sections[section]!;
    return question === undefined ? { form: withSections(form, removed(form.sections, section)), place: section > 0 ? { section: section - 1 } : {} }
        : { form: replaceSection(form, section, { ...here, questions: removed(here.questions, question) }), place: question > 0 ? { section, question: question - 1 } : { section } };
};

/** Gives a question another id, in the conditions that speak about it too. */
export const renameQuestion = (form: FormDefinition, section: number, index: number, id: string): FormDefinition => {
    const question = form.sections[section]!.questions[index]!;
    const names = new Map([[question.id, id]]);
    const unique = allQuestions(form).filter(each => each.question.id === question.id).length === 1;
    const followed = unique ? withSections(form, form.sections.map(each => ({ ...withCondition(each, names), questions: each.questions.map(one => withCondition(one, names)) }))) : form;
    return replaceQuestion(followed, section, index, { ...followed.sections[section]!.questions[index]!, id });
};

const defaultOptions = (kind: string): Question['options'] =>
    kind === 'scale' ? [1, 2, 3, 4, 5].map(value => ({ value, label: {} })) : kind === 'choice' ? ['a', 'b'].map(value => ({ value, label: {} })) : undefined;

/** Makes a question one of another kind: what only the old kind used goes, and what the new one cannot do without comes. */
export const changeKind = (question: Question, kind: string, kinds: QuestionKinds = builtInKinds): Question => {
    const used = new Set<string>(kinds.get(kind)?.fields ?? []);
    const kept = Object.fromEntries(Object.entries(question).filter(([field]) => !(kindFields as readonly string[]).includes(field) || used.has(field))) as unknown as Question;
    const { options: _options, examples: _examples, failsOn: _failsOn, commentRequiredOn: _required, bonus: _bonus, phrases: _phrases, ...rest } = kept; // they speak of answers of the old kind
    return { ...rest, kind, ...defaultOptions(kind) && { options: defaultOptions(kind) } };
};
