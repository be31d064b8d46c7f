import { login as loginShape, personFields } from './people-contract';
import type { ImportColumn } from './import-columns';
import { readDay } from './day';
import { findTeam } from './team-tree';

/** One line of the file: the cells of the columns that the file has, trimmed. */
export interface ImportLine { readonly line: number; readonly cells: Readonly<Partial<Record<ImportColumn, string>>>; readonly columnCountWrong?: boolean }

/** What a person is to be after the import. A field that the file does not speak of is absent; `null` empties it. */
export interface ImportWish {
    readonly name: string; readonly login: string; readonly employeeNumber?: string | null; readonly email?: string | null;
    readonly teamId?: string | null; readonly positionId?: string | null; readonly joinedOn?: string | null; readonly roles?: readonly string[];
}

export interface KnownPerson {
    readonly id: string; readonly name: string; readonly login: string; readonly employeeNumber: string | null; readonly email: string | null;
    readonly teamId: string | null; readonly positionId: string | null; readonly joinedOn: string | null; readonly roles: readonly string[];
    /** Whether the caller may change this person. */
    readonly reachable: boolean;
    /** Whether this person may do what the caller may not: then only looking is allowed. */
    readonly outranks: boolean;
}

export interface ImportSurroundings {
    readonly people: readonly KnownPerson[];
    /** Paths of the teams by id, see `teamPaths`. */
    readonly teamPaths: ReadonlyMap<string, string>;
    readonly positions: readonly { readonly id: string; readonly code: string; readonly name: string }[];
    readonly roles: readonly { readonly code: string; readonly name: string | null }[];
    readonly mayGrantRoles: boolean;
    /** Whether the caller may place people into a team, or into none. */
    readonly mayPlaceInto: (teamId: string | null) => boolean;
}

export interface ImportProblem { readonly column: string; readonly code: string; readonly value?: string }
export interface JudgedLine {
    readonly line: number; readonly outcome: 'new' | 'changed' | 'unchanged' | 'invalid'; readonly name: string; readonly login: string; readonly problems: readonly ImportProblem[];
    /** For `new` and `changed`. */
    readonly wish?: ImportWish;
    /** The person whom the line speaks of, where there is one. */
    readonly person?: KnownPerson;
}

/** Judges the lines of a file against what there is. People are recognised by their login. */
export function judgeImport(lines: readonly ImportLine[], around: ImportSurroundings): readonly JudgedLine[] {
    const byLogin = new Map(around.people.map(each => [each.login, each]));
    const byNumber = new Map(around.people.flatMap(each => each.employeeNumber ? [[each.employeeNumber, each] as const] : []));
    const logins = new Set<string>();
    const numbers = new Set<string>();
    return lines.map(each => {
        const { wish, problems } = readLine(each, around);
        const person = byLogin.get(wish.login);
        const found = [...problems];
        const add = (column: ImportColumn, code: string) => found.push({ column, code, value: each.cells[column] });
        if (logins.has(wish.login)) { add('login', 'duplicate-login'); }
        if (person && !person.reachable) { add('login', 'login-taken'); }
        if (wish.employeeNumber && numbers.has(wish.employeeNumber)) { add('employeeNumber', 'duplicate-employee-number'); }
        const holder = wish.employeeNumber ? byNumber.get(wish.employeeNumber) : undefined;
        if (holder && holder !== person) { add('employeeNumber', 'employee-number-taken'); }
        if (!around.mayPlaceInto(wish.teamId !== undefined ? wish.teamId : person?.teamId ?? null) && !found.length) { add('team', 'outside-your-teams'); }
        if (wish.roles && !around.mayGrantRoles && !sameRoles(wish.roles, person?.roles ?? [])) { add('roles', 'needs-person-access'); }
        logins.add(wish.login);
        if (wish.employeeNumber) { numbers.add(wish.employeeNumber); }
        const head = { line: each.line, name: wish.name, login: wish.login, problems: found };
        if (!found.length && person?.outranks && differs(wish, person)) { add('login', 'outranked'); }
        if (found.length) {
            return { ...head, outcome: 'invalid' };
        }
        return !person ? { ...head, outcome: 'new', wish } : differs(wish, person) ? { ...head, outcome: 'changed', wish, person } : { ...head, outcome: 'unchanged', person };
    });
}

function readLine({ cells, columnCountWrong }: ImportLine, around: ImportSurroundings): { wish: ImportWish; problems: readonly ImportProblem[] } {
    const problems: ImportProblem[] = columnCountWrong ? [{ column: '', code: 'column-count' }] : [];
    const problem = (column: ImportColumn, code: string, value = cells[column]) => void problems.push({ column, code, value });
    const name = personFields.name.safeParse(cells.name ?? '');
    if (!name.success) { problem('name', cells.name ? 'too-long' : 'missing'); }
    const login = loginShape.safeParse(cells.login ?? '');
    if (!login.success) { problem('login', cells.login ? 'malformed' : 'missing'); }
    if (cells.email && !personFields.email.safeParse(cells.email).success) { problem('email', 'malformed'); }
    if (!personFields.employeeNumber.safeParse(cells.employeeNumber ?? null).success) { problem('employeeNumber', 'too-long'); }
    const joinedOn = cells.joinedOn ? readDay(cells.joinedOn) : undefined;
    if (cells.joinedOn && !joinedOn) { problem('joinedOn', 'not-a-day'); }
    const team = cells.team ? findTeam(around.teamPaths, cells.team) : undefined;
    if (team && 'problem' in team) { problem('team', `${team.problem}-team`); }
    const position = cells.position ? findPosition(around, cells.position) : undefined;
    if (cells.position && !position) { problem('position', 'unknown-position'); }
    const roles = cells.roles ? cells.roles.split(/[,;，；、|]/).map(each => each.trim()).filter(Boolean).map(each => ({ text: each, code: findRole(around, each) })) : undefined;
    roles?.filter(each => !each.code).forEach(each => problem('roles', 'unknown-role', each.text));
    return {
        problems,
        wish: {
            name: name.success ? name.data : cells.name ?? '', login: login.success ? login.data : cells.login ?? '',
            ...cells.employeeNumber !== undefined && { employeeNumber: cells.employeeNumber || null },
            ...cells.email !== undefined && { email: cells.email || null },
            ...cells.team !== undefined && { teamId: team && 'id' in team ? team.id : null },
            ...cells.position !== undefined && { positionId: position ?? null },
            ...cells.joinedOn !== undefined && { joinedOn: joinedOn ?? null },
            // An empty cell takes nobody's roles away.
            ...roles?.length && { roles: [...new Set(roles.flatMap(each => each.code ?? []))].sort() }
        }
    };
}

function findPosition(around: ImportSurroundings, text: string): string | undefined {
    const wanted = text.toLowerCase();
    const byName = around.positions.filter(each => each.name.toLowerCase() === wanted);
    return around.positions.find(each => each.code.toLowerCase() === wanted)?.id ?? (byName.length === 1 ? byName[0]!.id : undefined);
}

const findRole = (around: ImportSurroundings, text: string): string | undefined =>
    around.roles.find(each => each.code === text.toLowerCase() || each.name?.toLowerCase() === text.toLowerCase())?.code;

const sameRoles = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every(each => other.includes(each));

const differs = (wish: ImportWish, person: KnownPerson): boolean =>
    (['name', 'employeeNumber', 'email', 'teamId', 'positionId', 'joinedOn'] as const).some(each => wish[each] !== undefined && wish[each] !== person[each])
    || !!wish.roles && !sameRoles(wish.roles, person.roles);
