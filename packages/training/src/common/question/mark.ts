import { fitsNumber, readNumber } from './fits-number';
import { fitsText } from './fits-text';
import { orderingShare } from './ordering-credit';
import { sameRating } from './same-rating';
import type { AcceptedNumber, AcceptedText, Choice, Gap, GapsQuestion, ListeningQuestion, MatchingQuestion, MultipleQuestion, Question, QuestionAnswer } from './question';

export interface Mark {
    /** The part of the points that was earned, −1 … 1; null: a person has to say. */
    readonly share: number | null;
    /** Whose feedback fits: ids of choices and accepted answers, `true`, `false`, `otherwise`; within gaps `gap/id`. */
    readonly feedback: readonly string[];
    /** Whether there was an answer at all. */
    readonly answered: boolean;
}

const nothing: Mark = { share: 0, feedback: [], answered: false };
const byHand = (answered: boolean): Mark => answered ? { share: null, feedback: [], answered } : nothing;

/**
 * What an answer is worth. No answer is worth 0, and never costs points. An answer of another kind is no answer. Partial credit follows
 * Moodle's rules, so that questions keep their worth when they come from there: a single choice earns its share, be it below 0; choices of
 * several are summed up and kept within 0 … 1 (https://docs.moodle.org/en/Multiple_Choice_question_type); of pairs each
 * earns the same part (https://docs.moodle.org/en/Matching_question_type); gaps count by their weights.
 */
export function mark(question: Question, answer: QuestionAnswer | null): Mark {
    if (answer === null || question.kind !== answer.kind) {
        return nothing;
    }
    // both are of one kind, which the compiler cannot see
    switch (answer.kind) {
        case 'single':
            return question.kind === 'single' ? markChoice(question.choices, answer.choice) : nothing;
        case 'multiple':
            return question.kind === 'multiple' ? markChoices(question, answer.choices) : nothing;
        case 'true-false':
            return question.kind !== 'true-false' || answer.value === null ? nothing : { share: answer.value === question.answer ? 1 : 0, feedback: [String(answer.value)], answered: true };
        case 'short':
            return question.kind === 'short' ? markText(question.accepted, answer.text, question.caseSensitive) : nothing;
        case 'numeric':
            return question.kind === 'numeric' ? markNumber(question.accepted, answer.text, question.unit) : nothing;
        case 'matching':
            return question.kind === 'matching' ? markMatches(question, answer.matches) : nothing;
        case 'ordering': {
            const places = question.kind === 'ordering' ? [...new Set(answer.items)].map(id => question.items.findIndex(item => item.id === id)).filter(place => place >= 0) : [];
            return question.kind !== 'ordering' || places.length === 0 ? nothing : { share: orderingShare(places, question.items.length, question.credit), feedback: [], answered: true };
        }
        case 'gaps':
            return question.kind === 'gaps' ? markGaps(question, answer.gaps) : nothing;
        case 'essay':
            return byHand(answer.text.trim() !== '');
        case 'listening':
            return question.kind === 'listening' ? markRatings(question, answer.answers) : nothing;
    }
}

function markChoice(choices: readonly Choice[], id: string | null): Mark {
    const chosen = choices.find(choice => choice.id === id);
    return chosen === undefined ? nothing : { share: chosen.share, feedback: [chosen.id], answered: true };
}

function markChoices({ choices, credit }: MultipleQuestion, ids: readonly string[]): Mark {
    const chosen = choices.filter(choice => ids.includes(choice.id));
    if (chosen.length === 0) {
        return nothing;
    }
    const exact = choices.every(choice => choice.share > 0 === ids.includes(choice.id));
    const share = credit === 'all-or-nothing' ? Number(exact) : within(chosen.reduce((sum, choice) => sum + choice.share, 0));
    return { share, feedback: chosen.map(choice => choice.id), answered: true };
}

/** Thirds are written with few decimals in files: three times .33333 is all. */
const within = (share: number): number => share > 1 - 1e-4 ? 1 : Math.max(0, share);

function markText(accepted: readonly AcceptedText[], text: string, caseSensitive: boolean): Mark {
    return text.trim() === '' ? nothing : credited(accepted.find(each => fitsText(text, each.text, caseSensitive)));
}

function markNumber(accepted: readonly AcceptedNumber[], text: string, unit?: string): Mark {
    const value = readNumber(text, unit);
    return text.trim() === '' ? nothing : credited(value === null ? undefined : accepted.find(each => fitsNumber(value, each)));
}

const credited = (fitting: { readonly id: string; readonly share: number } | undefined): Mark => ({ share: fitting?.share ?? 0, feedback: [fitting?.id ?? 'otherwise'], answered: true });

function markMatches({ pairs, extras }: MatchingQuestion, matches: Readonly<Record<string, string>>): Mark {
    const texts = new Map([...pairs.map(pair => [pair.matchId, pair.match] as const), ...extras.map(extra => [extra.id, extra.text] as const)]);
    const given = pairs.map(pair => ({ pair, text: Object.hasOwn(matches, pair.id) ? texts.get(matches[pair.id] ?? '') : undefined }));
    if (given.every(each => each.text === undefined)) {
        return nothing;
    }
    return { share: given.filter(({ pair, text }) => text === pair.match).length / pairs.length, feedback: [], answered: true };
}

function markGaps({ gaps }: GapsQuestion, answers: Readonly<Record<string, string>>): Mark {
    const marks = gaps.map(gap => ({ gap, mark: markGap(gap, Object.hasOwn(answers, gap.id) ? answers[gap.id] ?? '' : '') }));
    if (marks.every(each => !each.mark.answered)) {
        return nothing;
    }
    const weights = gaps.reduce((sum, gap) => sum + gap.weight, 0);
    const earned = marks.reduce((sum, each) => sum + each.gap.weight * (each.mark.share ?? 0), 0);
    return { share: earned / weights, feedback: marks.flatMap(each => each.mark.feedback.map(id => `${each.gap.id}/${id}`)), answered: true };
}

function markGap(gap: Gap, typed: string): Mark {
    switch (gap.kind) {
        case 'short':
            return markText(gap.accepted, typed, gap.caseSensitive);
        case 'numeric':
            return markNumber(gap.accepted, typed);
        case 'choice':
            return markChoice(gap.choices, typed);
    }
}

/** The part of the expert's ratings that was rated the same: exact agreement, as in a calibration. */
function markRatings({ expert, tolerance }: ListeningQuestion, answers: ListeningQuestion['expert']): Mark {
    const rated = Object.keys(expert);
    const given = rated.filter(id => Object.hasOwn(answers, id));
    return given.length === 0 ? nothing : { share: given.filter(id => sameRating(expert[id], answers[id], tolerance)).length / rated.length, feedback: [], answered: true };
}
