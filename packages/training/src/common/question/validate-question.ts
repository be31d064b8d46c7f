import { fitsText } from './fits-text';
import { rubricOf } from './rubric';
import { gapPlaces, isGapId } from './gap-places';
import type { AcceptedNumber, AcceptedText, Choice, Criterion, Gap, GapsQuestion, MatchingQuestion, MultipleQuestion, Question } from './question';

export const questionProblemCodes = [
    'empty-text', 'points-out-of-range', 'duplicate-id', 'duplicate-text', 'too-few-choices', 'share-out-of-range', 'nothing-right', 'shares-do-not-add-up', 'never-reached',
    'number-out-of-range', 'bounds-reversed', 'extra-is-right', 'all-the-same', 'too-few-items', 'no-gap', 'gap-not-in-prompt', 'gap-twice-in-prompt', 'gap-unknown', 'invalid-gap-id', 'weight-out-of-range', 'no-recording', 'no-form', 'nothing-rated',
    'too-few-levels', 'no-level-earns', 'critical-without-choice'
] as const;
export type QuestionProblemCode = typeof questionProblemCodes[number];

/** What is wrong with a question. A screen words the code in the reader's language. */
export interface QuestionProblem {
    /** JSON pointer (RFC 6901) into the question. */
    readonly path: string;
    readonly code: QuestionProblemCode;
    /** An error forbids the review, a warning deserves a look. */
    readonly severity: 'error' | 'warning';
}

/** How far positive shares may be from 1 together: files write thirds and sevenths with few decimals. */
const enough = 1e-3;

export function validateQuestion(question: Question): readonly QuestionProblem[] {
    return [
        ...text('/prompt', question.prompt),
        ...question.points > 0 && question.points <= 1000 ? [] : [error('/points', 'points-out-of-range')],
        ...validateKind(question)
    ];
}

export const isSound = (problems: readonly QuestionProblem[]): boolean => problems.every(problem => problem.severity !== 'error');

function validateKind(question: Question): readonly QuestionProblem[] {
    switch (question.kind) {
        case 'single':
            return [...validateChoices('/choices', question.choices), ...someRight('/choices', question.choices)];
        case 'multiple':
            return [...validateChoices('/choices', question.choices), ...validateSum(question)];
        case 'short':
            return validateTexts('/accepted', question.accepted, question.caseSensitive);
        case 'numeric':
            return validateNumbers('/accepted', question.accepted);
        case 'matching':
            return validateMatching(question);
        case 'ordering':
            return [
                ...question.items.length < 2 ? [error('/items', 'too-few-items')] : [],
                ...validateItems('/items', question.items)
            ];
        case 'gaps':
            return validateGaps(question);
        case 'listening':
            return [
                ...question.recording.trim() === '' ? [error('/recording', 'no-recording')] : [],
                ...question.form.formId === '' ? [error('/form', 'no-form')] : [],
                ...Object.keys(question.expert).length === 0 ? [error('/expert', 'nothing-rated')] : [],
                ...question.tolerance >= 0 ? [] : [error('/tolerance', 'number-out-of-range')]
            ];
        case 'essay':
            return validateRubric(rubricOf(question) ?? []);
        case 'true-false':
            return [];
    }
}

const error = (path: string, code: QuestionProblemCode): QuestionProblem => ({ path, code, severity: 'error' });
const warning = (path: string, code: QuestionProblemCode): QuestionProblem => ({ path, code, severity: 'warning' });
const text = (path: string, written: string): readonly QuestionProblem[] => written.trim() === '' ? [error(path, 'empty-text')] : [];

/** What comes a second time; nothing that is not written is the same as anything. */
function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string, problem: (at: number) => QuestionProblem): readonly QuestionProblem[] {
    const first = new Map<string, number>();
    items.forEach((item, at) => first.has(keyOf(item)) || first.set(keyOf(item), at));
    return items.flatMap((item, at) => keyOf(item) === '' || first.get(keyOf(item)) === at ? [] : [problem(at)]);
}

const validateItems = (path: string, items: readonly { readonly id: string; readonly text: string }[]): readonly QuestionProblem[] => [
    ...items.flatMap((item, at) => text(`${path}/${at}/text`, item.text)),
    ...repeated(items, item => item.id, at => error(`${path}/${at}/id`, 'duplicate-id')),
    ...repeated(items, item => item.text.trim(), at => error(`${path}/${at}/text`, 'duplicate-text'))
];

const validateChoices = (path: string, choices: readonly Choice[]): readonly QuestionProblem[] => [
    ...choices.length < 2 ? [error(path, 'too-few-choices')] : [], ...validateItems(path, choices), ...validateShares(path, choices)
];

const validateShares = (path: string, credited: readonly { readonly share: number }[]): readonly QuestionProblem[] =>
    credited.flatMap((each, at) => each.share >= -1 && each.share <= 1 ? [] : [error(`${path}/${at}/share`, 'share-out-of-range')]);

const someRight = (path: string, credited: readonly { readonly share: number }[]): readonly QuestionProblem[] =>
    credited.some(each => each.share === 1) ? [] : [error(path, 'nothing-right')];

function validateSum({ choices, credit }: MultipleQuestion): readonly QuestionProblem[] {
    const sum = choices.reduce((total, choice) => total + Math.max(0, choice.share), 0);
    return sum === 0 ? [error('/choices', 'nothing-right')] : credit === 'shares' && Math.abs(sum - 1) > enough ? [error('/choices', 'shares-do-not-add-up')] : [];
}

const validateTexts = (path: string, accepted: readonly AcceptedText[], caseSensitive: boolean): readonly QuestionProblem[] => [
    ...accepted.flatMap((each, at) => text(`${path}/${at}/text`, each.text)),
    ...repeated(accepted, each => each.id, at => error(`${path}/${at}/id`, 'duplicate-id')),
    ...validateShares(path, accepted), ...someRight(path, accepted),
    ...accepted.flatMap((each, at) => accepted.slice(0, at).some(earlier => fitsText(each.text, earlier.text, caseSensitive)) ? [warning(`${path}/${at}/text`, 'never-reached')] : [])
];

const validateNumbers = (path: string, accepted: readonly AcceptedNumber[]): readonly QuestionProblem[] => [
    ...accepted.flatMap((each, at) => validateNumber(`${path}/${at}`, each)),
    ...repeated(accepted, each => each.id, at => error(`${path}/${at}/id`, 'duplicate-id')),
    ...validateShares(path, accepted), ...someRight(path, accepted)
];

function validateNumber(path: string, accepted: AcceptedNumber): readonly QuestionProblem[] {
    if ('value' in accepted) {
        return [...Number.isFinite(accepted.value) ? [] : [error(`${path}/value`, 'number-out-of-range')], ...accepted.tolerance >= 0 && Number.isFinite(accepted.tolerance) ? [] : [error(`${path}/tolerance`, 'number-out-of-range')]];
    }
    return !Number.isFinite(accepted.minimum) || !Number.isFinite(accepted.maximum) ? [error(path, 'number-out-of-range')] : accepted.minimum > accepted.maximum ? [error(path, 'bounds-reversed')] : [];
}

function validateMatching({ pairs, extras }: MatchingQuestion): readonly QuestionProblem[] {
    const offered = [...pairs.map((pair, at) => ({ id: pair.matchId, path: `/pairs/${at}/matchId` })), ...extras.map((extra, at) => ({ id: extra.id, path: `/extras/${at}/id` }))];
    const matches = new Set(pairs.map(pair => pair.match.trim()));
    return [
        ...pairs.length < 2 ? [error('/pairs', 'too-few-items')] : !matches.has('') && matches.size + extras.length < 2 ? [error('/pairs', 'all-the-same')] : [],
        ...pairs.flatMap((pair, at) => [...text(`/pairs/${at}/stem`, pair.stem), ...text(`/pairs/${at}/match`, pair.match)]),
        ...repeated(pairs, pair => pair.id, at => error(`/pairs/${at}/id`, 'duplicate-id')),
        ...repeated(pairs, pair => pair.stem.trim(), at => error(`/pairs/${at}/stem`, 'duplicate-text')),
        ...repeated(offered, each => each.id, at => error(offered[at]?.path ?? '', 'duplicate-id')),
        ...extras.flatMap((extra, at) => [...text(`/extras/${at}/text`, extra.text), ...matches.has(extra.text.trim()) ? [error(`/extras/${at}/text`, 'extra-is-right')] : []])
    ];
}

function validateGaps({ prompt, gaps }: GapsQuestion): readonly QuestionProblem[] {
    const places = gapPlaces(prompt).map(place => place.id);
    return [
        ...gaps.length === 0 ? [error('/gaps', 'no-gap')] : [],
        ...repeated(gaps, gap => gap.id, at => error(`/gaps/${at}/id`, 'duplicate-id')),
        ...places.some(id => gaps.every(gap => gap.id !== id)) ? [error('/prompt', 'gap-unknown')] : [],
        ...gaps.flatMap((gap, at) => {
            const times = places.filter(id => id === gap.id).length;
            return [
                ...!isGapId(gap.id) ? [error(`/gaps/${at}/id`, 'invalid-gap-id')] : times === 1 ? [] : [error(`/gaps/${at}`, times === 0 ? 'gap-not-in-prompt' : 'gap-twice-in-prompt')],
                ...gap.weight > 0 && gap.weight <= 1000 ? [] : [error(`/gaps/${at}/weight`, 'weight-out-of-range')],
                ...validateGap(`/gaps/${at}`, gap)
            ];
        })
    ];
}

const smallestAmount = 0.001;

const validateRubric = (criteria: readonly Criterion[]): readonly QuestionProblem[] => [
    ...validateItems('/criteria', criteria),
    ...criteria.flatMap(({ weight, critical, levels }, at) => {
        const path = `/criteria/${at}`;
        const points = levels.map(each => each.points);
        return [
            ...weight >= smallestAmount && weight <= 1000 ? [] : [error(`${path}/weight`, 'weight-out-of-range')],
            ...levels.length < 2 ? [error(`${path}/levels`, 'too-few-levels')] : points.every(each => each === 0) ? [error(`${path}/levels`, 'no-level-earns')]
                : critical && new Set(points).size < 2 ? [error(`${path}/levels`, 'critical-without-choice')] : [],
            ...validateItems(`${path}/levels`, levels),
            ...points.flatMap((each, place) => each === 0 || each >= smallestAmount && each <= 1000 ? [] : [error(`${path}/levels/${place}/points`, 'number-out-of-range')])
        ];
    })
];

function validateGap(path: string, gap: Gap): readonly QuestionProblem[] {
    switch (gap.kind) {
        case 'short':
            return validateTexts(`${path}/accepted`, gap.accepted, gap.caseSensitive);
        case 'numeric':
            return validateNumbers(`${path}/accepted`, gap.accepted);
        case 'choice':
            return [...validateChoices(`${path}/choices`, gap.choices), ...someRight(`${path}/choices`, gap.choices)];
    }
}
