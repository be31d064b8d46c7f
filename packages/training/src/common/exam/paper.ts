import type { Question } from '../question/question';
import type { ExamSection } from './blueprint';
import type { PaperItem } from './draw-paper';

/** A question as it lies in somebody's paper: the whole of it, sealed, with the version of the bank that it was taken from. */
export interface PaperQuestion extends PaperItem { readonly versionId: string; readonly question: Question }

/** A paper as it is stored: everything that is needed to show, mark and explain it, whatever becomes of the bank. */
export interface Paper { readonly seed: number; readonly sections: readonly Pick<ExamSection, 'id' | 'title' | 'passPercent'>[]; readonly items: readonly PaperQuestion[] }

/** Links to what has to be heard in it, each once. */
export const recordingsOf = ({ items }: Paper): readonly string[] => [...new Set(items.flatMap(({ question }) => question.recording ? [question.recording] : []))];

/** The question without its own wish to be shuffled. */
export function keepOrder(question: Question): Question {
    switch (question.kind) {
        case 'single': return { ...question, shuffle: false };
        case 'multiple': return { ...question, shuffle: false };
        case 'matching': return { ...question, shuffle: false };
        case 'gaps': return { ...question, gaps: question.gaps.map(each => each.kind === 'choice' ? { ...each, shuffle: false } : each) };
        default: return question;
    }
}
