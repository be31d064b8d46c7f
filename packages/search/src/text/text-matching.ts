import { analyse, type Token } from '../analysis/analyse';
import { fieldNames, type FieldName, type SearchFields, valuesOf } from '../document';
import type { Highlight, Range } from '../search-engine';

/** Characters and words in order: what must follow each other in a phrase. */
export const unitTokens = (tokens: readonly Token[]): Token[] => tokens.filter(each => each.kind === 'character' || each.kind === 'word');

/** Whether a token is a character of one of the pairs. */
export const isInPair = ({ kind, start, end }: Token, among: readonly Token[]): boolean =>
    kind === 'character' && among.some(each => each.kind === 'bigram' && each.start <= start && end <= each.end);

/** In order, overlapping and touching ones as one. */
export const mergeRanges = <R extends Range>(ranges: readonly R[]): R[] => {
    const merged: R[] = [];
    for (const each of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
        const last = merged[merged.length - 1];
        if (last && each.start <= last.end) {
            merged[merged.length - 1] = { ...last, end: Math.max(last.end, each.end) };
        } else {
            merged.push(each);
        }
    }
    return merged;
};

/** Where a phrase (terms of its characters and words) stands in an analysed text. */
export const phrasePlaces = (tokens: readonly Token[], phrase: readonly string[]): Range[] => {
    const units = unitTokens(tokens);
    const places: Range[] = [];
    for (let at = 0; phrase.length > 0 && at + phrase.length <= units.length; at++) {
        if (phrase.every((term, offset) => units[at + offset].term === term)) {
            places.push({ start: units[at].start, end: units[at + phrase.length - 1].end });
        }
    }
    return places;
};

/** Whether a phrase stands in one of the fields. */
export const containsPhrase = (fields: SearchFields, names: readonly FieldName[], phrase: readonly string[]): boolean =>
    names.some(name => valuesOf(fields, name).some(value => phrasePlaces(analyse(value), phrase).length > 0));

/** Where terms and phrases stand in a document. */
export const highlightsOf = (fields: SearchFields, names: readonly FieldName[], terms: ReadonlySet<string>, phrases: readonly (readonly string[])[]): Highlight[] =>
    fieldNames.filter(each => names.includes(each)).flatMap(field => valuesOf(fields, field).flatMap((text, value) => {
        const tokens = analyse(text);
        const found = tokens.filter(each => terms.has(each.term)).map(({ start, end }) => ({ start, end }));
        return mergeRanges([...found, ...phrases.flatMap(each => phrasePlaces(tokens, each))]).map(each => ({ field, value, ...each }));
    }));
