import { analyse, type Token } from '../analysis/analyse';
import { fieldNames } from '../document';
import type { ParsedQuery, QueryClause } from '../query/parse-query';
import type { Synonyms } from '../query/synonyms';
import type { Correction } from '../search-engine';
import { isInPair } from '../text/text-matching';
import type { Bitmap } from './bitmap';
import { Expansions } from './expansions';
import { matching, type Sequence, sequenceOf } from './phrases';
import { mostFrequency, type Ranking } from './ranking';
import type { SegmentIndex } from './segment-index';
import { allFields, type View } from './views';

/** A term to score, and how much it counts. */
export interface Leaf {
    readonly term: number;
    readonly weight: number;
    readonly fields: number;
}

export interface QueryPlan {
    readonly leaves: readonly Leaf[];
    /** documents that may be found */
    readonly allowed: Bitmap;
    /** whether all that are allowed are found, scored or not */
    readonly allAllowed: boolean;
    /** what to set off: terms, and sequences of adjoining ones */
    readonly terms: ReadonlySet<number>;
    readonly sequences: readonly Sequence[];
    readonly corrections: readonly Correction[];
    /** whether a word that was typed stands in a document as it was typed */
    readonly known: boolean;
}

export interface PlanSettings {
    readonly index: SegmentIndex;
    readonly view: View;
    readonly ranking: Ranking;
    readonly synonyms: Synonyms;
    readonly fields: number;
    readonly typing: boolean;
}

interface Candidate extends Leaf {
    readonly stopWord: boolean;
    /** a character of a pair */
    readonly inPair: boolean;
    /** a single character of a longer text is searched, but not set off */
    readonly shown: boolean;
}

class Planner {
    private readonly candidates: Candidate[] = [];
    private readonly sequences: Sequence[] = [];
    private readonly corrections: Correction[] = [];
    private allowed: Bitmap;
    private required = false;
    private excluded = false;
    private known = false;

    constructor(private readonly settings: PlanSettings) {
        this.allowed = settings.view.documents;
    }

    plan({ clauses }: ParsedQuery, queryEnd: number): QueryPlan {
        clauses.forEach((clause, position) => this.clause(clause, this.settings.typing && position === clauses.length - 1 && clause.end === queryEnd));
        const leaves = this.chosen();
        return {
            leaves, allowed: this.allowed,
            allAllowed: this.required || this.excluded && clauses.every(each => each.presence === 'mustNot'),
            terms: new Set(leaves.filter(each => each.shown).map(each => each.term)),
            sequences: this.sequences, corrections: this.corrections, known: this.known
        };
    }

    private clause(clause: QueryClause, typing: boolean): void {
        const { index, synonyms } = this.settings;
        const named = clause.field === undefined ? allFields : 1 << (fieldNames as readonly string[]).indexOf(clause.field);
        const fields = named & this.settings.fields;
        const tokens = analyse(clause.text);
        if (clause.presence === 'mustNot') {
            if (tokens.length > 0) {
                this.excluded = true;
                this.allowed = this.allowed.copy().subtract(matching(index, tokens, fields, this.allowed));
            }
            return;
        }
        const asBeginning = clause.prefix || typing && !clause.phrase;
        if (clause.presence === 'must' && tokens.length > 0 && !asBeginning) {
            this.require([tokens, ...synonyms.of(clause.text).map(analyse)], fields);
        } else if (clause.presence === 'must' && tokens.length > 0) {
            this.requireBeginning(tokens, fields);
        }
        this.score(tokens, clause, fields, asBeginning);
        for (const other of synonyms.within(clause.text)) {
            this.scoreExactly(analyse(other), clause.boost * this.settings.ranking.synonym.weight, fields);
        }
    }

    /** One of the texts must be there. */
    private require(texts: readonly (readonly Token[])[], fields: number): void {
        const { index } = this.settings;
        const found = texts.map(each => matching(index, each, fields, this.allowed));
        this.allowed = found.reduce((all, each) => all.unite(each));
        this.required = true;
        this.sequences.push(...texts.map(each => sequenceOf(index, each)).filter(each => each !== undefined));
    }

    /** All but the last token must be there; the last is a beginning, which only scores. */
    private requireBeginning(tokens: readonly Token[], fields: number): void {
        const last = tokens[tokens.length - 1];
        const before = tokens.filter(each => each.end <= last.start);
        if (last.kind === 'character') {
            this.require([tokens], fields);
        } else if (before.length > 0) {
            this.require([before], fields);
        }
    }

    private score(tokens: readonly Token[], clause: QueryClause, fields: number, asBeginning: boolean): void {
        const { ranking, index } = this.settings;
        const expansions = new Expansions(index, this.settings.view, fields, ranking);
        const last = tokens[tokens.length - 1];
        tokens.forEach(token => {
            const term = index.find(token.kind, token.written);
            const found = term >= 0 && this.settings.view.frequencyOf(term, fields) > 0;
            if (found) {
                this.known ||= !token.stopWord && token.kind !== 'character';
                this.add(term, clause.boost, fields, token, tokens, clause.presence !== 'must');
            }
            const beginning = asBeginning && token === last ? this.beginning(token, expansions) : [];
            beginning.forEach(each => this.add(each, clause.boost * ranking.prefix.weight, fields, token, tokens, true));
            if (token.kind === 'word' && (clause.edits ?? 0) > 0 || !found && beginning.length === 0) {
                this.correct(token, term, clause, fields, expansions, tokens);
            }
        });
    }

    private beginning(token: Token, expansions: Expansions): number[] {
        if (token.kind === 'character') {
            return expansions.ofCharacter(token.term.charCodeAt(0));
        }
        return token.kind === 'word' && token.written.length >= 2 ? expansions.ofPrefix(token.written) : [];
    }

    private correct(token: Token, term: number, clause: QueryClause, fields: number, expansions: Expansions, tokens: readonly Token[]): void {
        const { typo } = this.settings.ranking;
        if (token.kind !== 'word' || token.written.length < typo.shortestWord || /\d/.test(token.written)) {
            return;
        }
        const near = expansions.ofTypo(token.term, clause.edits).filter(each => each !== term);
        near.forEach(each => this.add(each, clause.boost * typo.weight, fields, token, tokens, true));
        if (near.length > 0 && clause.edits === undefined) {
            this.corrections.push({ typed: token.written, read: near.map(each => expansions.nameOf(each)) });
        }
    }

    private scoreExactly(tokens: readonly Token[], weight: number, fields: number): void {
        for (const token of tokens) {
            const term = this.settings.index.find(token.kind, token.written);
            if (term >= 0 && this.settings.view.frequencyOf(term, fields) > 0) {
                this.add(term, weight, fields, token, tokens, true);
            }
        }
    }

    private add(term: number, weight: number, fields: number, token: Token, among: readonly Token[], shown: boolean): void {
        const inPair = isInPair(token, among);
        this.candidates.push({ term, weight: inPair ? weight * this.settings.ranking.characterInPair : weight, fields, stopWord: token.stopWord, inPair, shown: shown && !inPair });
    }

    /** Without what is common, unless nothing else is there. Once for each term. */
    private chosen(): Candidate[] {
        const { view, ranking } = this.settings;
        const telling = this.candidates.filter(each => view.frequencyOf(each.term, each.fields) <= mostFrequency(ranking, view.size, each));
        const kept = new Map<number, Candidate>();
        for (const each of telling.length > 0 ? telling : this.candidates) {
            const key = each.term * 256 + each.fields;
            const before = kept.get(key);
            kept.set(key, before ? { ...each, weight: before.weight + each.weight, shown: before.shown || each.shown } : each);
        }
        return [...kept.values()];
    }
}

/** Decides what a query asks of the index. `queryEnd`: where what was typed ends; a token that ends there is still being typed. */
export const planQuery = (query: ParsedQuery, queryEnd: number, settings: PlanSettings): QueryPlan => new Planner(settings).plan(query, queryEnd);
