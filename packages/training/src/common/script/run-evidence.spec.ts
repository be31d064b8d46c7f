import { describe, expect, it } from 'vitest';
import { extendPath, longestPath } from './run-evidence';
import type { Script } from './script';

const script: Script = {
    start: 'c-aaaa', variables: [], steps: [
        { id: 'c-aaaa', title: 'A', say: 'a', links: [], asks: [], choices: [{ id: '1', label: '', next: 'c-bbbb' }] },
        { id: 'c-bbbb', title: 'B', say: 'b', links: [], asks: [], choices: [], outcome: 'x' }
    ]
};
const [a, b] = [{ stepId: 'c-aaaa', choiceId: null }, { stepId: 'c-bbbb', choiceId: null }];
const went = { ...a, choiceId: '1' };

describe('a path that is evidence', () => {
    it('keeps what was kept, and gives what is new its time', () => {
        const first = extendPath(script, [], [a], '1');
        expect(first).toEqual({ path: [{ ...a, at: '1' }] });
        const kept = 'path' in first ? first.path : [];
        expect(extendPath(script, kept, [went, b], '2')).toEqual({ path: [{ ...went, at: '1' }, { ...b, at: '2' }] });
        expect(extendPath(script, kept, [a, b, a], '2')).toEqual({ path: [{ ...a, at: '1' }, { ...b, at: '2' }, { ...a, at: '2' }] }); // a jump there, and one back
    });
    it('sent twice says nothing new', () => {
        const kept = [{ ...went, at: '1' }, { ...b, at: '2' }];
        expect(extendPath(script, kept, [went, b], '3')).toEqual({ path: kept });
    });
    it.each([
        ['is shorter than what was kept', [a], 'path-differs'], ['went elsewhere', [a, a, b], 'path-differs'], ['changes how it went', [a, b, a], 'path-differs'], ['takes a way that is none', [{ ...a, choiceId: '9' }, b], 'way-unknown'], ['has chosen without going on', [went], 'way-unknown'],
        ['begins elsewhere', [b], 'step-unknown'], ['knows other steps', [a, { stepId: 'c-cccc', choiceId: null }], 'step-unknown'], ['is empty', [], 'step-unknown'], ['has no end', Array.from({ length: longestPath + 1 }, () => a), 'path-too-long']
    ] as const)('that %s is refused', (_, told, problem) => expect(extendPath(script, [{ ...went, at: '1' }, { ...b, at: '2' }], told, '3')).toEqual({ problem }));
});
