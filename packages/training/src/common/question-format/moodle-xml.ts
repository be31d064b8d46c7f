import type { AcceptedNumber, Choice, Gap, Question } from '../question/question';
import { questionLimits } from '../question/question-limits';
import { isSound, validateQuestion } from '../question/validate-question';
import { gapMark, readCloze, withGapMarks } from './cloze';
import { shareOf } from './grade-steps';
import { creditOf } from './moodle-ordering';
import { writeMoodle } from './moodle-write';
import { markdownOf, plainOf, type TextFormat } from './plain-markdown';
import { excerptOf, type FileProblem, type FileProblemCode, type LossCode, mostQuestions, nameFrom, placeId, type QuestionFormat, type QuestionReading, type ReadQuestion } from './question-format';
import { acceptedTexts, categoryOf, matchingItems, optional } from './read-parts';
import { childOf, childrenOf, parseItem, textOf, type XmlItem, xmlItems } from './xml-items';

/** Moodle's own format (https://docs.moodle.org/en/Moodle_XML_format), with the kinds that a question here can be. */
export const moodleXml: QuestionFormat = { name: 'moodle-xml', extension: 'xml', mediaType: 'application/xml', read, write: writeMoodle };

function read(file: string): QuestionReading {
    const questions: ReadQuestion[] = [];
    const problems: FileProblem[] = [];
    let category = '';
    for (const item of xmlItems(file, ['question'])) {
        if (questions.length + problems.length === mostQuestions) {
            problems.push({ line: item.line, code: 'too-many', name: null, excerpt: '', problems: [] });
            break;
        }
        const made = readItem(item, category);
        if ('category' in made && !('question' in made)) { category = made.category; } else if ('question' in made) { questions.push(made); } else { problems.push(made); }
    }
    return { questions, problems };
}

function readItem(item: XmlItem, category: string): ReadQuestion | FileProblem | { readonly category: string } {
    const root = item.closed ? parseItem(item.text) : { line: 1 };
    const problem = (code: FileProblemCode, name: string | null, line = item.line, problems: FileProblem['problems'] = []): FileProblem => ({ line, code, name, excerpt: excerptOf(item.text.replaceAll(/<[^<>]*>/gu, ' ')), problems });
    if ('line' in root) {
        return problem('xml-broken', null, item.line + root.line - 1);
    }
    const kind = root.getAttribute('type');
    if (kind === 'category') {
        return { category: categoryOf(textOf(childOf(childOf(root, 'category'), 'text'))) };
    }
    const name = textOf(childOf(childOf(root, 'name'), 'text')).slice(0, 200) || null;
    if (kind === 'description') {
        return problem('description', name);
    }
    const points = Number(textOf(childOf(root, 'defaultgrade')) || '1');
    const common = { prompt: textIn(root, 'questiontext'), points: points > 0 && points <= 1000 ? points : 1, ...optional('feedback', textIn(root, 'generalfeedback')) };
    const made = questionOf(kind, root, common);
    if (typeof made === 'string') {
        return problem(made, name);
    }
    const found = validateQuestion(made);
    if (!isSound(found)) {
        return problem('unsound', name, item.line, found);
    }
    const notes: LossCode[] = /<file\b|@@PLUGINFILE@@|<img\b|&lt;img\b/iu.test(item.text) ? ['images'] : [];
    return {
        question: made, name: name ?? nameFrom(made.prompt), category, tags: childrenOf(childOf(root, 'tags') ?? root, 'tag').map(tag => textOf(tag).slice(0, 100)).filter(tag => tag !== '').slice(0, 30), externalId: textOf(childOf(root, 'idnumber')).slice(0, 200) || null,
        line: item.line, notes
    };
}

function formatOf(element: Element | undefined, otherwise: TextFormat = 'html'): TextFormat {
    const format = element?.getAttribute('format');
    return format === 'markdown' ? 'markdown' : format === 'plain_text' ? 'plain' : format === 'moodle_auto_format' ? 'moodle' : format === 'html' ? 'html' : otherwise;
}
function textIn(parent: Element, name: string): string {
    const holder = childOf(parent, name);
    return markdownOf(textOf(childOf(holder, 'text')), formatOf(holder));
}
const yes = (parent: Element, name: string, otherwise: boolean): boolean => { const text = textOf(childOf(parent, name)).toLowerCase(); return text === '' ? otherwise : text === 'true' || text === '1'; };
const shareIn = (answer: Element): number => shareOf(answer.getAttribute('fraction') ?? '0');

type Asked = Pick<Question, 'prompt' | 'points' | 'feedback'>;

function questionOf(kind: string | null, root: Element, common: Asked): Question | FileProblemCode {
    const answers = childrenOf(root, 'answer');
    if (answers.length > questionLimits.items || childrenOf(root, 'subquestion').length > questionLimits.items) {
        return 'too-large';
    }
    const shuffle = yes(root, 'shuffleanswers', true);
    switch (kind) {
        case 'multichoice':
        case 'multichoiceset': {
            const choices = answers.map((answer, at): Choice => ({ id: placeId(at), text: markdownOf(textOf(childOf(answer, 'text')), formatOf(answer)), share: shareIn(answer), ...optional('feedback', textIn(answer, 'feedback')) }));
            return kind === 'multichoice' && yes(root, 'single', true) ? { ...common, kind: 'single', choices, shuffle } : { ...common, kind: 'multiple', choices, shuffle, credit: kind === 'multichoice' ? 'shares' : 'all-or-nothing' };
        }
        case 'truefalse': {
            const of = (word: string): Element | undefined => answers.find(each => textOf(childOf(each, 'text')).toLowerCase() === word);
            const [right, wrong] = [of('true'), of('false')];
            if (!right || !wrong) { return 'answer-missing'; }
            return { ...common, kind: 'true-false', answer: shareIn(right) > shareIn(wrong), ...optional('feedbackTrue', textIn(right, 'feedback')), ...optional('feedbackFalse', textIn(wrong, 'feedback')) };
        }
        case 'shortanswer': {
            const all = answers.map((answer, at) => ({ id: placeId(at), text: plainOf(textOf(childOf(answer, 'text')), formatOf(answer, 'plain')), share: shareIn(answer), ...optional('feedback', textIn(answer, 'feedback')) }));
            return { ...common, kind: 'short', ...acceptedTexts(all), caseSensitive: yes(root, 'usecase', false) };
        }
        case 'numerical':
            return numeric(root, answers, common);
        case 'matching': {
            const read = childrenOf(root, 'subquestion').map(each => ({ stem: markdownOf(textOf(childOf(each, 'text')), formatOf(each)), match: plainOf(textOf(childOf(childOf(each, 'answer'), 'text')), 'html') }));
            return { ...common, kind: 'matching', shuffle, ...matchingItems(read) };
        }
        case 'essay':
            return { ...common, kind: 'essay', ...optional('template', textIn(root, 'responsetemplate')), ...optional('hints', textIn(root, 'graderinfo')) };
        case 'ordering':
            return { ...common, kind: 'ordering', credit: creditOf(textOf(childOf(root, 'gradingtype'))), items: answers.map((answer, at) => ({ id: placeId(at), text: markdownOf(textOf(childOf(answer, 'text')), formatOf(answer)) })) };
        case 'cloze':
        case 'multianswer': {
            const holder = childOf(root, 'questiontext');
            const cloze = readCloze(textOf(childOf(holder, 'text')));
            return cloze ? { ...common, kind: 'gaps', prompt: withGapMarks(markdownOf(cloze.text, formatOf(holder))), gaps: cloze.gaps } : 'cloze-broken';
        }
        case 'gapselect':
        case 'ddwtos':
            return gapSelect(root, common, shuffle, kind === 'gapselect' ? 'selectoption' : 'dragbox');
        default:
            return 'unsupported-kind';
    }
}

function numeric(root: Element, answers: readonly Element[], common: Asked): Question | FileProblemCode {
    const accepted: AcceptedNumber[] = [];
    let otherwise = '';
    for (const [at, answer] of answers.entries()) {
        const text = textOf(childOf(answer, 'text'));
        const [value, tolerance] = [Number(text || Number.NaN), Number(textOf(childOf(answer, 'tolerance')) || '0')];
        if (text === '*') {
            otherwise = textIn(answer, 'feedback');
        } else if (Number.isFinite(value) && Number.isFinite(tolerance)) {
            accepted.push({ id: placeId(at), share: shareIn(answer), value, tolerance, ...optional('feedback', textIn(answer, 'feedback')) });
        } else {
            return 'not-a-number';
        }
    }
    const unit = textOf(childOf(childOf(childOf(root, 'units'), 'unit'), 'unit_name')).slice(0, 50);
    return { ...common, kind: 'numeric', accepted, ...optional('unit', unit), ...optional('otherwise', otherwise) };
}

/** `[[1]]` in the text takes the first option; what is offered are those of its group. */
function gapSelect(root: Element, common: Asked, shuffle: boolean, element: string): Question | FileProblemCode {
    const options = childrenOf(root, element).map(each => ({ text: plainOf(textOf(childOf(each, 'text')), 'html'), group: textOf(childOf(each, 'group')) || '1' }));
    const holder = childOf(root, 'questiontext');
    const gaps: Gap[] = [];
    let known = true;
    const marked = textOf(childOf(holder, 'text')).replaceAll(/\[\[(\d{1,3})\]\]/gu, (_, digits: string) => {
        const right = options[Number(digits) - 1];
        known &&= right !== undefined;
        const offered = options.filter(each => each.group === right?.group);
        gaps.push({ id: placeId(gaps.length), kind: 'choice', weight: 1, shuffle, choices: offered.map((each, at) => ({ id: placeId(at), text: each.text, share: each === right ? 1 : 0 })) });
        return gapMark(gaps.length);
    });
    return known && gaps.length <= questionLimits.items ? { ...common, kind: 'gaps', prompt: withGapMarks(markdownOf(marked, formatOf(holder))), gaps } : 'cloze-broken';
}
