import { ORPCError } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { readPeopleCsv } from './people-csv';

const problems = (csv: string) => {
    try {
        readPeopleCsv(csv);
        return [];
    } catch (error) {
        return (error as ORPCError<string, { problems: { code: string; detail?: object }[] }>).data.problems.map(each => each.code);
    }
};

describe('reading a file of people', () => {
    it('reads commas, semicolons and tabs, with a byte order mark, quotes and Windows line ends', () => {
        expect(readPeopleCsv('\uFEFF姓名,登录名\r\n"林, 晓",lin\r\n')).toEqual([{ line: 2, cells: { name: '林, 晓', login: 'lin' } }]);
        expect(readPeopleCsv('name;login;roles\nAda; ada ;"agent;trainer"')).toEqual([{ line: 2, cells: { name: 'Ada', login: 'ada', roles: 'agent;trainer' } }]);
        expect(readPeopleCsv('name\tlogin\nAda\tada')).toEqual([{ line: 2, cells: { name: 'Ada', login: 'ada' } }]);
    });

    it('names the line of the file where a record begins, past empty lines and line ends in quotes', () => {
        const lines = readPeopleCsv('name,login\n"A\nB",ab\n\n,,\nC,cc\nD\n');
        expect(lines.map(each => [each.line, each.columnCountWrong ?? false])).toEqual([[2, false], [6, false], [7, true]]);
    });

    it('says when the text was not UTF-8', () => {
        expect(problems('\uFFFD\uFFFD\uFFFD\uFFFD,login\n\uFFFD,x')).toEqual(['not-utf8']);
        const gbkReadAsWestern = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xc7, 0xc2, 0xbc, 0xc3, 0xfb, 0x0a, 0xc1, 0xd6, 0x2c, 0x6c]).toString('latin1');
        expect(problems(gbkReadAsWestern)).toEqual(['not-utf8']);
        expect(problems('name,login\nJürgen Größe,juergen')).toEqual([]);
    });

    it('says what is wrong with the file as a whole', () => {
        expect(problems('name,login')).toEqual(['empty']);
        expect(problems('')).toEqual(['empty']);
        expect(problems('name,login\n"Ada,ada')).toEqual(['malformed']);
        expect(problems('name,shoes\nAda,42')).toEqual(['unknown-column', 'missing-column']);
        expect(problems(`name,login\n${'Ada,ada\n'.repeat(5001)}`)).toEqual(['too-many-lines']);
    });
});
