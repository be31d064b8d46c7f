import type { Question } from '../question/question';
import { isSound, validateQuestion } from '../question/validate-question';
import { type GiftBlock, giftBlocks } from './gift-blocks';
import { giftQuestion } from './gift-answers';
import { isEscaped, taggedText, unescapeGift } from './gift-text';
import { writeGift } from './gift-write';
import { markdownOf } from './plain-markdown';
import { excerptOf, type FileProblem, type FileProblemCode, mostQuestions, nameFrom, type QuestionFormat, type QuestionReading, type ReadQuestion } from './question-format';

/** Moodle's text format (https://docs.moodle.org/en/GIFT_format). A colon or an equals sign outside the braces is text. */
export const gift: QuestionFormat = { name: 'gift', extension: 'gift', mediaType: 'text/plain', read: readGift, write: writeGift };

function readGift(file: string): QuestionReading {
    const questions: ReadQuestion[] = [];
    const problems: FileProblem[] = [];
    for (const block of giftBlocks(file.replace(/^\uFEFF/u, ''))) {
        if (questions.length + problems.length === mostQuestions) {
            problems.push({ line: block.line, code: 'too-many', name: null, excerpt: '', problems: [] });
            break;
        }
        const read = readBlock(block);
        if ('question' in read) { questions.push(read); } else { problems.push(read); }
    }
    return { questions, problems };
}

interface Parts { readonly title: string | null; readonly stem: string; readonly body: string; readonly after: string }

function readBlock(block: GiftBlock): ReadQuestion | FileProblem {
    const parts = partsOf(block.text);
    const title = typeof parts === 'string' || parts.title === null ? null : unescapeGift(parts.title).trim().slice(0, 200);
    const problem = (code: FileProblemCode, problems: FileProblem['problems'] = []): FileProblem => ({ line: block.line, code, name: title, excerpt: excerptOf(block.text), problems });
    if (typeof parts === 'string') {
        return problem(parts);
    }
    const { text, format } = taggedText(parts.stem, 'moodle');
    // a gap in the sentence is shown as one, as Moodle does
    const whole = parts.after.trim() === '' ? text : `${text}_____${parts.after}`;
    const prompt = markdownOf(unescapeGift(whole.trim()), format);
    const question: Question | FileProblemCode = giftQuestion(parts.body, { prompt, points: 1 }, format);
    if (typeof question === 'string') {
        return problem(question);
    }
    const found = validateQuestion(question);
    return isSound(found) ? { question, name: title ?? nameFrom(prompt), category: block.category, tags: block.tags, externalId: block.id, line: block.line, notes: /@@PLUGINFILE@@|<img\b/iu.test(block.text) ? ['images'] : [] } : problem('unsound', found);
}

function partsOf(text: string): Parts | FileProblemCode {
    let start = 0;
    let title: string | null = null;
    const lead = /^\s*::/u.exec(text)?.[0].length;
    if (lead !== undefined) {
        const end = titleEnd(text, lead);
        if (end >= 0) {
            title = text.slice(lead, end);
            start = end + 2;
        }
    }
    const open = findSign(text, '{', start);
    if (open < 0) {
        return findSign(text, '}', start) < 0 ? 'description' : 'brace-missing';
    }
    const close = closeOf(text, open);
    if (close < 0) {
        return 'brace-missing';
    }
    return findSign(text, '{', close + 1) >= 0 ? 'two-answers' : { title, stem: text.slice(start, open), body: text.slice(open + 1, close), after: text.slice(close + 1) };
}

/** Two colons end the title, where neither is escaped. */
function titleEnd(text: string, from: number): number {
    for (let at = text.indexOf('::', from); at >= 0; at = text.indexOf('::', at + 1)) {
        if (!isEscaped(text, at)) {
            return at;
        }
    }
    return -1;
}

function findSign(text: string, sign: string, from: number): number {
    for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1)) {
        if (!isEscaped(text, at)) {
            return at;
        }
    }
    return -1;
}

/** The brace that closes; braces within, which ought to be escaped, are taken in pairs where they are pairs, and as text where they are not. */
function closeOf(text: string, open: number): number {
    let depth = 0;
    let last = -1;
    for (let at = open; at < text.length; at++) {
        const sign = text[at];
        if ((sign === '{' || sign === '}') && !isEscaped(text, at)) {
            depth += sign === '{' ? 1 : -1;
            last = sign === '}' ? at : last;
            if (depth === 0) {
                return at;
            }
        }
    }
    return last;
}
