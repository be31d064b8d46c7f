import { describe, expect, it } from 'vitest';
import { type ImportLine, type ImportSurroundings, judgeImport, type KnownPerson } from './people-import';

const lin: KnownPerson = { id: 'p1', name: '林晓', login: 'lin', employeeNumber: '1001', email: null, teamId: 't1', positionId: null, joinedOn: '2024-05-01', roles: ['agent'], reachable: true, outranks: false };
const around: ImportSurroundings = {
    people: [lin, { ...lin, id: 'p2', login: 'boss', employeeNumber: '1', reachable: false }],
    teamPaths: new Map([['t1', 'Service / Hotline'], ['t2', 'Sales']]),
    positions: [{ id: 'csr', code: 'CSR10', name: '客服专员' }],
    roles: [{ code: 'agent', name: null }, { code: 'night-desk', name: 'Night desk' }],
    mayGrantRoles: true, mayPlaceInto: () => true
};
const judge = (cells: ImportLine['cells'], other: Partial<ImportSurroundings> = {}) => judgeImport([{ line: 2, cells }], { ...around, ...other })[0]!;
const codes = (cells: ImportLine['cells'], other?: Partial<ImportSurroundings>) => judge(cells, other).problems.map(each => `${each.column}:${each.code}`);

describe('judging an import of people', () => {
    it('tells new, changed and unchanged people apart by login', () => {
        expect(judge({ name: 'Ada', login: 'ADA', team: 'Hotline', position: 'csr10', joinedOn: '2026/3/5', roles: 'agent、Night desk' }))
            .toMatchObject({ outcome: 'new', wish: { name: 'Ada', login: 'ada', teamId: 't1', positionId: 'csr', joinedOn: '2026-03-05', roles: ['agent', 'night-desk'] } });
        expect(judge({ name: '林晓', login: 'lin', team: 'Sales' })).toMatchObject({ outcome: 'changed', person: { id: 'p1' }, wish: { teamId: 't2' } });
        expect(judge({ name: '林晓', login: 'lin', employeeNumber: '1001', roles: 'agent' })).toMatchObject({ outcome: 'unchanged', problems: [] });
    });

    it('changes nobody who may do more than the caller, but does not mind seeing them unchanged', () => {
        const above = { people: [{ ...lin, outranks: true }] };
        expect(codes({ name: '林晓', login: 'lin', team: 'Sales' }, above)).toEqual(['login:outranked']);
        expect(judge({ name: '林晓', login: 'lin' }, above)).toMatchObject({ outcome: 'unchanged', problems: [] });
    });

    it('empties what an empty cell of a present column says, but never takes roles away by an empty cell', () => {
        expect(judge({ name: '林晓', login: 'lin', employeeNumber: '' })).toMatchObject({ outcome: 'changed', wish: { employeeNumber: null } });
        expect(judge({ name: '林晓', login: 'lin', roles: '' }).outcome).toBe('unchanged');
        expect(judge({ name: '林晓', login: 'lin', employeeNumber: '' }).wish).not.toHaveProperty('email');
    });

    it('names what is wrong, by column', () => {
        expect(codes({ name: '', login: 'a b' })).toEqual(['name:missing', 'login:malformed']);
        expect(codes({ name: 'x', login: 'xy', email: 'nobody', joinedOn: 'soon', team: 'Nowhere', position: 'X', roles: 'agent; king' }))
            .toEqual(['email:malformed', 'joinedOn:not-a-day', 'team:unknown-team', 'position:unknown-position', 'roles:unknown-role']);
        expect(judgeImport([{ line: 9, cells: { name: 'x', login: 'xy' }, columnCountWrong: true }], around)[0]!.problems).toEqual([{ column: '', code: 'column-count' }]);
    });

    it('finds what is taken, in the file and in the house', () => {
        const cells = { name: 'x', login: 'xy', employeeNumber: '7' };
        const [, second] = judgeImport([{ line: 2, cells }, { line: 3, cells }], around);
        expect(second!.problems.map(each => each.code)).toEqual(['duplicate-login', 'duplicate-employee-number']);
        expect(codes({ name: 'x', login: 'xy', employeeNumber: '1001' })).toEqual(['employeeNumber:employee-number-taken']);
        expect(codes({ name: 'x', login: 'boss' })).toEqual(['login:login-taken']);
    });

    it('keeps the caller within their teams and their right to grant', () => {
        const mayPlaceInto = (teamId: string | null) => teamId === 't1';
        expect(codes({ name: 'x', login: 'xy', team: 'Sales' }, { mayPlaceInto })).toEqual(['team:outside-your-teams']);
        expect(codes({ name: 'x', login: 'xy' }, { mayPlaceInto })).toEqual(['team:outside-your-teams']);
        expect(codes({ name: 'x', login: 'xy', team: 'Hotline' }, { mayPlaceInto })).toEqual([]);
        expect(codes({ name: 'x', login: 'xy', roles: 'agent' }, { mayGrantRoles: false })).toEqual(['roles:needs-person-access']);
        expect(codes({ name: '林晓', login: 'lin', roles: 'agent' }, { mayGrantRoles: false })).toEqual([]);
    });
});
