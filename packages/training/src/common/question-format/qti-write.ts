import { promptParts } from '../question/gap-places';
import type { Question } from '../question/question';
import { rubricOf } from '../question/rubric';
import { gapMark } from './cloze';
import { manifestName, manifestOf, packageText } from './qti-package';
import { type Answering, answeringOf } from './qti-answers';
import { sourceOf, writtenText, xhtmlOf } from './qti-text';
import type { LossCode, QuestionEntry, QuestionWriting, RefusalCode } from './question-format';
import { escapeXml } from './xml-items';

const namespace = 'http://www.imsglobal.org/xsd/imsqti_v2p1';

/** A package of items with its manifest, as one text. */
export function writeQti(entries: readonly QuestionEntry[]): QuestionWriting {
    const left: { place: number; carried: boolean; codes: (LossCode | RefusalCode)[] }[] = [];
    const items = entries.flatMap((entry, place) => {
        const refused = refusalOf(entry.question);
        const lost = refused ? [refused] : lossesOf(entry.question);
        if (lost.length) { left.push({ place, carried: !refused, codes: lost }); }
        const id = `item-${place + 1}`;
        return refused ? [] : [{ id, path: `${id}.xml`, text: itemOf(id, entry), category: entry.category, tags: entry.tags }];
    });
    return { text: packageText([{ path: manifestName, text: manifestOf(items) }, ...items]), left };
}

/** `*` that stands for anything is no answer there. */
const hasWildcard = (text: string): boolean => /(?<!\\)\*/u.test(text);

function refusalOf(question: Question): RefusalCode | undefined {
    const texts = question.kind === 'short' ? question.accepted : question.kind === 'gaps' ? question.gaps.flatMap(gap => gap.kind === 'short' ? gap.accepted : []) : [];
    return question.kind === 'listening' ? 'kind' : texts.some(each => hasWildcard(each.text)) ? 'wildcard' : undefined;
}

function lossesOf(question: Question): LossCode[] {
    const lost = new Set<LossCode>(question.recording === undefined ? [] : ['recording']);
    if (question.kind === 'numeric' && question.unit !== undefined) { lost.add('unit'); }
    if ((question.kind === 'numeric' || question.kind === 'short') && question.otherwise !== undefined || question.kind === 'gaps' && question.gaps.some(each => each.otherwise !== undefined)) { lost.add('otherwise'); }
    if (answersOf(question).some(each => each.feedback !== undefined)) { lost.add('answer-feedback'); }
    if (question.kind === 'ordering' && question.credit !== 'all-or-nothing') { lost.add('credit'); }
    if (question.kind === 'essay' && question.template !== undefined) { lost.add('template'); }
    if (rubricOf(question)) { lost.add('rubric-as-text'); }
    return [...lost];
}

/** Answers with which nothing can be said there. */
function answersOf(question: Question): readonly { readonly feedback?: string }[] {
    switch (question.kind) {
        case 'numeric':
        case 'short':
            return question.accepted;
        case 'gaps':
            return question.gaps.flatMap((gap): readonly { readonly feedback?: string }[] => gap.kind === 'choice' ? gap.choices : gap.accepted);
        default:
            return [];
    }
}

function itemOf(id: string, { question, name, externalId, language }: QuestionEntry): string {
    const answering = answeringOf(question, language);
    const own = `toolName="Earshot"${externalId === null ? '' : ` label="${escapeXml(externalId)}"`}`;
    const feedback = question.feedback === undefined ? '' : `  <modalFeedback outcomeIdentifier="FEEDBACK_ALL" identifier="shown" showHide="show">${writtenText(question.feedback)}</modalFeedback>\n`;
    return `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="${namespace}" identifier="${id}" title="${escapeXml(name)}" adaptive="false" timeDependent="false" ${own}>
${answering.declarations}  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="${question.points}"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
${answering.feedback ? `  <outcomeDeclaration identifier="FEEDBACK" cardinality="${answering.feedback}" baseType="identifier"/>\n` : ''}${feedback === '' ? '' : '  <outcomeDeclaration identifier="FEEDBACK_ALL" cardinality="single" baseType="identifier"><defaultValue><value>shown</value></defaultValue></outcomeDeclaration>\n'}${bodyOf(question, answering)}
${processingOf(answering)}${feedback}</assessmentItem>
`;
}

/** The question stands in blocks before its interaction; gaps stand within it. */
function bodyOf(question: Question, { interactions, hints }: Answering): string {
    const block = (html: string): string => /^<(?:p|ul|ol|table|pre|blockquote|h\d|hr)\b/u.test(html) ? html : `<p>${html}</p>`;
    const rubric = hints === undefined ? '' : `<rubricBlock view="scorer">${sourceOf(hints)}${block(xhtmlOf(hints))}</rubricBlock>`;
    if (question.kind !== 'gaps') {
        const inline = question.kind === 'short' || question.kind === 'numeric';
        return `  <itemBody>${sourceOf(question.prompt)}${block(xhtmlOf(question.prompt))}${inline ? `<p>${interactions[0]}</p>` : interactions[0]}${rubric}</itemBody>`;
    }
    const prompt = promptParts(question.prompt).map(part => 'text' in part ? part.text : gapMark(question.gaps.findIndex(each => each.id === part.gap) + 1)).join('');
    return `  <itemBody class="gaps">${sourceOf(prompt)}${block(xhtmlOf(prompt)).replaceAll(/xGAPx(\d{1,4})x/gu, (_, number: string) => interactions[Number(number) - 1] ?? '')}</itemBody>`;
}

function processingOf({ rules, feedback }: Answering): string {
    const all = `${rules}${feedback ? '<setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>' : ''}`;
    return all === '' ? '' : `  <responseProcessing>${all}</responseProcessing>\n`;
}
