import type { Question } from '../question/question';
import { withTolerance } from '../question/fits-number';
import { promptParts } from '../question/gap-places';
import { notesWithRubric, rubricOf } from '../question/rubric';
import { writeCloze } from './cloze';
import { percentText, shareInMoodle } from './grade-steps';
import { gradingTypeOf } from './moodle-ordering';
import type { LossCode, QuestionEntry, QuestionWriting, RefusalCode } from './question-format';
import { escapeXml } from './xml-items';

const kinds: Readonly<Partial<Record<Question['kind'], string>>> = { single: 'multichoice', multiple: 'multichoice', 'true-false': 'truefalse', short: 'shortanswer', numeric: 'numerical', matching: 'matching', ordering: 'ordering', gaps: 'cloze', essay: 'essay' };

export function writeMoodle(entries: readonly QuestionEntry[]): QuestionWriting {
    const left: { place: number; carried: boolean; codes: (LossCode | RefusalCode)[] }[] = [];
    const blocks: string[] = [];
    let category = '';
    entries.forEach((entry, place) => {
        const kind = kinds[entry.question.kind];
        const lost = lossesOf(entry.question);
        if (!kind || lost.length) { left.push({ place, carried: kind !== undefined, codes: kind ? lost : ['kind'] }); }
        if (!kind) { return; }
        if (entry.category !== category) {
            category = entry.category;
            blocks.push(`  <question type="category">\n    <category><text>${escapeXml(category === '' ? 'top' : category)}</text></category>\n  </question>`);
        }
        blocks.push(block(kind, entry));
    });
    return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${blocks.join('\n')}\n</quiz>\n`, left };
}

function lossesOf(question: Question): LossCode[] {
    const lost: LossCode[] = question.recording === undefined ? [] : ['recording'];
    if (question.kind === 'multiple' && question.credit === 'all-or-nothing') { lost.push('credit'); }
    if (rubricOf(question)) { lost.push('rubric-as-text'); }
    return lost;
}

const markdown = (element: string, text: string | undefined): string => text === undefined ? '' : `    <${element} format="markdown"><text>${escapeXml(text)}</text></${element}>\n`;
const line = (element: string, value: string | number | boolean): string => `    <${element}>${escapeXml(String(value))}</${element}>\n`;
const feedback = (text: string | undefined): string => text === undefined ? '' : `<feedback format="markdown"><text>${escapeXml(text)}</text></feedback>`;
const answer = (share: number, text: string, format: string, said: string | undefined, more = ''): string => `    <answer fraction="${percentText(share)}" format="${format}"><text>${escapeXml(text)}</text>${more}${feedback(said)}</answer>\n`;
const anythingElse = (otherwise: string | undefined, more = ''): string => otherwise === undefined ? '' : answer(0, '*', 'plain_text', otherwise, more);

function block(kind: string, { question, name, tags, externalId }: QuestionEntry): string {
    const prompt = question.kind === 'gaps' ? promptParts(question.prompt).map(part => 'text' in part ? part.text : clozeOf(question.gaps, part.gap)).join('') : question.prompt;
    return `  <question type="${kind}">\n    <name><text>${escapeXml(name)}</text></name>\n${markdown('questiontext', prompt)}${markdown('generalfeedback', question.feedback)}${line('defaultgrade', question.points)}`
        + `${externalId === null ? '' : line('idnumber', externalId)}${body(question)}${tags.length ? `    <tags>${tags.map(tag => `<tag><text>${escapeXml(tag)}</text></tag>`).join('')}</tags>\n` : ''}  </question>`;
}

const clozeOf = (gaps: Extract<Question, { kind: 'gaps' }>['gaps'], id: string): string => { const gap = gaps.find(each => each.id === id); return gap ? writeCloze(gap) : ''; };

function body(question: Question): string {
    switch (question.kind) {
        case 'single':
            return line('single', true) + line('shuffleanswers', question.shuffle) + question.choices.map(each => answer(each.share, each.text, 'markdown', each.feedback)).join('');
        case 'multiple':
            return line('single', false) + line('shuffleanswers', question.shuffle) + question.choices.map(each => answer(shareInMoodle(question, each), each.text, 'markdown', each.feedback)).join('');
        case 'true-false':
            return answer(Number(question.answer), 'true', 'moodle_auto_format', question.feedbackTrue) + answer(Number(!question.answer), 'false', 'moodle_auto_format', question.feedbackFalse);
        case 'short':
            return line('usecase', Number(question.caseSensitive)) + question.accepted.map(each => answer(each.share, each.text, 'plain_text', each.feedback)).join('') + anythingElse(question.otherwise);
        case 'numeric':
            return question.accepted.map(each => {
                const { value, tolerance } = withTolerance(each);
                return answer(each.share, String(value), 'plain_text', each.feedback, `<tolerance>${tolerance}</tolerance>`);
            }).join('') + anythingElse(question.otherwise, '<tolerance>0</tolerance>') + (question.unit === undefined ? '' : `    <units><unit><multiplier>1</multiplier><unit_name>${escapeXml(question.unit)}</unit_name></unit></units>\n`);
        case 'matching':
            // matches are HTML there
            return line('shuffleanswers', question.shuffle) + [...question.pairs, ...question.extras.map(each => ({ stem: '', match: each.text }))]
                .map(each => `    <subquestion format="markdown"><text>${escapeXml(each.stem)}</text><answer><text>${escapeXml(escapeXml(each.match))}</text></answer></subquestion>\n`).join('');
        case 'ordering':
            return line('gradingtype', gradingTypeOf(question.credit)) + question.items.map((each, at) => `    <answer fraction="${at + 1}" format="markdown"><text>${escapeXml(each.text)}</text></answer>\n`).join('');
        case 'essay':
            return markdown('responsetemplate', question.template) + markdown('graderinfo', notesWithRubric(question.hints, rubricOf(question)));
        default:
            return '';
    }
}
