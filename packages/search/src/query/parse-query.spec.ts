import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query';
import { queryFields } from './query-fields';

/** The parser is missing in lunr's declaration. */
interface LunrClause {
    readonly term: string;
    readonly presence: number;
    readonly boost: number;
    readonly editDistance?: number;
    readonly fields: readonly string[];
}
interface LunrQuery { readonly clauses: readonly LunrClause[] }
const { Query, QueryParser } = lunr as unknown as {
    Query: { new(fields: readonly string[]): LunrQuery; presence: Record<'OPTIONAL' | 'REQUIRED' | 'PROHIBITED', number> };
    QueryParser: new (text: string, query: LunrQuery) => { parse(): void };
};
const presences = new Map([[Query.presence.OPTIONAL, 'should'], [Query.presence.REQUIRED, 'must'], [Query.presence.PROHIBITED, 'mustNot']]);

const read = (text: string): string[] => parseQuery(text, queryFields).clauses.map(({ text: words, presence, phrase, field, boost, edits, prefix }) =>
    [presence === 'must' ? '+' : presence === 'mustNot' ? '-' : '', field === undefined ? '' : `${field}:`, phrase ? `"${words}"` : words, prefix ? '*' : '', boost === 1 ? '' : `^${boost}`, edits === undefined ? '' : `~${edits}`].join(''));

describe('a query', () => {
    it('is read clause by clause', () => {
        expect(read('退款 +进度 -境外 NOT 国际')).toEqual(['退款', '+进度', '-境外', '-国际']);
        expect(read('title:refund^3 refnd~1 refu*')).toEqual(['title:refund^3', 'refnd~1', 'refu*']);
        expect(read('wi-fi c++ 3.5% don\'t')).toEqual(['wi-fi', 'c++', '3.5%', 'don\'t']);
    });

    it('has phrases in any quotes, which must be there', () => {
        expect(read('"临时 额度" “年费” 「電子發票」 -"境外"^2')).toEqual(['+"临时 额度"', '+"年费"', '+"電子發票"', '-"境外"^2']);
        expect(read('信用卡"年费"')).toEqual(['信用卡', '+"年费"']);
        expect(read('title:"年费"')).toEqual(['+title:"年费"']);
    });

    it('may have full-width signs and Chinese field names', () => {
        expect(read('＋标题：退款　－問題：境外')).toEqual(['+title:退款', '-questions:境外']);
    });

    it('is text where it is nothing else', () => {
        expect(read('foo:bar 10:30 http://a.b')).toEqual(['foo:bar', '10:30', 'http://a.b']);
        expect(read('"not closed')).toEqual(['"not', 'closed']);
        expect(read('+ - "" constructor:x')).toEqual(['constructor:x']);
        expect(read('NOT')).toEqual(['NOT']);
    });

    it('says where its clauses stand', () => {
        fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ab退 +-":“”^~*1\u3000：'), maxLength: 20 }), typed => {
            for (const { text, start, end } of parseQuery(typed, queryFields).clauses) {
                expect(text.length).toBe(end - start);
                expect(end).toBeLessThanOrEqual(typed.length);
            }
        }));
    });

    it('reads what lunr reads, as lunr does', () => {
        const word = fc.constantFrom('refund', 'card', '退款', 'fee');
        const piece = fc.tuple(fc.constantFrom('', '+', '-'), fc.constantFrom('', 'title:', 'text:'), word, fc.constantFrom('', '^2', '^10', '~1', '~2^3')).map(each => each.join(''));
        fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }).map(each => each.join(' ')), typed => {
            const query = new Query(['title', 'text']);
            new QueryParser(typed, query).parse();
            const wanted = query.clauses.map(each => ({
                text: each.term, presence: presences.get(each.presence), boost: each.boost, edits: each.editDistance || undefined,
                field: each.fields.length === 1 ? each.fields[0] : undefined
            }));
            expect(parseQuery(typed, { title: 'title', text: 'text' }).clauses.map(({ text, presence, boost, edits, field }) => ({ text, presence, boost, edits, field }))).toEqual(wanted);
        }));
    });
});
