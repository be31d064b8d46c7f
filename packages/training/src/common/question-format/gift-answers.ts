import type { AcceptedNumber, Choice, Question } from '../question/question';
import { questionLimits } from '../question/question-limits';
import { shareOf } from './grade-steps';
import { isEscaped, taggedText, unescapeGift } from './gift-text';
import { numberRange } from './number-range';
import { markdownOf, plainOf, type TextFormat } from './plain-markdown';
import { type FileProblemCode, placeId } from './question-format';
import { acceptedTexts, matchingItems, optional } from './read-parts';

/** One answer as it stands between its signs: `~%50%half#so so`. */
interface Piece { readonly sign: '' | '=' | '~'; readonly percent: string | null; readonly text: string; readonly feedback: string | null }

type Asked = Pick<Question, 'prompt' | 'points' | 'feedback'>;

/** What stands between the braces of a question, as Moodle takes it: the kind follows from the signs. */
export function giftQuestion(body: string, asked: Asked, format: TextFormat): Question | FileProblemCode {
    const [answers, general] = withoutGeneralFeedback(body);
    const common = { ...asked, ...optional('feedback', general === null ? '' : textOf(general, format)) };
    const trimmed = answers.trim();
    if (trimmed === '') {
        return { ...common, kind: 'essay' };
    }
    if (trimmed.startsWith('#')) {
        return numericQuestion(trimmed.slice(1), common, format);
    }
    const pieces = piecesOf(trimmed);
    if (pieces.length > questionLimits.items) {
        return 'too-large';
    }
    if (pieces.some(piece => piece.sign === '~')) {
        return choiceQuestion(pieces, common, format);
    }
    const truth = /^(T|TRUE|F|FALSE)\s*(?=#|$)/iu.exec(trimmed);
    if (truth) {
        return trueFalseQuestion(truth[1]!.toUpperCase().startsWith('T'), trimmed.slice(truth[0].length), common, format);
    }
    if (pieces.some(piece => piece.sign === '=') && pieces.every(piece => piece.sign === '' || piece.percent === null && piece.text.includes('->'))) {
        return matchingQuestion(pieces.filter(piece => piece.sign === '='), common, format);
    }
    return shortQuestion(pieces, common, format);
}

const textOf = (raw: string, format: TextFormat): string => {
    const tagged = taggedText(raw, format);
    return markdownOf(unescapeGift(tagged.text.trim()), tagged.format);
};
const plainTextOf = (raw: string, format: TextFormat): string => {
    const tagged = taggedText(raw, format);
    return plainOf(unescapeGift(tagged.text.trim()), tagged.format);
};

function withoutGeneralFeedback(body: string): readonly [string, string | null] {
    const at = body.lastIndexOf('####');
    return at < 0 || isEscaped(body, at) ? [body, null] : [body.slice(0, at), body.slice(at + 4)];
}

/** An HTML tag with its attributes: the signs within are its own. */
const htmlTag = /<\/?[a-z][\w-]*(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'))?)*\s*\/?>/iuy;

function piecesOf(answers: string): readonly Piece[] {
    const marks: { readonly at: number; readonly sign: '' | '=' | '~' }[] = [];
    for (let at = 0; at < answers.length; at++) {
        const sign = answers[at];
        if (sign === '<') {
            htmlTag.lastIndex = at;
            const found = htmlTag.exec(answers);
            if (found) { at += found[0].length - 1; }
        } else if ((sign === '=' || sign === '~') && !isEscaped(answers, at)) {
            marks.push({ at, sign });
        }
    }
    const first = marks[0]?.at ?? answers.length;
    const all = answers.slice(0, first).trim() === '' ? marks : [{ at: -1, sign: '' as const }, ...marks];
    return all.map(({ at, sign }, place) => pieceOf(sign, answers.slice(at + 1, all[place + 1]?.at ?? answers.length)));
}

function pieceOf(sign: Piece['sign'], raw: string): Piece {
    const weight = /^\s*%(-?\d{1,3}(?:\.\d{0,10})?)%/u.exec(raw);
    const text = weight ? raw.slice(weight[0].length) : raw;
    const hash = firstHash(text);
    return { sign, percent: weight?.[1] ?? null, text: hash < 0 ? text : text.slice(0, hash), feedback: hash < 0 ? null : text.slice(hash + 1) };
}

/** Where feedback begins; the sign of a character reference (`&#39;`) does not count. */
function firstHash(text: string): number {
    for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
        if (!isEscaped(text, at) && !(text[at - 1] === '&' && /[\dx]/u.test(text[at + 1] ?? ''))) {
            return at;
        }
    }
    return -1;
}

const shareOfPiece = ({ sign, percent }: Piece): number => percent === null ? sign === '~' ? 0 : 1 : shareOf(percent);

const feedbackOf = ({ feedback }: Piece, format: TextFormat): { readonly feedback?: string } => {
    return optional('feedback', feedback === null ? '' : textOf(feedback, format));
};

function choiceQuestion(pieces: readonly Piece[], common: Asked, format: TextFormat): Question {
    const choices: Choice[] = pieces.map((piece, at) => ({ id: placeId(at), text: textOf(piece.text, format), share: shareOfPiece(piece), ...feedbackOf(piece, format) }));
    // without an answer that is simply right, several are right together, as Moodle takes it
    return pieces.some(piece => piece.sign === '=')
        ? { ...common, kind: 'single', choices, shuffle: true }
        : { ...common, kind: 'multiple', choices, credit: 'shares', shuffle: true };
}

/** The first feedback is for the wrong answer, the second for the right one. */
function trueFalseQuestion(answer: boolean, raw: string, common: Asked, format: TextFormat): Question {
    const second = raw.startsWith('#') ? firstHash(raw.slice(1)) : -1;
    const wrong = raw.startsWith('#') ? textOf(second < 0 ? raw.slice(1) : raw.slice(1, second + 1), format) : '';
    const right = second < 0 ? '' : textOf(raw.slice(second + 2), format);
    const [whenTrue, whenFalse] = answer ? [right, wrong] : [wrong, right];
    return { ...common, kind: 'true-false', answer, ...optional('feedbackTrue', whenTrue), ...optional('feedbackFalse', whenFalse) };
}

function matchingQuestion(pieces: readonly Piece[], common: Asked, format: TextFormat): Question {
    const read = pieces.map(({ text }) => {
        const arrow = text.indexOf('->');
        return { stem: textOf(text.slice(0, arrow), format), match: plainTextOf(text.slice(arrow + 2), format) };
    });
    return { ...common, kind: 'matching', ...matchingItems(read), shuffle: true };
}

function shortQuestion(pieces: readonly Piece[], common: Asked, format: TextFormat): Question {
    const read = pieces.map((piece, at) => ({ id: placeId(at), text: plainTextOf(piece.text, format), share: shareOfPiece(piece), ...feedbackOf(piece, format) }));
    return { ...common, kind: 'short', ...acceptedTexts(read), caseSensitive: false };
}

function numericQuestion(body: string, common: Asked, format: TextFormat): Question | FileProblemCode {
    const pieces = piecesOf(body.trim());
    if (pieces.length > questionLimits.items) {
        return 'too-large';
    }
    const accepted: AcceptedNumber[] = [];
    let otherwise: string | undefined;
    for (const [at, piece] of pieces.entries()) {
        const written = unescapeGift(piece.text).trim();
        if (piece.sign === '~' && (written === '' || written === '*') || written === '*') {
            otherwise = feedbackOf(piece, format).feedback;
            continue;
        }
        const range = numberRange(written);
        if (!range) {
            return 'not-a-number';
        }
        accepted.push({ id: placeId(at), share: shareOfPiece(piece), ...feedbackOf(piece, format), ...range });
    }
    return accepted.length ? { ...common, kind: 'numeric', accepted, ...otherwise === undefined ? {} : { otherwise } } : 'answer-missing';
}
