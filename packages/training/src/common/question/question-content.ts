import type { Question } from './question';

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = typeof difficulties[number];
export const questionLanguages = ['zh-cn', 'zh-tw', 'en'] as const;
export type QuestionLanguage = typeof questionLanguages[number];

/** A clause of a process document, by the anchor that stays with it. */
export interface ClauseReference { readonly documentId: string; readonly clauseId: string }

/** What is reviewed and approved of a version of a question. */
export interface QuestionContent {
    readonly language: QuestionLanguage;
    /** What authors call it; nobody who is asked sees it. */
    readonly name: string;
    /** Levels separated by `/`; empty for none. */
    readonly category: string;
    readonly tags: readonly string[];
    readonly skills: readonly string[];
    readonly difficulty: Difficulty | null;
    readonly clauses: readonly ClauseReference[];
    readonly question: Question;
}

/** How exams name a clause. */
export const clauseKey = ({ documentId, clauseId }: ClauseReference): string => `${documentId}#${clauseId}`;

/** The one text of a content, for hashes: members in one order, lists that have no order sorted, Unicode composed, lines ended by a line feed. */
export function canonicalQuestion({ language, name, category, tags, skills, difficulty, clauses, question }: QuestionContent): string {
    const once = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();
    return ordered({ language, name, category, tags: once(tags), skills: once(skills), difficulty, clauses: once(clauses.map(clauseKey)), question });
}

function ordered(value: unknown): string {
    if (Array.isArray(value)) {
        return `[${value.map(ordered).join(',')}]`;
    }
    if (typeof value === 'object' && value !== null) {
        const members = Object.entries(value).filter(([, each]) => each !== undefined).sort(([one], [other]) => one < other ? -1 : 1);
        return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${ordered(each)}`).join(',')}}`;
    }
    return typeof value === 'string' ? JSON.stringify(value.replace(/\r\n?/g, '\n').normalize('NFC')) : JSON.stringify(value);
}
