import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, keysIn, parseWhen } from './when-expression';

const evaluate = (text: string, values: Record<string, unknown> = {}): boolean | undefined => {
    const expression = parseWhen(text);
    return expression && holds(expression, key => values[key]);
};

describe('conditions of keybindings', () => {
    it.each([
        ['a', { a: true }, true], ['a', {}, false], ['!a', {}, true], ['!!a', { a: 1 }, true],
        ['a && b', { a: true }, false], ['a && b', { a: true, b: true }, true],
        ['a || b', { b: true }, true], ['a || b && c', { a: true }, true], ['(a || b) && c', { a: true }, false],
        ['!(a || b)', { b: true }, false], ['!a && !b', {}, true],
        ["page == 'quality.evaluate'", { page: 'quality.evaluate' }, true], ['page == quality.evaluate', { page: 'x' }, false],
        ['page != quality.evaluate', { page: 'x' }, true], ["name == 'it\\'s'", { name: "it's" }, true],
        ['count == 3', { count: 3 }, true], ['on == true', { on: true }, true], ["page == ''", {}, true], ['page != undefined', {}, false],
        ['true', {}, true], ['false || a', {}, false], ['  a&&!b  ', { a: true }, true]
    ] as const)('%s with %j is %s', (text, values, expected) => expect(evaluate(text, values)).toBe(expected));

    it.each(['', 'a &&', '&& a', '(a', 'a)', 'a b', 'a === b', 'a == ', '!', "a == 'open", 'a ? b'])('refuses %j', text => expect(parseWhen(text)).toBeUndefined());

    it('knows the keys it looks at', () => expect([...keysIn(parseWhen("!a && (b == 'c' || a)")!)].sort()).toEqual(['a', 'b']));

    it('agrees with JavaScript on any combination of three keys', () => {
        const atom = fc.constantFrom('a', 'b', 'c', '!a', '!b', '!c');
        const expression = fc.letrec<{ all: string }>(tie => ({
            all: fc.oneof({ maxDepth: 4 }, atom, fc.tuple(tie('all'), fc.constantFrom('&&', '||'), tie('all')).map(([left, operator, right]) => `(${left} ${operator} ${right})`),
                tie('all').map(each => `!(${each})`))
        })).all;
        fc.assert(fc.property(expression, fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }), (text, values) => {
            const expected = new Function('a', 'b', 'c', `return ${text}`)(values.a, values.b, values.c) as boolean;
            expect(evaluate(text, values)).toBe(expected);
        }));
    });
});
