import type { Choice, Question } from '../question/question';
import { rubricOf } from '../question/rubric';
import { escapeGift, isTagged } from './gift-text';
import { percentText, shareInMoodle } from './grade-steps';
import { rangeText } from './number-range';
import type { LossCode, QuestionEntry, QuestionWriting, RefusalCode } from './question-format';

/** Texts are written as Markdown, which Moodle reads. */
export function writeGift(entries: readonly QuestionEntry[]): QuestionWriting {
    const left: { place: number; carried: boolean; codes: (LossCode | RefusalCode)[] }[] = [];
    const blocks: string[] = [];
    let category = '';
    entries.forEach((entry, place) => {
        const refused = refusalOf(entry.question);
        const lost = refused ? [refused] : lossesOf(entry.question);
        if (lost.length) {
            left.push({ place, carried: !refused, codes: lost });
        }
        if (refused) {
            return;
        }
        if (entry.category !== category) {
            category = entry.category;
            blocks.push(`$CATEGORY: ${category === '' ? 'top' : category.replaceAll(/\s+/gu, ' ')}`);
        }
        blocks.push(block(entry));
    });
    return { text: blocks.length ? `${blocks.join('\n\n')}\n` : '', left };
}

function refusalOf(question: Question): RefusalCode | undefined {
    switch (question.kind) {
        case 'ordering':
        case 'gaps':
        case 'listening':
            return 'kind';
        case 'matching':
            return question.pairs.some(pair => pair.stem.includes('->')) ? 'arrow' : undefined;
        default:
            return undefined;
    }
}

function lossesOf(question: Question): LossCode[] {
    const lost: LossCode[] = question.points === 1 ? [] : ['points'];
    const also = (code: LossCode, is: boolean): void => { if (is) { lost.push(code); } };
    also('recording', question.recording !== undefined);
    also('unit', question.kind === 'numeric' && question.unit !== undefined);
    also('case', question.kind === 'short' && question.caseSensitive);
    also('shuffle', (question.kind === 'single' || question.kind === 'multiple' || question.kind === 'matching') && !question.shuffle);
    also('credit', question.kind === 'multiple' && question.credit === 'all-or-nothing');
    also('template', question.kind === 'essay' && question.template !== undefined);
    also('hints', question.kind === 'essay' && question.hints !== undefined);
    also('rubric', rubricOf(question) !== null);
    return lost;
}

const word = (text: string): string => text.replaceAll(/[\]\\]/gu, '\\$&').replaceAll(/\s+/gu, ' ');

function block({ question, name, tags, externalId }: QuestionEntry): string {
    const about = [...externalId === null ? [] : [`[id:${word(externalId)}]`], ...tags.map(tag => `[tag:${word(tag)}]`)];
    const general = question.feedback === undefined ? '' : `\n\t####${text(question.feedback)}`;
    return `${about.length ? `// ${about.join(' ')}\n` : ''}::${escapeGift(name.replaceAll(/\s+/gu, ' '))}::[markdown]${escapeGift(question.prompt)}{${answers(question)}${general}\n}`;
}

/** What begins like the name of a format needs one before it. */
const text = (written: string): string => `${isTagged(written) ? '[markdown]' : ''}${escapeGift(written)}`;
const said = (feedback: string | undefined): string => feedback === undefined ? '' : `#${text(feedback)}`;

function answers(question: Question): string {
    switch (question.kind) {
        case 'single':
            return question.choices.map(choice => piece(choice, choice.share === 1 ? '=' : '~', text(choice.text))).join('');
        case 'multiple':
            return question.choices.map(choice => `\n\t~%${percentText(shareInMoodle(question, choice))}%${text(choice.text)}${said(choice.feedback)}`).join('');
        case 'true-false': {
            const [wrong, right] = question.answer ? [question.feedbackFalse, question.feedbackTrue] : [question.feedbackTrue, question.feedbackFalse];
            return `${question.answer ? 'TRUE' : 'FALSE'}${right === undefined ? said(wrong) : `#${text(wrong ?? '')}${said(right)}`}`;
        }
        case 'short':
            return `${question.accepted.map(each => `\n\t=%${percentText(each.share)}%${text(each.text)}${said(each.feedback)}`).join('')}${question.otherwise === undefined ? '' : `\n\t=%0%*${said(question.otherwise)}`}`;
        case 'numeric':
            return `#${question.accepted.map(each => `\n\t=${each.share === 1 ? '' : `%${percentText(each.share)}%`}${rangeText(each)}${said(each.feedback)}`).join('')}${question.otherwise === undefined ? '' : `\n\t~${said(question.otherwise)}`}`;
        case 'matching':
            return `${question.pairs.map(pair => `\n\t=${text(pair.stem)} -> ${text(pair.match)}`).join('')}${question.extras.map(extra => `\n\t= -> ${text(extra.text)}`).join('')}`;
        default:
            return '';
    }
}

/** A text that begins with a percent sign would be taken for a weight. */
function piece(choice: Choice, sign: '=' | '~', written: string): string {
    const weight = choice.share === (sign === '=' ? 1 : 0) && !choice.text.trimStart().startsWith('%') ? '' : `%${percentText(choice.share)}%`;
    return `\n\t${sign}${weight}${written}${said(choice.feedback)}`;
}
