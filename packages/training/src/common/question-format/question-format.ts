import type { Question } from '../question/question';
import type { QuestionLanguage } from '../question/question-content';
import type { QuestionProblem } from '../question/validate-question';

export const questionFormats = ['gift', 'aiken', 'moodle-xml', 'qti', 'csv'] as const;
export type QuestionFormatName = typeof questionFormats[number];

/** Files are read by people, too: nobody has more than this in one. */
export const longestFile = 5_000_000;
/** What was read and what could not be, together. */
export const mostQuestions = 5000;

/** A question with what files say about it. */
export interface QuestionEntry {
    readonly question: Question;
    readonly name: string;
    readonly category: string;
    readonly tags: readonly string[];
    /** What another program calls it. */
    readonly externalId: string | null;
    /** What it is written in; files do not say. */
    readonly language?: QuestionLanguage;
}

export const fileProblemCodes = [
    'unsound', 'no-answer', 'brace-missing', 'two-answers', 'not-a-number', 'answer-missing', 'unknown-letter', 'choice-out-of-order', 'stem-missing', 'unsupported-kind', 'xml-broken', 'nothing-found', 'too-large', 'too-many',
    'column-missing', 'unknown-kind', 'quote-missing', 'cloze-broken', 'key-missing', 'description', 'several-questions', 'other-rule', 'other-version'
] as const;
export type FileProblemCode = typeof fileProblemCodes[number];

/** Why something in a file did not become a question. The others are not touched by it. */
export interface FileProblem {
    /** 1 for the first line. */
    readonly line: number;
    readonly code: FileProblemCode;
    /** Of a package: the file within it that the line is of. */
    readonly file?: string;
    readonly name: string | null;
    /** The beginning of what stands there. */
    readonly excerpt: string;
    /** With `unsound`: what is wrong with the question that was read. */
    readonly problems: readonly QuestionProblem[];
}

/** What a file carries and a question cannot, or the other way round. */
export const lossCodes = ['points', 'recording', 'unit', 'otherwise', 'feedback', 'shuffle', 'credit', 'shares', 'category', 'tags', 'external-id', 'name', 'hints', 'rubric', 'rubric-as-text', 'template', 'case', 'images', 'extras', 'formulas', 'answer-feedback'] as const;
export type LossCode = typeof lossCodes[number];
/** Why a question cannot be written at all. */
export const refusalCodes = ['kind', 'line-breaks', 'arrow', 'too-many-choices', 'several-right', 'wildcard'] as const;
export type RefusalCode = typeof refusalCodes[number];

export interface ReadQuestion extends QuestionEntry { readonly line: number; readonly file?: string; /** What of it was not taken over. */ readonly notes: readonly LossCode[] }
export interface QuestionReading { readonly questions: readonly ReadQuestion[]; readonly problems: readonly FileProblem[] }
/** `carried` false: the question is not in the text. Places are those of the questions that were given. */
export interface QuestionWriting { readonly text: string; readonly left: readonly { readonly place: number; readonly carried: boolean; readonly codes: readonly (LossCode | RefusalCode)[] }[] }

/** Files of questions. Reading keeps every question that is sound and names every one that is not, by line and reason; it never throws. */
export interface QuestionFormat {
    readonly name: QuestionFormatName;
    readonly extension: string;
    readonly mediaType: string;
    readonly read: (text: string) => QuestionReading;
    readonly write: (entries: readonly QuestionEntry[]) => QuestionWriting;
}

/** The ids of items that come without: their places. */
export const placeId = (at: number): string => String(at + 1);
export const excerptOf = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').slice(0, 120);
/** The name of a question that has none: how it begins. */
export const nameFrom = (prompt: string): string => excerptOf(prompt).slice(0, 60);
