import type { Choice } from '../question/question';
import { questionLimits } from '../question/question-limits';
import { isSound, validateQuestion } from '../question/validate-question';
import { excerptOf, type FileProblem, type FileProblemCode, type LossCode, nameFrom, placeId, type QuestionEntry, type QuestionFormat, type QuestionReading, type QuestionWriting, type ReadQuestion, type RefusalCode } from './question-format';

/**
 * A stem, choices that begin with a letter and a full stop or bracket, and the letter of the right one (https://docs.moodle.org/en/Aiken_format).
 * Stems may have several lines; texts are Markdown.
 */
export const aiken: QuestionFormat = { name: 'aiken', extension: 'txt', mediaType: 'text/plain', read, write };

const choiceLine = /^\s*([A-Za-z])[.)．、）]\s*(\S.*)$/u;
const answerLine = /^\s*(?:ANSWER|答案)\s*[:：]\s*(\S.*)?$/iu;

interface Gathered { readonly line: number; readonly stem: string[]; readonly choices: { readonly letter: string; text: string }[] }
const nothing = (line: number): Gathered => ({ line, stem: [], choices: [] });

function read(file: string): QuestionReading {
    const questions: ReadQuestion[] = [];
    const problems: FileProblem[] = [];
    let gathered: Gathered | undefined;
    const broken = (code: FileProblemCode, found: FileProblem['problems'] = []): void => {
        if (gathered) { problems.push({ line: gathered.line, code, name: null, excerpt: excerptOf([...gathered.stem, ...gathered.choices.map(each => each.text)].join(' ')), problems: found }); }
        gathered = undefined;
    };
    file.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n').split('\n').forEach((text, at) => {
        const answer = answerLine.exec(text);
        const choice = choiceLine.exec(text);
        if (answer) {
            gathered ??= nothing(at + 1);
            const made = questionOf(gathered, (answer[1] ?? '').trim());
            if (typeof made === 'string') { broken(made); } else if (isSound(made.found)) { questions.push(made.entry); gathered = undefined; } else { broken('unsound', made.found); }
        } else if (text.trim() === '') {
            // an empty line within a question is no end of it, but what follows a question without an answer is the next one
            if (gathered?.choices.length) { broken('answer-missing'); }
        } else if (gathered?.stem.length && choice && choice[1]!.toUpperCase() === String.fromCharCode(65 + gathered.choices.length)) {
            gathered.choices.push({ letter: choice[1]!.toUpperCase(), text: choice[2]!.trim() });
        } else if (gathered?.choices.length) {
            if (choice) { broken('choice-out-of-order'); } else { gathered.choices.at(-1)!.text += `\n${text.trim()}`; }
        } else {
            gathered ??= nothing(at + 1);
            gathered.stem.push(text.trim());
        }
    });
    if (gathered) { broken(gathered.choices.length ? 'answer-missing' : 'no-answer'); }
    return { questions, problems };
}

function questionOf({ line, stem, choices }: Gathered, answer: string): { readonly entry: ReadQuestion; readonly found: FileProblem['problems'] } | FileProblemCode {
    if (!stem.length) {
        return 'stem-missing';
    }
    if (choices.some(each => each.text.length > questionLimits.text) || stem.join('\n').length > questionLimits.prompt) {
        return 'too-large';
    }
    const letter = /^[A-Za-z](?![A-Za-z])/u.exec(answer)?.[0].toUpperCase();
    if (letter === undefined || !choices.some(each => each.letter === letter)) {
        return 'unknown-letter';
    }
    const prompt = stem.join('\n');
    const made: Choice[] = choices.map((each, at) => ({ id: placeId(at), text: each.text, share: each.letter === letter ? 1 : 0 }));
    const question = { kind: 'single' as const, prompt, points: 1, choices: made, shuffle: true };
    return { entry: { question, name: nameFrom(prompt), category: '', tags: [], externalId: null, line, notes: [] }, found: validateQuestion(question) };
}

function write(entries: readonly QuestionEntry[]): QuestionWriting {
    const left: { place: number; carried: boolean; codes: (LossCode | RefusalCode)[] }[] = [];
    const blocks: string[] = [];
    entries.forEach((entry, place) => {
        const refused = refusalOf(entry);
        const codes = refused ? [refused] : lossesOf(entry);
        if (codes.length) { left.push({ place, carried: !refused, codes }); }
        if (!refused && entry.question.kind === 'single') {
            const { prompt, choices } = entry.question;
            const letter = (at: number): string => String.fromCharCode(65 + at);
            blocks.push([prompt.trim(), ...choices.map((choice, at) => `${letter(at)}. ${choice.text.trim()}`), `ANSWER: ${letter(choices.findIndex(choice => choice.share === 1))}`].join('\n'));
        }
    });
    return { text: blocks.length ? `${blocks.join('\n\n')}\n` : '', left };
}

function refusalOf({ question }: QuestionEntry): RefusalCode | undefined {
    if (question.kind !== 'single') {
        return 'kind';
    }
    if (question.choices.length > 26) {
        return 'too-many-choices';
    }
    if (question.choices.filter(choice => choice.share === 1).length > 1) {
        return 'several-right';
    }
    const lines = [question.prompt.trim(), ...question.choices.map(choice => choice.text.trim())].map(text => text.split('\n'));
    // what looks like a choice, an answer or the end of a question would be taken for one
    const taken = lines.flatMap((each, at) => each.filter((line, place) => line.trim() === '' || answerLine.test(line) || choiceLine.test(line) && (at > 0 && place > 0 || at === 0 && place > 0) || line.trim() !== line));
    return taken.length ? 'line-breaks' : undefined;
}

function lossesOf({ question, category, tags, externalId, name }: QuestionEntry): LossCode[] {
    const lost: LossCode[] = [];
    const also = (code: LossCode, is: boolean): void => { if (is) { lost.push(code); } };
    also('points', question.points !== 1);
    also('recording', question.recording !== undefined);
    also('feedback', question.feedback !== undefined || question.kind === 'single' && question.choices.some(choice => choice.feedback !== undefined));
    also('shares', question.kind === 'single' && question.choices.some(choice => choice.share !== 0 && choice.share !== 1));
    also('shuffle', question.kind === 'single' && !question.shuffle);
    also('category', category !== '');
    also('tags', tags.length > 0);
    also('external-id', externalId !== null);
    also('name', name !== nameFrom(question.prompt));
    return lost;
}
