import { analyse, type FieldName, fieldNames, type SearchFields, type Token, unitTokens, valuesOf } from '@earshot/search';

/** The weights of PostgreSQL's text vectors, as which fields are kept apart. */
export const weightOf: Readonly<Record<FieldName, 'A' | 'B' | 'C' | 'D'>> = { title: 'A', questions: 'B', tags: 'C', text: 'D' };
/** Between two values, so that no phrase stands in both. */
const gap = 2;
/** PostgreSQL keeps no place beyond, and no longer lexeme than 2 KB. */
const lastPlace = 16_383;
const longestLexeme = 500;

/** In quotes, for a `tsvector` or `tsquery`. Control characters are cut off: PostgreSQL has no text with a zero in it. */
export const quoted = (lexeme: string): string => `'${lexeme.replace(/[\0-\x1f]/g, '').replace(/\\/g, '\\\\').replace(/'/g, '\'\'')}'`;

/** What may be looked up of a text: long ones are of no use. */
export const lexemesOf = (text: string): Token[] => analyse(text).filter(each => each.term.length <= longestLexeme && quoted(each.term) !== '\'\'');

/** A document as a `tsvector` of our terms, each with its places and fields. */
export function termVector(fields: SearchFields): string {
    const places = new Map<string, string[]>();
    let begin = 1;
    for (const field of fieldNames) {
        for (const value of valuesOf(fields, field)) {
            const tokens = lexemesOf(value);
            const units = new Map(unitTokens(tokens).map((each, index) => [each.start, begin + index]));
            for (const { term, start } of tokens) {
                const all = places.get(term) ?? [];
                all.push(`${Math.min(units.get(start) ?? begin, lastPlace)}${weightOf[field]}`);
                places.set(term, all);
            }
            begin += units.size + gap;
        }
    }
    return [...places].map(([term, all]) => `${quoted(term)}:${all.join()}`).join(' ');
}

const inFields = (names: readonly FieldName[]): string => names.length === fieldNames.length ? '' : names.map(each => weightOf[each]).join('');

/** Asks for a term, or for all that begin with it, in these fields. */
export const termQuery = (term: string, names: readonly FieldName[], prefix = false): string => {
    const marks = `${prefix ? '*' : ''}${inFields(names)}`;
    return `${quoted(term)}${marks && `:${marks}`}`;
};

/** Asks for characters and words next to each other, in this order; undefined for none. */
export const phraseQuery = (tokens: readonly Token[], names: readonly FieldName[]): string | undefined =>
    unitTokens(tokens).map(each => termQuery(each.term, names)).join(' <-> ') || undefined;
