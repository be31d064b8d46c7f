import { expect, it } from 'vitest';
import { attachment } from './attachment';

it('names a file in any script, and in ASCII besides', () => expect(attachment('客户 (1)', 'csv')).toBe(`attachment; filename="__ (1).csv"; filename*=UTF-8''%E5%AE%A2%E6%88%B7%20%281%29.csv`));
it.each([['a/b\\c:"d"\r\nSet-Cookie: x', 'attachment; filename="a-b-c-d-Set-Cookie- x.txt"'], ['..', 'attachment; filename="file.txt"'], ['', 'attachment; filename="file.txt"']])('of %j nothing gets into the header or out of the folder', (name, header) => {
    expect(attachment(name, 'txt').split('; filename*')[0]).toBe(header);
});
it('takes half a character for what it is', () => expect(attachment('\ud83d', 'txt')).toContain("UTF-8''%EF%BF%BD.txt"));
