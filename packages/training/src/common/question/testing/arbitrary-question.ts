import fc from 'fast-check';
import type { AcceptedNumber, Choice, Criterion, Gap, Question, QuestionAnswer } from '../question';

/** Words with everything in them that a format may stumble over. */
export const written = (): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom('call', 'the', '客户', 'a = b', 'a: b', '{x}', '~no', '50%', '#1', '->', '//', '\\', '"quoted"', "it's", '<b>', '&amp;', '*', '_', '[1]', 'A.', '1822:5', '$5'), { minLength: 1, maxLength: 6 }).map(words => words.join(' '));

export const distinct = (minLength: number, maxLength: number): fc.Arbitrary<string[]> => fc.uniqueArray(written(), { minLength, maxLength });
const feedback = (): fc.Arbitrary<string | undefined> => fc.option(written(), { nil: undefined });
const wrongShare = (): fc.Arbitrary<number> => fc.constantFrom(0, 0.5, 1 / 3, 0.25, -0.5, -1);

const stripped = <Value extends object>(value: Value): Value => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;

const common = (): fc.Arbitrary<{ prompt: string; points: number; feedback?: string }> =>
    fc.record({ prompt: written(), points: fc.constantFrom(1, 2, 2.5), feedback: feedback() }).map(each => stripped(each) as { prompt: string; points: number; feedback?: string });

export const someChoices = (): fc.Arbitrary<Choice[]> => distinct(2, 5).chain(texts => fc.tuple(fc.nat({ max: texts.length - 1 }), fc.array(wrongShare(), { minLength: 5, maxLength: 5 }), fc.array(feedback(), { minLength: 5, maxLength: 5 }))
    .map(([right, shares, said]) => texts.map((text, at) => stripped({ id: `c${at}`, text, share: at === right ? 1 : shares[at] ?? 0, feedback: said[at] }) as Choice)));

const multipleChoices = (): fc.Arbitrary<Choice[]> => fc.integer({ min: 1, max: 4 }).chain(right => distinct(right + 1, right + 3)
    .map(texts => texts.map((text, at) => ({ id: `c${at}`, text, share: at < right ? 1 / right : -1 / right }))));

export const someNumbers = (): fc.Arbitrary<AcceptedNumber[]> => fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0, 0.5, 5), fc.boolean()), { minLength: 1, maxLength: 3 })
    .map(all => all.map(([value, tolerance, range], at) => {
        const credited = { id: `n${at}`, share: at === 0 ? 1 : 0.5 };
        return range ? { ...credited, minimum: value, maximum: value + tolerance } : { ...credited, value, tolerance };
    }));

const someTexts = (): fc.Arbitrary<Choice[]> => distinct(1, 3).map(texts => texts.map((text, at) => ({ id: `t${at}`, text, share: at === 0 ? 1 : 0.5 })));

const someGaps = (): fc.Arbitrary<Gap[]> => fc.array(fc.oneof<fc.Arbitrary<Gap>[]>(
    someTexts().map(accepted => ({ id: '', weight: 1, kind: 'short', accepted, caseSensitive: false })),
    someNumbers().map(accepted => ({ id: '', weight: 2, kind: 'numeric', accepted })),
    someChoices().map(choices => ({ id: '', weight: 1, kind: 'choice', choices, shuffle: false }))
), { minLength: 1, maxLength: 3 }).map(gaps => gaps.map((gap, at) => ({ ...gap, id: String(at + 1) })));

export const someCriteria = (): fc.Arbitrary<Criterion[]> => distinct(1, 3).chain(texts => fc.tuple(...texts.map((text, at) => fc.record({
    id: fc.constant(`k${at}`), text: fc.constant(text), weight: fc.constantFrom(1, 2, 0.5), critical: fc.boolean(),
    levels: distinct(2, 4).map(levels => levels.map((level, points) => ({ id: `l${points}`, points, text: level })))
}))));

const formId = '01934b2e-0000-7000-8000-000000000001';

/** Sound questions of every kind. */
export const someQuestion = (): fc.Arbitrary<Question> => common().chain(shared => fc.oneof<fc.Arbitrary<Question>[]>(
    fc.tuple(someChoices(), fc.boolean()).map(([choices, shuffle]) => ({ ...shared, kind: 'single', choices, shuffle })),
    fc.tuple(multipleChoices(), fc.boolean()).map(([choices, shuffle]) => ({ ...shared, kind: 'multiple', choices, shuffle, credit: 'shares' })),
    fc.tuple(fc.boolean(), feedback(), feedback()).map(([answer, feedbackTrue, feedbackFalse]) => stripped({ ...shared, kind: 'true-false' as const, answer, feedbackTrue, feedbackFalse })),
    someTexts().map(accepted => ({ ...shared, kind: 'short', accepted, caseSensitive: false })),
    someNumbers().map(accepted => ({ ...shared, kind: 'numeric', accepted })),
    fc.tuple(distinct(2, 4), distinct(4, 6), fc.boolean()).map(([stems, matches, shuffle]) => ({
        ...shared, kind: 'matching', shuffle, pairs: stems.map((stem, at) => ({ id: `s${at}`, stem, matchId: `m${at}`, match: matches[at] ?? '' })), extras: matches.slice(stems.length).map((text, at) => ({ id: `x${at}`, text }))
    })),
    fc.tuple(distinct(2, 5), fc.constantFrom('all-or-nothing' as const, 'position' as const, 'distance' as const, 'next' as const, 'longest-run' as const)).map(([texts, credit]) => ({ ...shared, kind: 'ordering', credit, items: texts.map((text, at) => ({ id: `o${at}`, text })) })),
    someGaps().map(gaps => ({ ...shared, kind: 'gaps', prompt: `${shared.prompt} ${gaps.map(gap => `[[${gap.id}]] x`).join(' ')}`, gaps })),
    fc.tuple(feedback(), feedback(), fc.option(someCriteria(), { nil: undefined })).map(([template, hints, criteria]) => stripped({ ...shared, kind: 'essay' as const, template, hints, criteria })),
    fc.constant({ ...shared, kind: 'listening', recording: 'earshot:/quality/interactions/1', form: { formId, version: 2 }, expert: { greeting: { value: 3 }, calm: { value: 'yes' } }, tolerance: 1 })
));

/** The answer that earns everything, where a program can say. */
export function rightAnswer(question: Question): QuestionAnswer {
    switch (question.kind) {
        case 'single':
            return { kind: 'single', choice: question.choices.find(choice => choice.share === 1)?.id ?? null };
        case 'multiple':
            return { kind: 'multiple', choices: question.choices.filter(choice => choice.share > 0).map(choice => choice.id) };
        case 'true-false':
            return { kind: 'true-false', value: question.answer };
        case 'short':
            return { kind: 'short', text: question.accepted[0]?.text.replaceAll('\\*', '*') ?? '' };
        case 'numeric':
            return { kind: 'numeric', text: numberOf(question.accepted) };
        case 'matching':
            return { kind: 'matching', matches: Object.fromEntries(question.pairs.map(pair => [pair.id, pair.matchId])) };
        case 'ordering':
            return { kind: 'ordering', items: question.items.map(item => item.id) };
        case 'gaps':
            return { kind: 'gaps', gaps: Object.fromEntries(question.gaps.map(gap => [gap.id, rightGap(gap)])) };
        case 'essay':
            return { kind: 'essay', text: 'An essay' };
        case 'listening':
            return { kind: 'listening', answers: question.expert };
    }
}

const numberOf = (accepted: readonly AcceptedNumber[]): string => accepted[0] === undefined ? '' : String('value' in accepted[0] ? accepted[0].value : accepted[0].minimum);

const rightGap = (gap: Gap): string => gap.kind === 'choice' ? gap.choices.find(choice => choice.share === 1)?.id ?? '' : gap.kind === 'numeric' ? numberOf(gap.accepted) : gap.accepted[0]?.text ?? '';
