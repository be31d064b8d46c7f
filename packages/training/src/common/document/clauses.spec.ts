import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorClauses } from './anchor-clauses';
import { type Clause, outlineOf, withoutAnchors } from './clauses';
import { changedClauses, changedForReader, compareClauses } from './compare-clauses';

const ids = () => {
    let count = 0;
    return () => `c-${String(++count).padStart(4, '0')}`;
};
const idsOf = (text: string) => outlineOf(text).clauses.map(each => each.id);
/** As a save does it: the writer's text without anchors, held against what was saved last and what is in effect. */
const saved = (text: string, last: string, inEffect = '', newId = ids()) => anchorClauses(withoutAnchors(text), [outlineOf(last).clauses, outlineOf(inEffect).clauses], newId);

describe('the clauses of a text', () => {
    it('are its headings, counted by level', () => {
        const { preamble, clauses } = outlineOf('For all.\n\n# Greeting\n\nSay hello.\n\n## Name\nAsk.\n### Spelling\n## Number\n# Farewell #\n');
        expect(preamble).toBe('For all.');
        expect(clauses.map(each => [each.number, each.depth, each.title, each.text])).toEqual([['1', 1, 'Greeting', 'Say hello.'], ['1.1', 2, 'Name', 'Ask.'], ['1.1.1', 3, 'Spelling', ''], ['1.2', 2, 'Number', ''], ['2', 1, 'Farewell', '']]);
    });
    it('count what is there, whatever level a document begins with or leaves out', () => {
        expect(outlineOf('### A\n# B\n### C\n## D').clauses.map(each => each.number)).toEqual(['1', '2', '2.1', '2.2']);
    });
    it('are not what stands in code, nor what only looks like a heading', () => {
        expect(outlineOf('```\n# no\n~~~\n# no\n```\n    # no\n#no\n#\n# yes').clauses.map(each => each.title)).toEqual(['', 'yes']);
    });
    it('takes no time over long rows of signs', () => {
        const long = 100_000;
        expect(outlineOf(`# ${'#'.repeat(long)}x\n# ${' '.repeat(long)}y\n${'`'.repeat(long)}`).clauses).toHaveLength(2);
    });
});

describe('a clause stays itself', () => {
    const before = saved('# Greeting\n\nSay the name of the bank and your own.\n\n# Identity\n\nAsk for two of three details.\n\n## By telephone\n\nNever ask for the whole password.\n\n# Farewell\n\nThank the caller.', '');
    const [greeting, identity, telephone, farewell] = idsOf(before);

    it('when its text is edited, and when its heading is', () => {
        expect(idsOf(saved(before.replace('two of three', 'three of four').replace('# Farewell', '# Good-bye'), before))).toEqual([greeting, identity, telephone, farewell]);
    });
    it('when it is moved, and when others come before it', () => {
        const moved = '# Recording\n\nSay that the call is recorded.\n\n# Farewell\n\nThank the caller.\n\n# Identity\n\nAsk for two of three details.\n\n## By telephone\n\nNever ask for the whole password.\n\n# Greeting\n\nSay the name of the bank and your own.';
        expect(idsOf(saved(moved, before, '', () => 'c-new1'))).toEqual(['c-new1', farewell, identity, telephone, greeting]);
    });
    it('when it was cut, saved without, and put somewhere else', () => {
        const without = saved(before.replace(/# Greeting[^#]*/, ''), before, before);
        expect(idsOf(without)).toEqual([identity, telephone, farewell]);
        expect(idsOf(saved(`${without}\n\n# Greeting\n\nSay the name of the bank and your own.`, without, before))).toEqual([identity, telephone, farewell, greeting]);
    });
    it('when it holds others only and is called something else', () => {
        const chapters = saved('# One\n\n## A\n\nText of a.\n\n# Two\n\n## B\n\nText of b.', '');
        expect(idsOf(saved(chapters.replace('# Two', '# Zebra'), chapters))).toEqual(idsOf(chapters));
    });
    it('but not when another one is written in its place', () => {
        const other = saved(before.replace(/# Identity[^#]*/, '# 投诉升级\n\n十五分钟内报告当班组长。\n\n'), before, '', () => 'c-new1');
        expect(idsOf(other)).toEqual([greeting, 'c-new1', telephone, farewell]);
    });
    it('when very many are rewritten at once, by their headings: comparing every text with every other would keep everybody waiting', () => {
        const letters = (place: number) => Array.from({ length: 400 }, (_, index) => String.fromCharCode(0x4e00 + (place * 131 + index * 7) % 2000)).join('');
        const all = (text: (place: number) => string) => Array.from({ length: 500 }, (_, place) => `# Clause ${place}\n\n${text(place)}`).join('\n\n');
        const whole = saved(all(letters), '');
        expect(idsOf(saved(all(place => `${letters(place + 1)}!`), whole))).toEqual(idsOf(whole));
    });
    it('when a file of our own comes back, whatever was edited', () => {
        expect(idsOf(anchorClauses(`# Anything {#${farewell}}\n\n# Else`, [outlineOf(before).clauses], () => 'c-new1'))).toEqual([farewell, 'c-new1']);
        expect(new Set(idsOf(anchorClauses(`# A {#c-same}\n# B {#c-same}`, [], () => 'c-new1')))).toEqual(new Set(['c-same', 'c-new1']));
    });
});

const words = fc.array(fc.constantFrom('客户', '坐席', '核对', '身份', '投诉', 'record', 'answer', 'number', 'bank', 'wait', '回访', '升级'), { minLength: 1, maxLength: 12 }).map(each => each.join(' '));
const clause = fc.record({ level: fc.integer({ min: 1, max: 4 }), title: words, text: fc.array(words, { maxLength: 3 }).map(each => each.join('\n\n')) });
const written = fc.array(clause, { maxLength: 12 }).map(all => all.map(({ level, title, text }) => `${'#'.repeat(level)} ${title}\n\n${text}`).join('\n\n'));
const anyText = fc.oneof(written, fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(fc.constantFrom('# a', '#', '```', '~~~', '## b ##', '', '    # c', '# d {#c-abcd}', 'text {#c-abcd}', '# e  '), { maxLength: 20 }).map(each => each.join('\n')));

describe('anchors', () => {
    it('give every clause an id of its own, change nothing else, and are given once', () => {
        fc.assert(fc.property(anyText, text => {
            const anchored = anchorClauses(text, [], ids());
            const found = idsOf(anchored);
            expect(found.every(each => each !== null)).toBe(true);
            expect(new Set(found).size).toBe(found.length);
            expect(withoutAnchors(anchored)).toBe(withoutAnchors(text));
            expect(anchorClauses(anchored, [], ids())).toBe(anchored);
            expect(saved(anchored, anchored)).toBe(anchored);
        }));
    });
    it('stay with clauses in whatever order they are put', () => {
        fc.assert(fc.property(fc.uniqueArray(clause, { maxLength: 8, selector: each => `${each.title} ${each.text}` }).chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, shuffled]) => {
            const text = (of: typeof all) => of.map(({ level, title, text: below }) => `${'#'.repeat(level)} ${title}\n\n${below}`).join('\n\n');
            const before = saved(text(all), '');
            const byWords = (of: string) => new Map(outlineOf(of).clauses.map(each => [`${each.title}\n${each.text}`, each.id]));
            expect(byWords(saved(text(shuffled), before))).toEqual(byWords(before));
        }));
    });
});

describe('the difference by clause', () => {
    const of = (text: string): readonly Clause[] => outlineOf(text).clauses;
    it('says what was changed, added, removed, moved and renumbered', () => {
        const before = of('# A {#c-aaaa}\na\n# B {#c-bbbb}\nb\n# C {#c-cccc}\nc\n# D {#c-dddd}\nd');
        const after = of('# New {#c-nnnn}\n# C {#c-cccc}\nc\n# A {#c-aaaa}\na2\n# D {#c-dddd}\nd');
        const rows = compareClauses(before, after);
        expect(rows.map(each => [(each.after ?? each.before)!.id, each.kind, each.moved, each.renumbered])).toEqual([
            ['c-nnnn', 'added', false, false], ['c-cccc', 'unchanged', true, false], ['c-aaaa', 'changed', false, true], ['c-bbbb', 'removed', false, false], ['c-dddd', 'unchanged', false, false]
        ]);
        expect(changedClauses(before, after)).toEqual({ changed: ['c-aaaa'], added: ['c-nnnn'], removed: ['c-bbbb'] });
        expect(changedForReader(before, after).map(each => each.kind)).toEqual(['added', 'changed', 'removed']);
    });
    it('calls it a move when a clause stands below another one', () => {
        const rows = compareClauses(of('# A {#c-aaaa}\n## X {#c-xxxx}\n# B {#c-bbbb}'), of('# A {#c-aaaa}\n# B {#c-bbbb}\n## X {#c-xxxx}'));
        expect(rows.find(each => each.after?.id === 'c-xxxx')).toMatchObject({ kind: 'unchanged', moved: true });
    });
    it('holds each clause of both once, and nothing differs from itself', () => {
        fc.assert(fc.property(written, written, (one, other) => {
            const before = anchorClauses(one, [], ids());
            const after = saved(other, before);
            const rows = compareClauses(of(before), of(after));
            expect(rows.flatMap(each => each.after ?? [])).toEqual(of(after));
            expect(new Set(rows.flatMap(each => each.before ?? []))).toEqual(new Set(of(before)));
            expect(compareClauses(of(before), of(before)).filter(each => each.kind !== 'unchanged' || each.moved || each.renumbered)).toEqual([]);
        }));
    });
});
