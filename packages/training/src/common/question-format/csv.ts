import type { Choice, OrderingQuestion, Question, QuestionKind } from '../question/question';
import { multipleCredits, orderingCredits, questionKinds } from '../question/question';
import { questionLimits } from '../question/question-limits';
import { rubricOf } from '../question/rubric';
import { isSound, validateQuestion } from '../question/validate-question';
import { csvRecords, csvText, fromCell } from './csv-records';
import { percentText, shareOf } from './grade-steps';
import { numberRange, rangeText } from './number-range';
import { excerptOf, type FileProblem, type FileProblemCode, type LossCode, nameFrom, placeId, type QuestionEntry, type QuestionFormat, type QuestionReading, type QuestionWriting, type ReadQuestion, type RefusalCode } from './question-format';
import { matchingItems, optional } from './read-parts';

/**
 * A table: one question to a row, its answers beside each other as `answer 1`, `share 1` (percent), `feedback 1`, `match 1`, `answer 2` …. Needed are `kind` and `prompt`
 * only; columns may stand in any order. Texts are Markdown; numbers are `5`, `5:0.5` or `4..6`; tags are separated by semicolons.
 */
export const csv: QuestionFormat = { name: 'csv', extension: 'csv', mediaType: 'text/csv', read, write };

const plainColumns = ['id', 'kind', 'name', 'category', 'tags', 'points', 'prompt', 'feedback', 'shuffle', 'credit', 'case', 'unit', 'otherwise', 'template', 'hints', 'recording'] as const;
type Column = typeof plainColumns[number];
interface Answer { readonly answer: string; readonly share: string; readonly feedback: string; readonly match: string }
interface Row { readonly line: number; readonly cell: (column: Column) => string; readonly answers: readonly Answer[] }

function read(file: string): QuestionReading {
    const { records, openQuote } = csvRecords(file.replace(/^\uFEFF/u, ''));
    const problem = (line: number, code: FileProblemCode, name: string | null = null, excerpt = '', problems: FileProblem['problems'] = []): FileProblem => ({ line, code, name, excerpt: excerptOf(excerpt), problems });
    const [head, ...rows] = records;
    if (!head) {
        return { questions: [], problems: [] };
    }
    const columns = head.cells.map(each => each.trim().toLowerCase());
    if (!columns.includes('kind') || !columns.includes('prompt')) {
        return { questions: [], problems: [problem(1, 'column-missing', null, head.cells.join(', '))] };
    }
    const questions: ReadQuestion[] = [];
    const problems: FileProblem[] = openQuote === null ? [] : [problem(openQuote, 'quote-missing')];
    const groups = [...new Set(columns.flatMap(each => /^(?:answer|share|feedback|match) (\d{1,3})$/u.exec(each)?.[1] ?? []))].sort((one, other) => Number(one) - Number(other)).slice(0, questionLimits.items);
    const placeOf = new Map(columns.map((name, at) => [name, at]));
    for (const { cells, line } of rows) {
        const at = (name: string): string => fromCell(cells[placeOf.get(name) ?? -1]?.trim() ?? '');
        if (line === openQuote || cells.every(each => each.trim() === '')) {
            continue;
        }
        const answers = groups.map(group => ({ answer: at(`answer ${group}`), share: at(`share ${group}`), feedback: at(`feedback ${group}`), match: at(`match ${group}`) })).filter(each => each.answer !== '' || each.match !== '');
        const name = at('name').slice(0, 200);
        const made = questionOf({ line, cell: at, answers });
        if (typeof made === 'string') {
            problems.push(problem(line, made, name || null, cells.join(', ')));
            continue;
        }
        const found = validateQuestion(made);
        if (!isSound(found)) {
            problems.push(problem(line, 'unsound', name || null, made.prompt, found));
            continue;
        }
        questions.push({ question: made, name: name || nameFrom(made.prompt), category: at('category').slice(0, 200), tags: at('tags').split(/[;；]/u).map(each => each.trim()).filter(each => each !== ''), externalId: at('id') || null, line, notes: [] });
    }
    return { questions, problems };
}

const isNo = (text: string): boolean => /^(?:no|false|0|n|否)$/iu.test(text);
const isYes = (text: string): boolean => /^(?:yes|true|1|y|是)$/iu.test(text);

function questionOf({ cell, answers }: Row): Question | FileProblemCode {
    const kind = questionKinds.find(each => each === cell('kind').toLowerCase());
    const points = cell('points') === '' ? 1 : Number(cell('points'));
    const common = { prompt: cell('prompt'), points: Number.isFinite(points) ? points : 0, ...optional('feedback', cell('feedback')), ...optional('recording', cell('recording')) };
    const shuffle = !isNo(cell('shuffle'));
    const credited = (each: Answer, at: number): Choice => ({ id: placeId(at), text: each.answer, share: shareOf(each.share || '0'), ...optional('feedback', each.feedback) });
    const said = (word: RegExp): Answer | undefined => answers.find(each => word.test(each.answer));
    switch (kind as QuestionKind | undefined) {
        case undefined:
            return 'unknown-kind';
        case 'single':
            return { ...common, kind: 'single', shuffle, choices: answers.map(credited) };
        case 'multiple':
            return { ...common, kind: 'multiple', shuffle, choices: answers.map(credited), credit: multipleCredits.find(each => each === cell('credit')) ?? 'shares' };
        case 'true-false': {
            const [right, wrong] = [said(/^(?:true|t|正确|對|正確|对)$/iu), said(/^(?:false|f|错误|錯誤|错|錯)$/iu)];
            const answer = right && Number(right.share) > 0 ? true : wrong && Number(wrong.share) > 0 ? false : undefined;
            return answer === undefined ? 'key-missing' : { ...common, kind: 'true-false', answer, ...optional('feedbackTrue', right?.feedback ?? ''), ...optional('feedbackFalse', wrong?.feedback ?? '') };
        }
        case 'short':
            return { ...common, kind: 'short', accepted: answers.map((each, at) => credited({ ...each, share: each.share || '100' }, at)), caseSensitive: isYes(cell('case')), ...optional('otherwise', cell('otherwise')) };
        case 'numeric': {
            const ranges = answers.map(each => numberRange(each.answer));
            return ranges.some(each => each === undefined) ? 'not-a-number'
                : { ...common, kind: 'numeric', ...optional('unit', cell('unit')), ...optional('otherwise', cell('otherwise')), accepted: answers.map((each, at) => ({ id: placeId(at), share: shareOf(each.share || '100'), ...optional('feedback', each.feedback), ...ranges[at]! })) };
        }
        case 'matching':
            return { ...common, kind: 'matching', shuffle, ...matchingItems(answers.map(({ answer, match }) => ({ stem: answer, match }))) };
        case 'ordering':
            return { ...common, kind: 'ordering', items: answers.map((each, at) => ({ id: placeId(at), text: each.answer })), credit: orderingCredits.find((each): each is OrderingQuestion['credit'] => each === cell('credit')) ?? 'next' };
        case 'essay':
            return { ...common, kind: 'essay', ...optional('template', cell('template')), ...optional('hints', cell('hints')) };
        case 'gaps':
        case 'listening':
            return 'unsupported-kind';
    }
}

const holdsSeparator = (tag: string): boolean => /[;；]/u.test(tag);

function write(entries: readonly QuestionEntry[]): QuestionWriting {
    const left: { place: number; carried: boolean; codes: (LossCode | RefusalCode)[] }[] = [];
    const written = entries.filter(({ question, tags }, place) => {
        const carried = question.kind !== 'gaps' && question.kind !== 'listening';
        const lost: LossCode[] = [...tags.some(holdsSeparator) ? ['tags' as const] : [], ...rubricOf(question) ? ['rubric' as const] : []];
        if (!carried || lost.length) { left.push({ place, carried, codes: carried ? lost : ['kind'] }); }
        return carried;
    });
    const answers = written.map(({ question }) => answersOf(question));
    const most = Math.max(0, ...answers.map(each => each.length));
    const groups = Array.from({ length: most }, (_, at) => ['answer', 'share', 'feedback', 'match'].map(each => `${each} ${at + 1}`)).flat();
    const rows = written.map((entry, at) => [...plainColumns.map(column => plainCell(entry, column)), ...answers[at]!.flatMap(each => [each.answer, each.share, each.feedback, each.match])]);
    return { text: csvText([[...plainColumns, ...groups], ...rows]), left };
}

const answerOf = (answer: string, share: number | null, feedback = '', match = ''): Answer => ({ answer, share: share === null ? '' : percentText(share), feedback, match });

function answersOf(question: Question): readonly Answer[] {
    switch (question.kind) {
        case 'single':
        case 'multiple':
            return question.choices.map(each => answerOf(each.text, each.share, each.feedback));
        case 'true-false':
            return [answerOf('true', Number(question.answer), question.feedbackTrue), answerOf('false', Number(!question.answer), question.feedbackFalse)];
        case 'short':
            return question.accepted.map(each => answerOf(each.text, each.share, each.feedback));
        case 'numeric':
            return question.accepted.map(each => answerOf(rangeText(each), each.share, each.feedback));
        case 'matching':
            return [...question.pairs.map(each => answerOf(each.stem, null, '', each.match)), ...question.extras.map(each => answerOf('', null, '', each.text))];
        case 'ordering':
            return question.items.map(each => answerOf(each.text, null));
        default:
            return [];
    }
}

function plainCell({ question, name, category, tags, externalId }: QuestionEntry, column: Column): string {
    switch (column) {
        case 'id': return externalId ?? '';
        case 'kind': return question.kind;
        case 'name': return name;
        case 'category': return category;
        case 'tags': return tags.some(holdsSeparator) ? '' : tags.join('; ');
        case 'points': return String(question.points);
        case 'prompt': return question.prompt;
        case 'feedback': return question.feedback ?? '';
        case 'recording': return question.recording ?? '';
        case 'shuffle': return 'shuffle' in question ? question.shuffle ? 'yes' : 'no' : '';
        case 'credit': return 'credit' in question ? question.credit : '';
        case 'case': return question.kind === 'short' ? question.caseSensitive ? 'yes' : 'no' : '';
        case 'unit': return question.kind === 'numeric' ? question.unit ?? '' : '';
        case 'otherwise': return question.kind === 'numeric' || question.kind === 'short' ? question.otherwise ?? '' : '';
        case 'template': return question.kind === 'essay' ? question.template ?? '' : '';
        case 'hints': return question.kind === 'essay' ? question.hints ?? '' : '';
    }
}
