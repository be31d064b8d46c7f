import { type QuestionKind, questionKinds } from '../../common/question/question';
import { difficulties, type Difficulty, type QuestionLanguage, questionLanguages } from '../../common/question/question-content';
import { type QuestionState, questionStates } from '../../common/question/question-workflow';

export const questionFilterNames = ['q', 'state', 'kind', 'language', 'category', 'tag', 'skill', 'difficulty', 'check', 'mine', 'document'] as const;

/** Which questions a list shows; as it stands in the address. */
export interface QuestionListFilter {
    readonly q?: string; readonly state?: QuestionState; readonly kind?: QuestionKind; readonly language?: QuestionLanguage; readonly category?: string; readonly tag?: string; readonly skill?: string; readonly difficulty?: Difficulty;
    /** Those whose clauses have changed. */
    readonly check?: true; readonly mine?: true; readonly document?: string;
}

const oneOf = <Choice extends string>(choices: readonly Choice[], value: string | null): Choice | undefined => choices.find(each => each === value);
const word = (value: string | null, most: number): string | undefined => value?.trim().slice(0, most) || undefined;
const yes = (value: string | null): true | undefined => value === 'true' ? true : undefined;
const uuid = (value: string | null): string | undefined => value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(value) ? value : undefined;
const withoutGaps = <Value extends object>(value: Value): Value => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;

/** The filters in an address; what cannot be one is passed over. */
export const readQuestionFilter = (query: URLSearchParams): QuestionListFilter => withoutGaps({
    q: word(query.get('q'), 200), state: oneOf(questionStates, query.get('state')), kind: oneOf(questionKinds, query.get('kind')), language: oneOf(questionLanguages, query.get('language')), category: word(query.get('category'), 200),
    tag: word(query.get('tag'), 100), skill: word(query.get('skill'), 100), difficulty: oneOf(difficulties, query.get('difficulty')), check: yes(query.get('check')), mine: yes(query.get('mine')), document: uuid(query.get('document'))
});

/** What the server is asked for. */
export const listInput = ({ q, check, mine, document, ...others }: QuestionListFilter) => withoutGaps({ ...others, text: q, toCheck: check && 'true', mine: mine && 'true', documentId: document });

/** Filters that are set, the search text aside. */
export const filterCount = ({ q: _, ...others }: QuestionListFilter): number => Object.keys(others).length;
