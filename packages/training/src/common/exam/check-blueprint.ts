import { allotQuestions } from './allot-questions';
import { type BankEntry, type Blueprint, type BlueprintRule, fits, questionsIn, rulesOf, wantedBy } from './blueprint';

/**
 * What is wrong with a blueprint, and where (`sections.0.rules.1`):
 * - `no-questions`: it asks nothing, or a section does
 * - `untitled`: a section has no title among several
 * - `too-few`: so many questions fit (`found`) of so many (`wanted`)
 * - `shared`: enough questions fit, but other rules need the same ones: so many are left (`found`)
 * - `question-gone`: so many fixed questions (`gone`) cannot be asked any more
 * - `question-twice`: a question is fixed more than once
 */
export interface BlueprintProblem { readonly path: string; readonly code: 'no-questions' | 'untitled' | 'too-few' | 'shared' | 'question-gone' | 'question-twice'; readonly detail?: Readonly<Record<string, number>> }

/** How many questions fit a rule, and how many of them it would be given. */
export interface RuleSupply { readonly ruleId: string; readonly wanted: number; readonly fitting: number; readonly given: number }

export interface BlueprintCheck { readonly problems: readonly BlueprintProblem[]; readonly supply: readonly RuleSupply[]; readonly questions: number }

/** What the rules of a blueprint are given of a bank in this order: places in the bank, by rule. Fixed questions are not drawn. */
export function allot(rules: readonly BlueprintRule[], bank: readonly BankEntry[]): readonly (readonly number[])[] {
    const places = new Map(bank.map((each, place) => [each.id, place]));
    const fixed = new Set(rules.flatMap(each => each.kind === 'fixed' ? each.questionIds : []));
    const drawn = allotQuestions(rules.map(each => each.kind === 'drawn'
        ? { count: each.count, candidates: bank.flatMap((entry, place) => !fixed.has(entry.id) && fits(entry, each.where) ? [place] : []) } : { count: 0, candidates: [] }));
    return rules.map((each, place) => each.kind === 'drawn' ? drawn[place]! : each.questionIds.flatMap(id => places.get(id) ?? []));
}

/** Holds a blueprint against the questions that may be asked. */
export function checkBlueprint(blueprint: Pick<Blueprint, 'sections'>, bank: readonly BankEntry[]): BlueprintCheck {
    const rules = rulesOf(blueprint);
    const given = allot(rules, bank);
    const supply = rules.map((each, place): RuleSupply => ({
        ruleId: each.id, wanted: wantedBy(each), given: given[place]!.length, fitting: each.kind === 'drawn' ? bank.filter(entry => fits(entry, each.where)).length : given[place]!.length
    }));
    const fixed = rules.flatMap(each => each.kind === 'fixed' ? each.questionIds : []);
    const problems: BlueprintProblem[] = [];
    let place = 0;
    blueprint.sections.forEach((section, number) => {
        if (section.rules.length === 0) {
            problems.push({ path: `sections.${number}`, code: 'no-questions' });
        }
        if (section.title.trim() === '' && blueprint.sections.length > 1) {
            problems.push({ path: `sections.${number}.title`, code: 'untitled' });
        }
        section.rules.forEach((rule, ruleNumber) => {
            const { wanted, fitting, given: had } = supply[place++]!;
            const path = `sections.${number}.rules.${ruleNumber}`;
            if (wanted === 0) {
                problems.push({ path, code: 'no-questions' });
            } else if (rule.kind === 'fixed') {
                if (rule.questionIds.some(each => fixed.indexOf(each) !== fixed.lastIndexOf(each))) {
                    problems.push({ path, code: 'question-twice' });
                }
                if (had < wanted) {
                    problems.push({ path, code: 'question-gone', detail: { gone: wanted - had } });
                }
            } else if (fitting < wanted) {
                problems.push({ path, code: 'too-few', detail: { found: fitting, wanted } });
            } else if (had < wanted) {
                problems.push({ path, code: 'shared', detail: { found: had, wanted } });
            }
        });
    });
    if (blueprint.sections.length === 0) {
        problems.push({ path: 'sections', code: 'no-questions' });
    }
    return { problems, supply, questions: questionsIn(blueprint) };
}
