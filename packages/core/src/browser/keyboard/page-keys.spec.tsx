import { describe, expect, it } from 'vitest';
import { conditionOf } from './page-keys';

describe('the condition of a page key', () => {
    it.each([
        ['m', '!dialogOpen && !inputFocus'], ['1', '!dialogOpen && !inputFocus'], ['shift+m', '!dialogOpen && !inputFocus'],
        ['ctrlcmd+enter', '!dialogOpen'], ['alt+left', '!dialogOpen'], ['f2', '!dialogOpen'],
        ['up', '!dialogOpen && !inputFocus && !arrowsTaken'], ['enter', '!dialogOpen && !inputFocus && !activatable'], ['space', '!dialogOpen && !inputFocus && !activatable']
    ])('of %s is %s', (key, expected) => expect(conditionOf(key)).toBe(expected));

    it('drops the dialog clause where asked', () => expect(conditionOf('ctrlcmd+enter', true)).toBe('true'));
});
