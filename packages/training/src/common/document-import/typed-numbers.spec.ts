import { expect, it } from 'vitest';
import { withoutTypedNumbers } from './typed-numbers';

it.each([
    ['# 1 Purpose\n\nx\n\n# 2. Scope\n\n## 2.1 Who\n\n## 2.2 When', '# Purpose\n\nx\n\n# Scope\n\n## Who\n\n## When'],
    ['# 1、目的\n\n# 2目标客户\n\n## （1）范围\n\n## （2）例外', '# 目的\n\n# 目标客户\n\n## 范围\n\n## 例外'],
    ['# 第一章 总则\n\n## 第一条 目的\n\n## 第二条：范围\n\n# 第二章 职责', '# 总则\n\n## 目的\n\n## 范围\n\n# 职责'],
    ['# 一、目的\n\n# 二、范围', '# 目的\n\n# 范围'],
    [Array.from({ length: 21 }, (_, at) => `# ${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十', '二十一'][at]}、条`).join('\n'), Array.from({ length: 21 }, () => '# 条').join('\n')]
])('takes away what the clauses are counted with: %j', (text, without) => expect(withoutTypedNumbers(text)).toBe(without));

it.each([
    ['articles that are counted through all chapters', '# 第一章 总则\n\n## 第一条 目的\n\n# 第二章 职责\n\n## 第二条 范围'], ['a number that means something', '# 3 days for an answer\n\n# Complaints'], ['a heading without', '# 1 Purpose\n\n# Appendix'],
    ['a heading of a number alone', '# 1\n\n# 2'], ['another order', '# 2. Scope\n\n# 1. Purpose']
])('leaves %s', (_, text) => expect(withoutTypedNumbers(text)).toBe(text));
