import { describe, expect, it } from 'vitest';
import { compareSpecificity, formatHash, matchPath, parseHash, routeTo, withQuery } from './route';

describe('routes in the hash', () => {
    it.each([
        ['', '/', ''], ['#', '/', ''], ['#/', '/', ''], ['#theia-default', '/', ''],
        ['#/quality/calls', '/quality/calls', ''], ['#/quality/calls/', '/quality/calls', ''],
        ['#/quality/calls?team=a&q=%E8%B4%A6', '/quality/calls', 'team=a&q=%E8%B4%A6'],
        ['#/a?b=c?d', '/a', 'b=c?d']
    ])('reads %s', (hash, path, search) => expect(parseHash(hash)).toEqual({ path, search }));

    it('writes what it reads', () => {
        for (const hash of ['#/', '#/quality/calls', '#/quality/calls?team=a']) {
            expect(formatHash(parseHash(hash))).toBe(hash);
        }
    });

    it('sets and removes query values and keeps the others', () => {
        expect(withQuery('team=a&page=2', { page: null, text: '账单', open: true })).toBe('team=a&text=%E8%B4%A6%E5%8D%95&open=true');
        expect(routeTo('/people?team=a', { team: '' })).toEqual({ path: '/people', search: '' });
    });
});

describe('patterns of paths', () => {
    it('give the parameters', () => {
        expect(matchPath('/quality/evaluations/:id', '/quality/evaluations/42')).toEqual({ id: '42' });
        expect(matchPath('/x/:name', '/x/%E5%BC%A0')).toEqual({ name: '张' });
        expect(matchPath('/x/:name', '/x/%E5')).toEqual({ name: '%E5' });
    });
    it('refuse other lengths and other words', () => {
        expect(matchPath('/people/:id', '/people')).toBeUndefined();
        expect(matchPath('/people/:id', '/people/1/2')).toBeUndefined();
        expect(matchPath('/people', '/teams')).toBeUndefined();
    });
    it('are tried from the most literal', () => {
        expect(['/people/:id', '/people/teams', '/:any/teams'].sort(compareSpecificity)).toEqual(['/people/teams', '/people/:id', '/:any/teams']);
    });
});
