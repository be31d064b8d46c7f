import { withTolerance } from '../question/fits-number';
import type { AcceptedNumber, Choice, Gap, Question } from '../question/question';
import type { QuestionLanguage } from '../question/question-content';
import { notesWithRubric, rubricOf } from '../question/rubric';
import { writtenText } from './qti-text';
import { escapeXml } from './xml-items';

/** The parts of an item that depend on how it is answered. */
export interface Answering {
    readonly declarations: string;
    /** One, or one for each gap. */
    readonly interactions: readonly string[];
    readonly rules: string;
    /** The cardinality of what is said to single answers, where something is. */
    readonly feedback?: 'single' | 'multiple';
    readonly hints?: string;
}

/** Twelve digits: what comes back differs from what went out by less than anybody counts. */
const figure = (value: number): string => String(Number(value.toPrecision(12)));
const declaration = (id: string, cardinality: string, baseType: string, correct: readonly string[], mapping = ''): string =>
    `  <responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${baseType}">${correct.length ? `<correctResponse>${correct.map(each => `<value>${escapeXml(each)}</value>`).join('')}</correctResponse>` : ''}${mapping}</responseDeclaration>\n`;
const mapped = (entries: readonly (readonly [key: string, value: number])[], { bounds = '', sensitive }: { readonly bounds?: string; readonly sensitive?: boolean } = {}): string =>
    `<mapping defaultValue="0"${bounds}>${entries.map(([key, value]) => `<mapEntry mapKey="${escapeXml(key)}" mappedValue="${figure(value)}"${sensitive === undefined ? '' : ` caseSensitive="${sensitive}"`}/>`).join('')}</mapping>`;
const number = (value: number): string => `<baseValue baseType="float">${figure(value)}</baseValue>`;
const scored = (expression: string): string => `<setOutcomeValue identifier="SCORE">${expression}</setOutcomeValue>`;
const byMap = scored('<mapResponse identifier="RESPONSE"/>');
const byMatch = (points: number): string => `<responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>${scored(number(points))}</responseIf></responseCondition>`;
const key = (at: number): string => `A${at + 1}`;
const simpleChoice = (id: string, text: string, said: string | undefined): string =>
    `<simpleChoice identifier="${id}">${text}${said === undefined ? '' : `<feedbackInline outcomeIdentifier="FEEDBACK" identifier="${id}" showHide="show">${writtenText(said)}</feedbackInline>`}</simpleChoice>`;
const choiceInteraction = (most: number, shuffle: boolean, choices: string): string => `<choiceInteraction responseIdentifier="RESPONSE" shuffle="${shuffle}" maxChoices="${most}">${choices}</choiceInteraction>`;
const textEntry = (id: string): string => `<textEntryInteraction responseIdentifier="${id}"/>`;
const literal = (text: string): string => text.replaceAll('\\*', '*');

/** The first number that fits counts, whatever it adds: to what other gaps gave, or to nothing. */
function byNumbers(id: string, accepted: readonly AcceptedNumber[], worth: number, added: boolean): string {
    const branches = accepted.map((each, at) => {
        const name = at === 0 ? 'responseIf' : 'responseElseIf';
        const { value, tolerance } = withTolerance(each);
        const score = number(each.share * worth);
        return `<${name}><equal toleranceMode="absolute" tolerance="${figure(tolerance)} ${figure(tolerance)}"><variable identifier="${id}"/>${number(value)}</equal>${scored(added ? `<sum><variable identifier="SCORE"/>${score}</sum>` : score)}</${name}>`;
    });
    return `<responseCondition>${branches.join('')}</responseCondition>`;
}

/** What the two sides of a statement are called: a file has no words of a screen. */
const sides: Readonly<Record<QuestionLanguage, readonly [right: string, wrong: string]>> = { en: ['True', 'False'], 'zh-cn': ['正确', '错误'], 'zh-tw': ['正確', '錯誤'] };

export function answeringOf(question: Question, language: QuestionLanguage = 'en'): Answering {
    const { points } = question;
    switch (question.kind) {
        case 'single':
        case 'multiple':
            return choices(question);
        case 'true-false': {
            const [right, wrong] = sides[language];
            const both = [simpleChoice('true', right, question.feedbackTrue), simpleChoice('false', wrong, question.feedbackFalse)].join('');
            return { declarations: declaration('RESPONSE', 'single', 'identifier', [String(question.answer)]), interactions: [choiceInteraction(1, false, both)], rules: byMatch(points), ...question.feedbackTrue === undefined && question.feedbackFalse === undefined ? {} : { feedback: 'single' } };
        }
        case 'short':
            return {
                declarations: declaration('RESPONSE', 'single', 'string', rightOf(question.accepted).map(each => literal(each.text)), mapped(question.accepted.map(each => [literal(each.text), each.share * points]), { sensitive: question.caseSensitive })),
                interactions: [textEntry('RESPONSE')], rules: byMap
            };
        case 'numeric':
            return { declarations: declaration('RESPONSE', 'single', 'float', rightOf(question.accepted).map(each => figure(withTolerance(each).value))), interactions: [textEntry('RESPONSE')], rules: byNumbers('RESPONSE', question.accepted, points, false) };
        case 'matching':
            return matching(question);
        case 'ordering': {
            const items = question.items.map((each, at) => simpleChoice(key(at), writtenText(each.text), undefined)).join('');
            return { declarations: declaration('RESPONSE', 'ordered', 'identifier', question.items.map((_, at) => key(at))), interactions: [`<orderInteraction responseIdentifier="RESPONSE" shuffle="true">${items}</orderInteraction>`], rules: byMatch(points) };
        }
        case 'gaps':
            return gaps(question);
        case 'essay': {
            const hints = notesWithRubric(question.hints, rubricOf(question));
            return { declarations: declaration('RESPONSE', 'single', 'string', []), interactions: ['<extendedTextInteraction responseIdentifier="RESPONSE"/>'], rules: '', ...hints === undefined ? {} : { hints } };
        }
        case 'listening':
            return { declarations: '', interactions: [''], rules: '' };
    }
}

/** One right answer, for programs that show it. */
const rightOf = <Item extends { readonly share: number }>(accepted: readonly Item[]): readonly Item[] => accepted.filter(each => each.share === 1).slice(0, 1);

function choices(question: Extract<Question, { kind: 'single' | 'multiple' }>): Answering {
    const { points, choices: all } = question;
    const one = question.kind === 'single';
    const right = all.flatMap((each, at) => each.share === 1 || !one && each.share > 0 ? [key(at)] : []);
    const bounds = one ? '' : ` lowerBound="0" upperBound="${figure(points)}"`;
    const cardinality = one ? 'single' : 'multiple';
    return {
        declarations: declaration('RESPONSE', cardinality, 'identifier', one ? right.slice(0, 1) : right, mapped(all.map((each, at) => [key(at), each.share * points]), { bounds })),
        interactions: [choiceInteraction(one ? 1 : 0, question.shuffle, all.map((each, at) => simpleChoice(key(at), writtenText(each.text), each.feedback)).join(''))],
        rules: question.kind === 'multiple' && question.credit === 'all-or-nothing' ? byMatch(points) : byMap, ...all.some(each => each.feedback !== undefined) ? { feedback: cardinality } : {}
    };
}

/** Matches that are the same are one, so that it does not tell which of them belongs where. */
function matching({ points, pairs, extras, shuffle }: Extract<Question, { kind: 'matching' }>): Answering {
    const matches = [...new Set(pairs.map(each => each.match))];
    const associable = (id: string, most: number, text: string): string => `<simpleAssociableChoice identifier="${id}" matchMax="${most}">${text}</simpleAssociableChoice>`;
    const right = pairs.map((each, at) => `S${at + 1} M${matches.indexOf(each.match) + 1}`);
    const stems = pairs.map((each, at) => associable(`S${at + 1}`, 1, writtenText(each.stem))).join('');
    const offered = [...matches, ...extras.map(each => each.text)].map((each, at) => associable(`M${at + 1}`, pairs.length, escapeXml(each))).join('');
    return {
        declarations: declaration('RESPONSE', 'multiple', 'directedPair', right, mapped(right.map(each => [each, points / pairs.length]))), rules: byMap,
        interactions: [`<matchInteraction responseIdentifier="RESPONSE" shuffle="${shuffle}" maxAssociations="${pairs.length}"><simpleMatchSet>${stems}</simpleMatchSet><simpleMatchSet>${offered}</simpleMatchSet></matchInteraction>`]
    };
}

/** Each gap gives its weight; what they give together is brought to the points of the question at the end. */
function gaps({ points, gaps: all }: Extract<Question, { kind: 'gaps' }>): Answering {
    const id = (at: number): string => `GAP${at + 1}`;
    const total = all.reduce((sum, each) => sum + each.weight, 0);
    const sum = `<sum>${number(0)}${all.map((each, at) => each.kind === 'numeric' ? '' : `<mapResponse identifier="${id(at)}"/>`).join('')}</sum>`;
    return {
        declarations: all.map((each, at) => gapDeclaration(id(at), each)).join(''), interactions: all.map((each, at) => each.kind === 'choice' ? inlineChoices(id(at), each.choices, each.shuffle) : textEntry(id(at))),
        rules: `${scored(sum)}${all.map((each, at) => each.kind === 'numeric' ? byNumbers(id(at), each.accepted, each.weight, true) : '').join('')}${scored(`<product><variable identifier="SCORE"/>${number(points / total)}</product>`)}`
    };
}

const inlineChoices = (id: string, choices: readonly Choice[], shuffle: boolean): string =>
    `<inlineChoiceInteraction responseIdentifier="${id}" shuffle="${shuffle}">${choices.map((each, at) => `<inlineChoice identifier="${key(at)}">${escapeXml(each.text)}</inlineChoice>`).join('')}</inlineChoiceInteraction>`;

function gapDeclaration(id: string, gap: Gap): string {
    switch (gap.kind) {
        case 'numeric':
            return declaration(id, 'single', 'float', rightOf(gap.accepted).map(each => figure(withTolerance(each).value)));
        case 'choice':
            return declaration(id, 'single', 'identifier', gap.choices.flatMap((each, at) => each.share === 1 ? [key(at)] : []).slice(0, 1), mapped(gap.choices.map((each, at) => [key(at), each.share * gap.weight])));
        case 'short':
            return declaration(id, 'single', 'string', rightOf(gap.accepted).map(each => literal(each.text)), mapped(gap.accepted.map(each => [literal(each.text), each.share * gap.weight]), { sensitive: gap.caseSensitive }));
    }
}
