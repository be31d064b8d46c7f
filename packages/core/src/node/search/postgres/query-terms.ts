import { type Correction, defaultRanking, editDistance, type FieldName, isInPair, mostFrequency, type QueryClause, type Synonyms, type Token } from '@earshot/search';
import { lexemesOf, termQuery } from './term-vector';

/** One thing to score by. */
export interface QueryTerm {
    readonly term: string;
    readonly prefix: boolean;
    readonly weight: number;
    readonly fields: readonly FieldName[];
    readonly stopWord: boolean;
    /** a character of a pair */
    readonly inPair: boolean;
    /** set off in what is found */
    readonly shown: boolean;
    /** visible documents that it stands in */
    readonly frequency: number;
}

/** What has to be asked of the database. */
export interface Vocabulary {
    /** How many visible documents answer each text query. */
    frequencies(queries: readonly string[]): Promise<readonly number[]>;
    /** Stems of about this length; with this first letter where one is given. */
    stems(length: number, tolerance: number, firstLetter: string | undefined): Promise<readonly string[]>;
}

type Wanted = Omit<QueryTerm, 'frequency'>;

const mostNear = 200;

/** The terms that a query asks for, with their weights: the same choice that the default engine makes. */
export class QueryTerms {
    readonly corrections: Correction[] = [];
    private readonly terms: QueryTerm[] = [];

    constructor(private readonly vocabulary: Vocabulary, private readonly synonyms: Synonyms, private readonly fields: readonly FieldName[]) { }

    async add(clause: QueryClause, asBeginning: boolean): Promise<void> {
        const fields = clause.field === undefined ? this.fields : this.fields.filter(each => each === clause.field);
        const tokens = lexemesOf(clause.text);
        const exact = tokens.map(token => wanted(token, tokens, token.term, clause.boost, fields, clause.presence !== 'must'));
        const last = tokens[tokens.length - 1];
        const beginning = asBeginning && last && (last.kind === 'character' || last.kind === 'word' && last.written.length >= 2)
            ? [{ ...wanted(last, tokens, last.written, clause.boost * defaultRanking.prefix.weight, fields, true), inPair: false, prefix: true }] : [];
        const others = this.synonyms.within(clause.text).flatMap(text => lexemesOf(text).map((each, _, all) => wanted(each, all, each.term, clause.boost * defaultRanking.synonym.weight, fields, true)));
        const counted = await this.counted([...exact, ...beginning, ...others]);
        this.terms.push(...counted.filter(each => each.frequency > 0));
        for (const [index, token] of tokens.entries()) {
            const begun = token === last && (counted[exact.length]?.frequency ?? 0) > 0 && beginning.length > 0;
            if (token.kind === 'word' && ((clause.edits ?? 0) > 0 || counted[index]!.frequency === 0 && !begun)) {
                await this.correct(token, clause, fields);
            }
        }
    }

    /** Without what is common, unless nothing else is there. */
    chosen(visible: number): readonly QueryTerm[] {
        const telling = this.terms.filter(each => each.frequency <= mostFrequency(defaultRanking, visible, each));
        return telling.length ? telling : this.terms;
    }

    private async counted(terms: readonly Wanted[]): Promise<QueryTerm[]> {
        const frequencies = await this.vocabulary.frequencies(terms.map(each => termQuery(each.term, each.fields, each.prefix)));
        return terms.map((each, index) => ({ ...each, frequency: frequencies[index]! }));
    }

    /** The nearest words, and among them the most frequent. */
    private async correct(token: Token, clause: QueryClause, fields: readonly FieldName[]): Promise<void> {
        const { weight, candidates, shortestWord } = defaultRanking.typo;
        if (token.written.length < shortestWord || /\d/.test(token.written)) {
            return;
        }
        const errors = clause.edits ?? (token.term.length >= 8 ? 2 : 1);
        const near = (await this.vocabulary.stems(token.term.length, errors, clause.edits === undefined ? token.term[0] : undefined))
            .map(term => ({ term, distance: editDistance(token.term, term, errors) })).filter(each => each.distance > 0 && each.distance <= errors)
            .sort((one, other) => one.distance - other.distance || (one.term < other.term ? -1 : 1)).slice(0, mostNear);
        const counted = (await this.counted(near.map(({ term }) => wanted(token, [], term, clause.boost * weight, fields, true)))).map((each, index) => ({ ...each, distance: near[index]!.distance })).filter(each => each.frequency > 0);
        const nearest = Math.min(...counted.map(each => each.distance));
        const found = counted.filter(each => clause.edits !== undefined || each.distance === nearest)
            .sort((one, other) => one.distance - other.distance || other.frequency - one.frequency || (one.term < other.term ? -1 : 1)).slice(0, candidates);
        this.terms.push(...found);
        if (found.length && clause.edits === undefined) {
            this.corrections.push({ typed: token.written, read: found.map(each => each.term) });
        }
    }
}

function wanted(token: Token, among: readonly Token[], term: string, weight: number, fields: readonly FieldName[], shown: boolean): Wanted {
    const inPair = isInPair(token, among);
    return { term, prefix: false, weight: inPair ? weight * defaultRanking.characterInPair : weight, fields, stopWord: token.stopWord, inPair, shown: shown && !inPair };
}
