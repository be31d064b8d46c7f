import { isSound, validateQuestion } from '../question/validate-question';
import { filesOf, manifestName, readManifest } from './qti-package';
import { questionOf } from './qti-item';
import { writeQti } from './qti-write';
import { excerptOf, type FileProblem, type FileProblemCode, mostQuestions, nameFrom, type QuestionFormat, type QuestionReading, type ReadQuestion } from './question-format';
import { parseItem, type XmlItem, xmlItems } from './xml-items';

/**
 * Items of QTI 2.1 and 2.2 (1EdTech, https://www.imsglobal.org/question/): choice, text entry, inline choice, match, order and extended text, as one item or
 * as the text of a package. Read is what the common rules of marking say; an item with another rule is named and left out, for it would be marked otherwise here.
 */
export const qti: QuestionFormat = { name: 'qti', extension: 'zip', mediaType: 'application/zip', read, write: writeQti };

const version3 = 'qti-assessment-item';

function read(text: string): QuestionReading {
    const questions: ReadQuestion[] = [];
    const problems: FileProblem[] = [];
    const files = filesOf(text);
    const about = readManifest(files.find(each => each.path.endsWith(manifestName))?.text ?? '');
    for (const file of files) {
        for (const item of xmlItems(file.text, ['assessmentitem', version3])) {
            const made = readItem(item);
            const placed = { line: item.line, ...file.path === '' ? {} : { file: file.path } };
            if (questions.length + problems.length === mostQuestions) {
                problems.push({ ...placed, code: 'too-many', name: null, excerpt: '', problems: [] });
                return { questions, problems };
            }
            if ('question' in made) {
                questions.push({ ...made, ...about.get(file.path), ...placed });
            } else {
                problems.push({ ...placed, ...made });
            }
        }
    }
    return { questions, problems };
}

function readItem(item: XmlItem): ReadQuestion | FileProblem {
    const root = item.closed ? parseItem(item.text) : { line: 1 };
    const name = 'line' in root ? null : root.getAttribute('title')?.trim().slice(0, 200) || null;
    const problem = (code: FileProblemCode, line = item.line, problems: FileProblem['problems'] = []): FileProblem => ({ line, code, name, excerpt: excerptOf(item.text.replaceAll(/<[^<>]*>/gu, ' ')), problems });
    if (item.text.slice(0, 100).includes(version3)) {
        return problem('other-version');
    }
    if ('line' in root) {
        return problem('xml-broken', item.line + root.line - 1);
    }
    const made = questionOf(root);
    if (typeof made === 'string') {
        return problem(made);
    }
    const found = validateQuestion(made.question);
    if (!isSound(found)) {
        return problem('unsound', item.line, found);
    }
    return { question: made.question, name: name ?? nameFrom(made.question.prompt), category: '', tags: [], externalId: externalIdOf(root), line: item.line, notes: made.notes };
}

/** What this product wrote, it finds again. Identifiers of others are often no more than `item1`, and a question of another file may have the same: only one that nobody has twice counts. */
function externalIdOf(root: Element): string | null {
    const own = root.getAttribute('toolName') === 'Earshot';
    const identifier = root.getAttribute('identifier') ?? '';
    return (own ? root.getAttribute('label') ?? '' : /[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}/iu.test(identifier) ? identifier : '').slice(0, 200) || null;
}
