import { describe, expect, it } from 'vitest';
import { readHeading } from './import-columns';

describe('readHeading', () => {
    it('knows English and both kinds of Chinese headings', () => {
        expect(readHeading(['Name', 'Login', 'Employee_Number', 'E-mail', 'Team', 'Position', 'joined_on', 'Roles']))
            .toEqual({ columns: ['name', 'login', 'employeeNumber', 'email', 'team', 'position', 'joinedOn', 'roles'] });
        expect(readHeading(['姓名*', '登录名', '工号', '入职日期'])).toEqual({ columns: ['name', 'login', 'employeeNumber', 'joinedOn'] });
        expect(readHeading(['帳號', '姓名', '團隊'])).toEqual({ columns: ['login', 'name', 'team'] });
    });

    it('says which headings it does not know, has twice, or lacks', () => {
        expect(readHeading(['name', 'Shoe size', 'Full name'])).toEqual({
            problems: [{ code: 'unknown-column', column: 'Shoe size' }, { code: 'duplicate-column', column: 'name' }, { code: 'missing-column', column: 'login' }]
        });
    });
});
