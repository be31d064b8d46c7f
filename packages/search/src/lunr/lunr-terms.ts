import { analyse, type Token } from '../analysis/analyse';
import type { FieldName, SearchDocument } from '../document';
import type { QueryClause } from '../query/parse-query';
import type { Synonyms } from '../query/synonyms';
import type { Correction } from '../search-engine';
import { editDistance } from '../segment/edit-distance';
import { defaultRanking } from '../segment/ranking';
import { isInPair } from '../text/text-matching';
import { encodeHan } from './han-encoding';
import type { LunrIndex } from './lunr-index';

interface Candidate {
    readonly term: string;
    readonly weight: number;
    readonly fields: readonly FieldName[];
    readonly stopWord: boolean;
    readonly shown: boolean;
    /** visible documents that it stands in */
    readonly frequency: number;
}

/** The terms that a query asks lunr for, with their weights; the same choice that the default engine makes. */
export class LunrTerms {
    readonly corrections: Correction[] = [];
    private readonly candidates: Candidate[] = [];

    constructor(
        private readonly index: LunrIndex, private readonly visible: ReadonlyMap<string, SearchDocument>, private readonly synonyms: Synonyms,
        private readonly fields: readonly FieldName[]
    ) { }

    add(clause: QueryClause, asBeginning: boolean): void {
        const fields = clause.field === undefined ? this.fields : this.fields.filter(each => each === clause.field);
        const tokens = analyse(clause.text);
        tokens.forEach((token, position) => {
            const found = this.push(token.term, clause.boost, fields, token, tokens, clause.presence !== 'must');
            const beginnings = asBeginning && position === tokens.length - 1 ? this.beginnings(token, fields) : [];
            beginnings.forEach(each => this.push(each, clause.boost * defaultRanking.prefix.weight, fields, token, tokens, true));
            if (token.kind === 'word' && ((clause.edits ?? 0) > 0 || !found && beginnings.length === 0)) {
                this.correct(token, clause, fields, tokens);
            }
        });
        for (const other of this.synonyms.within(clause.text)) {
            const terms = analyse(other);
            terms.forEach(each => this.push(each.term, clause.boost * defaultRanking.synonym.weight, fields, each, terms, true));
        }
    }

    /** What to search, encoded, without stop words and common terms unless nothing else is there. */
    leaves(): { term: string; weight: number; fields: readonly FieldName[] }[] {
        const total = this.visible.size;
        return this.chosen().map(({ term, weight, fields, frequency }) =>
            ({ term: encodeHan(term), weight: weight * Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)), fields }));
    }

    /** Terms to set off. */
    shown(): ReadonlySet<string> {
        return new Set(this.chosen().filter(each => each.shown).map(each => each.term));
    }

    private chosen(): Candidate[] {
        const limit = Math.max(defaultRanking.neverCommon, this.visible.size * defaultRanking.commonShare);
        const telling = this.candidates.filter(each => !each.stopWord && each.frequency <= limit);
        return telling.length > 0 ? telling : this.candidates;
    }

    private push(term: string, weight: number, fields: readonly FieldName[], token: Token, among: readonly Token[], shown: boolean): boolean {
        const frequency = this.frequencyOf(term, fields);
        if (frequency > 0) {
            this.candidates.push({ term, weight, fields, stopWord: token.stopWord, shown: shown && !isInPair(token, among), frequency });
        }
        return frequency > 0;
    }

    private frequencyOf(term: string, fields: readonly FieldName[]): number {
        return [...this.index.documentsOf(term, fields)].filter(each => this.visible.has(each)).length;
    }

    /** The most frequent terms that begin with what is being typed. */
    private beginnings(token: Token, fields: readonly FieldName[]): string[] {
        if (token.kind === 'bigram' || token.kind === 'compound' || token.kind === 'word' && token.written.length < 2) {
            return [];
        }
        return this.mostFrequent(this.index.startingWith(token.written).filter(each => each !== token.term), fields).slice(0, defaultRanking.prefix.expansions);
    }

    private mostFrequent(terms: readonly string[], fields: readonly FieldName[]): string[] {
        return terms.map(term => ({ term, frequency: this.frequencyOf(term, fields) })).filter(each => each.frequency > 0)
            .sort((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1)).map(each => each.term);
    }

    private correct(token: Token, clause: QueryClause, fields: readonly FieldName[], among: readonly Token[]): void {
        if (token.written.length < defaultRanking.typo.shortestWord || /\d/.test(token.written)) {
            return;
        }
        const errors = clause.edits ?? (token.term.length >= 8 ? 2 : 1);
        const near = this.index.startingWith(clause.edits === undefined ? token.term[0] : '')
            .map(term => ({ term, distance: editDistance(token.term, term, errors) }))
            .filter(each => each.distance <= errors && each.distance > 0 && this.frequencyOf(each.term, fields) > 0);
        const nearest = Math.min(...near.map(each => each.distance));
        const considered = near.filter(each => clause.edits !== undefined || each.distance === nearest).map(each => each.term);
        const words = this.mostFrequent(considered, fields).slice(0, defaultRanking.typo.candidates);
        words.forEach(each => this.push(each, clause.boost * defaultRanking.typo.weight, fields, token, among, true));
        if (words.length > 0 && clause.edits === undefined) {
            this.corrections.push({ typed: token.written, read: words });
        }
    }
}
