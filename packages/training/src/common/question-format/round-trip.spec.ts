import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EssayQuestion, Question } from '../question/question';
import { notesWithRubric, rubricOf } from '../question/rubric';
import { distinct, someQuestion, written } from '../question/testing/arbitrary-question';
import { formats } from './formats';
import type { LossCode, QuestionEntry, QuestionFormatName, RefusalCode } from './question-format';
import { nameFrom, questionFormats } from './question-format';

const someEntry = (): fc.Arbitrary<QuestionEntry> => fc.record({
    question: someQuestion(), name: written(), category: fc.constantFrom('', 'Service', 'Service/Greeting'), tags: fc.oneof(fc.constant([]), distinct(0, 2)), externalId: fc.constantFrom(null, 'q-1', '中文')
});

/** Ids are places in files; what a format does not carry is what it has without. */
function leveled({ question, ...entry }: QuestionEntry, lost: readonly (LossCode | RefusalCode)[]): unknown {
    const without = (code: LossCode): boolean => lost.includes(code);
    const { feedback, ...rest } = question;
    const all = JSON.parse(JSON.stringify({ ...rest, ...without('feedback') || feedback === undefined ? {} : { feedback: feedback.trim() } }), (key, value: unknown) =>
        isRange(value) ? { share: value.share, value: middle(value), tolerance: (value.maximum - value.minimum) / 2 } : key === 'id' || key === 'matchId' || key === 'feedback' && without('feedback') ? undefined : isAnswer(value) && without('answer-feedback') ? { ...value, feedback: undefined } : key === 'share' && typeof value === 'number' ? Number((without('shares') && value !== 1 ? 0 : value).toFixed(4)) : value) as Record<string, unknown>;
    const gone: readonly [LossCode, string][] = [['recording', 'recording'], ['unit', 'unit'], ['hints', 'hints'], ['template', 'template'], ['rubric', 'criteria'], ['rubric-as-text', 'criteria'], ['otherwise', 'otherwise']];
    if (without('rubric-as-text')) { all.hints = notesWithRubric((question as EssayQuestion).hints, rubricOf(question)); }
    gone.filter(([code]) => without(code)).forEach(([, key]) => { all[key] = undefined; });
    return JSON.parse(JSON.stringify({
        question: { ...all, points: without('points') ? 1 : question.points, ...'shuffle' in all ? { shuffle: without('shuffle') ? true : all.shuffle } : {}, ...'credit' in all && without('credit') ? { credit: 'all-or-nothing' } : {} },
        name: without('name') ? nameFrom(question.prompt) : entry.name, category: without('category') ? '' : entry.category, tags: without('tags') ? [] : entry.tags, externalId: without('external-id') ? null : entry.externalId
    }));
}

const isAnswer = (value: unknown): value is object => typeof value === 'object' && value !== null && 'share' in value;
interface Range { readonly share: number; readonly minimum: number; readonly maximum: number }
const isRange = (value: unknown): value is Range => typeof value === 'object' && value !== null && 'minimum' in value;
/** From a number to another is the same as the number between them, give or take half the way. */
const middle = ({ minimum, maximum }: Range): number => (minimum + maximum) / 2;

describe.each(questionFormats)('%s', (name: QuestionFormatName) => {
    it('brings back what it carries, and says what it does not', () => {
        const format = formats[name];
        fc.assert(fc.property(fc.array(someEntry(), { minLength: 1, maxLength: 4 }), entries => {
            const { text, left } = format.write(entries);
            const { questions, problems } = format.read(text);
            expect(problems).toEqual([]);
            const carried = entries.flatMap((entry, place) => {
                const said = left.find(each => each.place === place);
                return said?.carried === false ? [] : [leveled(entry, said?.codes ?? [])];
            });
            expect(questions.map(({ line: _line, notes: _notes, ...entry }) => leveled(entry, []))).toEqual(carried);
        }), { numRuns: 300 });
    });
    it('writes questions of some kind', () => {
        const kinds = new Set<Question['kind']>();
        fc.assert(fc.property(someEntry(), entry => { if (formats[name].write([entry]).left.every(each => each.carried)) { kinds.add(entry.question.kind); } }), { numRuns: 300 });
        expect(kinds).toContain('single');
    });
});
