import { itemAnalysis, type ItemFigure, type ItemFigures, type Reason, type TestFigure, type TestFigures } from '@earshot/statistics';
import { type Blueprint, rulesOf } from '../exam/blueprint';
import type { Question, QuestionAnswer } from '../question/question';
import { chosenTexts, optionsOf } from './answered-options';
import { concernOf, fewestPeople, type ItemConcern } from './item-concern';
import { responseTimes, type ResponseTimes } from './response-time';

/** One question of a paper that was handed in. `points` as they are now, marked anew or not; null while they wait for a mark. */
export interface SatItem { readonly questionId: string; readonly versionId: string; readonly question: Question; readonly points: number | null; readonly answer: QuestionAnswer | null; /** How long it was in view, in milliseconds; null where that was not measured. */ readonly viewedMs: number | null }
/** What somebody handed in first. */
export interface SatPaper { readonly submittedAt: Date; readonly minutes: number; readonly items: readonly SatItem[] }

/** A figure, or why there is none. */
export interface Figure { readonly value: number | null; readonly reason: Reason | null }

/** How many chose an option, of those with this wording: of all, of the upper and of the lower group. */
export interface OptionCount { readonly text: string; readonly share: number; readonly all: number; readonly upper: number; readonly lower: number }

export interface AnalysedItem {
    readonly questionId: string; readonly versionId: string; readonly kind: Question['kind']; readonly prompt: string; readonly points: number;
    /** People whose points are known, with this wording. */
    readonly n: number;
    /** People who were asked it in another wording: their answers do not count. */
    readonly otherWording: number;
    readonly difficulty: Figure; readonly variance: Figure; readonly discrimination: Figure; readonly itemRest: Figure; readonly alphaIfDeleted: Figure;
    readonly options: readonly OptionCount[] | null;
    /** Of those with this wording; null where of nobody it was measured. */
    readonly times: ResponseTimes | null;
    readonly concern: ItemConcern | null;
}

export interface AnalysedTest {
    /** People with points in every question: what concerns the whole rests on them. */
    readonly n: number;
    /** People in each of the two groups. */
    readonly groupSize: number;
    /** Points that can be reached. */
    readonly of: number;
    readonly mean: Figure; readonly standardDeviation: Figure; readonly alpha: Figure; readonly kr20: Figure; readonly standardErrorOfMeasurement: Figure;
    /** From the beginning to handing in; null without anybody. */
    readonly medianMinutes: number | null;
}

/** `drawn`: people had different questions, so that their sums cannot be compared; `too-few`: fewer people than {@link fewestPeople}. */
export type NoAnalysis = 'drawn' | 'too-few';
export type ExamAnalysis = { readonly people: number } & ({ readonly hidden: NoAnalysis } | { readonly hidden: null; readonly test: AnalysedTest; readonly items: readonly AnalysedItem[] });

const namedQuestions = ({ items }: SatPaper): string => items.map(each => each.questionId).sort().join();

const median = (values: readonly number[]): number | null => {
    const ordered = [...values].sort((one, other) => one - other);
    const middle = ordered.length >> 1;
    return ordered.length === 0 ? null : ordered.length % 2 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
};

/** The figures of an exam that everybody sat alike. @param papers of each person the first: who sits it again knows the questions */
export function analyseItems(blueprint: Pick<Blueprint, 'sections'>, papers: readonly SatPaper[]): ExamAnalysis {
    const people = papers.length;
    const drawn = rulesOf(blueprint).some(each => each.kind === 'drawn');
    if (new Set(papers.map(namedQuestions)).size > 1 || drawn && people < fewestPeople) {
        return { people, hidden: 'drawn' };
    }
    if (people < fewestPeople) {
        return { people, hidden: 'too-few' };
    }
    const latest = papers.reduce((last, each) => each.submittedAt > last.submittedAt ? each : last);
    const order = rulesOf(blueprint).flatMap(each => each.kind === 'fixed' ? each.questionIds : []);
    const wordings = [...latest.items].sort((one, other) => order.indexOf(one.questionId) - order.indexOf(other.questionId));
    /** Of each person what they were asked in the present wording. */
    const answered = papers.map(({ items }) => wordings.map(({ questionId, versionId }) => items.find(each => each.questionId === questionId && each.versionId === versionId)));
    const scores = answered.map(row => row.map(each => each?.points ?? null));
    // points are kept in thousandths and may lie above those of the question by less than that
    const maxima = wordings.map(({ question }, place) => Math.max(question.points, ...scores.flatMap(row => row[place] ?? [])));
    const { items, test, groups } = itemAnalysis(scores, { maxima });
    const [upper, lower] = [groups?.upper ?? [], groups?.lower ?? []].map(each => new Set(each));
    return {
        people, hidden: null,
        test: {
            n: test.n, groupSize: test.groupSize, of: wordings.reduce((sum, each) => sum + each.question.points, 0), medianMinutes: median(papers.map(each => each.minutes)),
            mean: ofTest(test, 'mean'), standardDeviation: ofTest(test, 'standardDeviation'), alpha: ofTest(test, 'alpha'), kr20: ofTest(test, 'kr20'), standardErrorOfMeasurement: ofTest(test, 'standardErrorOfMeasurement')
        },
        items: wordings.map(({ questionId, versionId, question }, place): AnalysedItem => {
            const figures = items[place]!;
            const asked = answered.map(row => row[place]);
            return {
                questionId, versionId, kind: question.kind, prompt: question.prompt, points: question.points, n: figures.n, otherWording: asked.filter(each => !each).length,
                difficulty: ofItem(figures, 'difficulty'), variance: ofItem(figures, 'variance'), discrimination: ofItem(figures, 'discrimination'), itemRest: ofItem(figures, 'itemRest'), alphaIfDeleted: ofItem(figures, 'alphaIfDeleted'),
                options: countOptions(asked, upper!, lower!), times: responseTimes(asked.flatMap(each => each?.viewedMs ?? []), fewestPeople), concern: figures.n < fewestPeople ? null : concernOf(figures)
            };
        })
    };
}

const ofItem = (figures: ItemFigures, name: ItemFigure): Figure => ({ value: figures[name], reason: figures.reasons[name] ?? null });
const ofTest = (figures: TestFigures, name: TestFigure): Figure => ({ value: figures[name], reason: figures.reasons[name] ?? null });

/** @param asked by row; undefined for whoever was asked in another wording */
function countOptions(asked: readonly (SatItem | undefined)[], upper: ReadonlySet<number>, lower: ReadonlySet<number>): readonly OptionCount[] | null {
    const options = optionsOf(asked.find(each => each)!.question);
    if (!options) {
        return null;
    }
    const chosen = asked.map(each => each ? chosenTexts(each.question, each.answer) : []);
    const countOf = (text: string, among?: ReadonlySet<number>): number => chosen.filter((texts, row) => (!among || among.has(row)) && texts.includes(text)).length;
    return options.map(({ text, share, gap = 0 }) => ({ gap, count: { text, share, all: countOf(text), upper: countOf(text, upper), lower: countOf(text, lower) } }))
        .sort((one, other) => one.gap - other.gap || other.count.share - one.count.share || other.count.all - one.count.all).map(each => each.count);
}
