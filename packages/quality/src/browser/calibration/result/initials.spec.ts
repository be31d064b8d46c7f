import { expect, it } from 'vitest';
import { initialsOf } from './initials';

it.each([['Ann Lee', 'AL'], ['Jean-Luc van Dam', 'JLV'], ['Bo', 'BO'], ['王小明', '小明'], ['李娜', '李娜'], ['Chen (QA)', 'CH'], ['', '']])('%s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
});
