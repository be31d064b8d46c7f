import { describe, expect, it } from 'vitest';
import { toClipboard, toCsv } from './table-text';

describe('tables as text', () => {
    it('quotes what needs quoting and begins with the byte order mark', () => {
        expect(toCsv(['姓名', 'n'], [['Li, "Ming"', 3], ['a\nb', null]])).toBe('\ufeff姓名,n\r\n"Li, ""Ming""",3\r\n"a\nb",\r\n');
    });
    it('keeps spreadsheets from running a text as a formula', () => {
        expect(toCsv(['a'], [['=cmd()'], ['-5'], [-5], ['@x']])).toBe("\ufeffa\r\n'=cmd()\r\n'-5\r\n-5\r\n'@x\r\n");
    });
    it('copies cells between tabs', () => expect(toClipboard([['a\tb', 1], ['c', undefined]])).toBe('a b\t1\nc\t'));
});
