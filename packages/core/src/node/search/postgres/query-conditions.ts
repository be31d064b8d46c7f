import { type FieldName, type QueryClause, type Synonyms, type Token, unitTokens } from '@earshot/search';
import { type RawBuilder, sql } from 'kysely';
import { answers } from './search-entry';
import { lexemesOf, phraseQuery } from './term-vector';

/** What the + and − of a query demand. */
export interface QueryConditions {
    readonly allowed: RawBuilder<boolean>;
    /** Whether all that is allowed is found, scored or not. */
    readonly required: boolean;
    /** What must stand as it was typed, to be set off. */
    readonly phrases: readonly (readonly string[])[];
}

const noRow = sql<boolean>`false`;

/** @param typingEnd where a token ends that is still being typed, and is not asked for as a whole; −1 for nowhere */
export function conditionsOf(clauses: readonly QueryClause[], names: readonly FieldName[], synonyms: Synonyms, typingEnd: number): QueryConditions {
    const allowed: RawBuilder<boolean>[] = [];
    const phrases: string[][] = [];
    let required = clauses.length > 0 && clauses.every(each => each.presence === 'mustNot');
    for (const clause of clauses.filter(each => each.presence !== 'should')) {
        const fields = clause.field === undefined ? names : names.filter(each => each === clause.field);
        const must = clause.presence === 'must';
        const unfinished = must && (clause.prefix || !clause.phrase && clause.end === typingEnd);
        const texts = (must ? [clause.text, ...synonyms.of(clause.text)] : [clause.text]).map(each => finished(lexemesOf(each), unfinished)).filter(each => each.length > 0);
        const demanded = texts.map(tokens => {
            const phrase = fields.length ? phraseQuery(tokens, fields) : undefined;
            return phrase === undefined ? noRow : answers(phrase);
        });
        if (demanded.length) {
            const any = sql<boolean>`(${sql.join(demanded, sql` or `)})`;
            allowed.push(must ? any : sql<boolean>`not ${any}`);
        }
        if (must) {
            required ||= demanded.length > 0;
            phrases.push(...texts.map(each => unitTokens(each).map(one => one.term)));
        }
    }
    return { allowed: allowed.length ? sql<boolean>`(${sql.join(allowed, sql` and `)})` : sql<boolean>`true`, required, phrases };
}

const finished = (tokens: readonly Token[], unfinished: boolean): readonly Token[] => unfinished && tokens[tokens.length - 1]?.kind === 'word' ? tokens.slice(0, -1) : tokens;
