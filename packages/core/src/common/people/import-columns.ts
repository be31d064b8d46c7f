/** What a file of people can say about each, in the order of the template. */
export const importColumns = ['name', 'login', 'employeeNumber', 'email', 'team', 'position', 'joinedOn', 'roles'] as const;
export type ImportColumn = typeof importColumns[number];

/** Column headings that people use, English, simplified and traditional Chinese; compared without case, spaces, hyphens and underscores. */
const headings: Readonly<Record<ImportColumn, readonly string[]>> = {
    name: ['name', 'fullname', '姓名', '名字'],
    login: ['login', 'loginname', 'username', 'account', '登录名', '用户名', '账号', '帐号', '登入名稱', '使用者名稱', '帳號'],
    employeeNumber: ['employeenumber', 'employeeno', 'employeeid', 'staffnumber', 'staffid', '工号', '员工号', '员工编号', '工號', '員工編號'],
    email: ['email', 'emailaddress', 'mail', '邮箱', '电子邮箱', '电子邮件', '信箱', '電子信箱', '電子郵件'],
    team: ['team', 'group', '团队', '班组', '小组', '部门', '團隊', '班組', '小組', '部門'],
    position: ['position', 'positioncode', '岗位', '岗位代码', '岗位编码', '职位', '崗位', '崗位代碼', '職位'],
    joinedOn: ['joinedon', 'joined', 'hiredate', 'entrydate', '入职日期', '入职时间', '入職日期', '到職日期'],
    roles: ['roles', 'role', '角色']
};

export type ReadHeading =
    | { readonly columns: readonly ImportColumn[] }
    | { readonly problems: readonly { readonly code: 'unknown-column' | 'duplicate-column' | 'missing-column'; readonly column: string }[] };

/** Reads the first row of a file. A heading that nobody knows is refused, not skipped: what it holds would be lost unseen. */
export function readHeading(cells: readonly string[]): ReadHeading {
    const columns = cells.map(each => importColumns.find(column => headings[column].includes(normalised(each))));
    const problems = [
        ...cells.filter((_, index) => !columns[index]).map(column => ({ code: 'unknown-column' as const, column })),
        ...columns.filter((each, index) => each && columns.indexOf(each) < index).map(column => ({ code: 'duplicate-column' as const, column: column! })),
        ...(['name', 'login'] as const).filter(each => !columns.includes(each)).map(column => ({ code: 'missing-column' as const, column }))
    ];
    return problems.length ? { problems } : { columns: columns as ImportColumn[] };
}

const normalised = (heading: string): string => heading.toLowerCase().replace(/[\s_*·-]+/g, '');
