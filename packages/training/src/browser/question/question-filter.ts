import { oneOf, uuid, withoutGaps, words, yes } from '@earshot/core/lib/browser/navigation/address-values';
import { type QuestionKind, questionKinds } from '../../common/question/question';
import { difficulties, type Difficulty, type QuestionLanguage, questionLanguages } from '../../common/question/question-content';
import { type QuestionState, questionStates } from '../../common/question/question-workflow';

export const questionFilterNames = ['q', 'state', 'kind', 'language', 'category', 'tag', 'skill', 'difficulty', 'check', 'odd', 'mine', 'document'] as const;

/** Which questions a list shows; as it stands in the address. */
export interface QuestionListFilter {
    readonly q?: string; readonly state?: QuestionState; readonly kind?: QuestionKind; readonly language?: QuestionLanguage; readonly category?: string; readonly tag?: string; readonly skill?: string; readonly difficulty?: Difficulty;
    /** Those whose clauses have changed. */
    readonly check?: true; /** Those whose answers say something against them. */ readonly odd?: true; readonly mine?: true; readonly document?: string;
}

/** The filters in an address; what cannot be one is passed over. */
export const readQuestionFilter = (query: URLSearchParams): QuestionListFilter => withoutGaps({
    q: words(query.get('q'), 200), state: oneOf(questionStates, query.get('state')), kind: oneOf(questionKinds, query.get('kind')), language: oneOf(questionLanguages, query.get('language')), category: words(query.get('category'), 200),
    tag: words(query.get('tag'), 100), skill: words(query.get('skill'), 100), difficulty: oneOf(difficulties, query.get('difficulty')), check: yes(query.get('check')), odd: yes(query.get('odd')), mine: yes(query.get('mine')), document: uuid(query.get('document'))
});

/** What the server is asked for. */
export const listInput = ({ q, check, odd, mine, document, ...others }: QuestionListFilter) => withoutGaps({ ...others, text: q, toCheck: check && 'true', standsOut: odd && 'true', mine: mine && 'true', documentId: document });

/** Filters that are set, the search text aside. */
export const filterCount = ({ q: _, ...others }: QuestionListFilter): number => Object.keys(others).length;
