import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution } from './application/error-text';

/** Why the core package refuses something, and what to do about it. */
function conflict(reason: string, detail: Readonly<Record<string, unknown>>): string | undefined {
    switch (reason) {
        case 'changed-meanwhile': return nls.localize('earshot/core/conflicts/changed-meanwhile', 'Somebody else changed this meanwhile. What you see now is their version: look at it and make your change again.');
        case 'login-taken': return nls.localize('earshot/core/conflicts/login-taken', 'Somebody else has this login name. Choose another one.');
        case 'employee-number-taken': return nls.localize('earshot/core/conflicts/employee-number-taken', 'Somebody else has this employee number. Check it.');
        case 'yourself': return nls.localize('earshot/core/conflicts/yourself', 'You cannot deactivate yourself. Ask another administrator.');
        case 'already-deactivated': return nls.localize('earshot/core/conflicts/already-deactivated', 'This person is deactivated already.');
        case 'already-active': return nls.localize('earshot/core/conflicts/already-active', 'This person is active already.');
        case 'deactivated': return nls.localize('earshot/core/conflicts/deactivated', 'This person is deactivated. Reactivate them first.');
        case 'last-administrator': return nls.localize('earshot/core/conflicts/last-administrator', 'At least one active administrator must remain. Make somebody else administrator first.');
        case 'team-cycle': return nls.localize('earshot/core/conflicts/team-cycle', 'A team cannot stand below itself. Choose another place.');
        case 'team-not-empty': return nls.localize('earshot/core/conflicts/team-not-empty', 'There are still people or teams in this team. Move them first.');
        case 'team-name-taken': return nls.localize('earshot/core/conflicts/team-name-taken', 'There is a team of this name in the same place. Choose another name.');
        case 'position-held': return nls.localize('earshot/core/conflicts/position-held', 'There are people in this position. Give them another one first.');
        case 'position-code-taken': return nls.localize('earshot/core/conflicts/position-code-taken', 'There is a position with this code. Choose another code.');
        case 'administrator-fixed': return nls.localize('earshot/core/conflicts/administrator-fixed', 'The administrator may always do everything. This role cannot be changed.');
        case 'role-built-in': return nls.localize('earshot/core/conflicts/role-built-in', 'This role comes with the product and cannot be removed. You can take away what it grants.');
        case 'role-in-use': return nls.localize('earshot/core/conflicts/role-in-use', 'Somebody has this role. Take it away from them first.');
        case 'role-code-taken': return nls.localize('earshot/core/conflicts/role-code-taken', 'There is a role with this code. Choose another code.');
        case 'session-needed': return nls.localize('earshot/core/conflicts/session-needed', 'This can only be done by a person who is signed in, not with an API token.');
        case 'sample-account': return nls.localize('earshot/core/conflicts/sample-account', 'The accounts of the sample centre cannot be changed.');
        case 'too-many-preferences': return nls.localize('earshot/core/conflicts/too-many-preferences', 'No more than {0} settings of a person are kept. Remove saved views that you no longer need.', Number(detail.most));
        case 'too-many-tokens': return nls.localize('earshot/core/conflicts/too-many-tokens', 'You have {0} API tokens, and no more are kept. Revoke those that nothing uses.', Number(detail.most));
        case 'job-finished': return nls.localize('earshot/core/conflicts/job-finished', 'This job has finished already.');
        case 'invitation-used': return nls.localize('earshot/core/conflicts/invitation-used', 'This link has been used or has expired. Ask for a new one.');
        case 'already-exists': return nls.localize('earshot/core/conflicts/already-exists', 'This exists already.');
        case 'still-in-use': return nls.localize('earshot/core/conflicts/still-in-use', 'Something still uses this, so it cannot be removed.');
        default: return undefined;
    }
}

/** What is wrong with one value, beside its field. Codes of zod included. */
function problem(code: string, detail: Readonly<Record<string, unknown>>): string | undefined {
    switch (code) {
        case 'missing':
        case 'required':
        case 'too_small': return nls.localize('earshot/core/problems/missing', 'This is needed.');
        case 'too-long':
        case 'too_big': return nls.localize('earshot/core/problems/too-long', 'This is too long.');
        case 'too-short': return nls.localize('earshot/core/problems/too-short', 'This is too short.');
        case 'malformed':
        case 'invalid_format':
        case 'invalid_type':
        case 'invalid_value': return nls.localize('earshot/core/problems/malformed', 'This does not have the right form.');
        case 'unknown': return nls.localize('earshot/core/problems/unknown', 'This does not exist any more. Choose another one.');
        case 'unknown-role': return nls.localize('earshot/core/problems/unknown-role', 'There is no such role.');
        case 'unknown-team': return nls.localize('earshot/core/problems/unknown-team', 'There is no such team. Add it first, or write its path: "North / Evening".');
        case 'ambiguous-team': return nls.localize('earshot/core/problems/ambiguous-team', 'Several teams have this name. Write the path: "North / Evening".');
        case 'unknown-position': return nls.localize('earshot/core/problems/unknown-position', 'There is no such position. Add it first.');
        case 'duplicate-login': return nls.localize('earshot/core/problems/duplicate-login', 'This login name stands in the file twice.');
        case 'duplicate-employee-number': return nls.localize('earshot/core/problems/duplicate-employee-number', 'This employee number stands in the file twice.');
        case 'login-taken': return nls.localize('earshot/core/problems/login-taken', 'Somebody outside your teams has this login name.');
        case 'outranked': return nls.localize('earshot/core/problems/outranked', 'This person may do things that you may not. Somebody who manages access can change them.');
        case 'employee-number-taken': return nls.localize('earshot/core/problems/employee-number-taken', 'Somebody else has this employee number.');
        case 'outside-your-teams': return nls.localize('earshot/core/problems/outside-your-teams', 'You may only place people into your own teams.');
        case 'needs-person-access': return nls.localize('earshot/core/problems/needs-person-access', 'Only who manages access may give roles.');
        case 'not-a-day': return nls.localize('earshot/core/problems/not-a-day', 'This is not a date. Write 2026-11-18.');
        case 'column-count': return nls.localize('earshot/core/problems/column-count', 'This line has more or fewer columns than the heading.');
        case 'not-utf8': return nls.localize('earshot/core/problems/not-utf8', 'The file is not in UTF-8. In Excel, save it as "CSV UTF-8".');
        case 'empty': return nls.localize('earshot/core/problems/empty', 'There are no people in the file.');
        case 'too-many-lines': return nls.localize('earshot/core/problems/too-many-lines', 'The file has more than {0} lines. Split it.', Number(detail.most));
        case 'unknown-column': return nls.localize('earshot/core/problems/unknown-column', 'Nobody knows the column "{0}". Rename or remove it.', String(detail.column));
        case 'duplicate-column': return nls.localize('earshot/core/problems/duplicate-column', 'The column "{0}" is there twice.', String(detail.column));
        case 'missing-column': return nls.localize('earshot/core/problems/missing-column', 'The column "{0}" is missing.', String(detail.column));
        case 'same-person': return nls.localize('earshot/core/problems/same-person', 'Choose somebody else.');
        case 'deactivated': return nls.localize('earshot/core/problems/deactivated', 'This person is deactivated. Choose somebody else.');
        case 'password-too-short': return nls.localize('earshot/core/problems/password-too-short', 'At least 10 characters.');
        case 'password-common': return nls.localize('earshot/core/problems/password-common', 'This password is too easy to guess.');
        case 'password-unchanged': return nls.localize('earshot/core/problems/password-unchanged', 'This is the password that you have now. Choose another one.');
        case 'unknown-permission': return nls.localize('earshot/core/problems/unknown-permission', 'There is no such permission. Load the page again.');
        case 'unknown-kind': return nls.localize('earshot/core/problems/unknown-kind', 'There are no notifications of this kind any more. Load the page again.');
        case 'address-refused': return nls.localize('earshot/core/problems/address-refused', 'Webhooks go to public http and https addresses only, not into the network of the server.');
        case 'owner-inactive': return nls.localize('earshot/core/problems/owner-inactive', 'Whoever started this was deactivated before it ran. Somebody else can start it again.');
        case 'interrupted': return nls.localize('earshot/core/problems/interrupted', 'The server stopped over this several times. Tell your administrator before you start it again.');
        case 'unexpected': return nls.localize('earshot/core/problems/unexpected', 'This failed for a reason that was not foreseen. It stands in the log of the server.');
        case 'blob-missing': return nls.localize('earshot/core/problems/blob-missing', 'The file is no longer where the server keeps its files. Bring it back from a backup, or send it again.');
        case 'broken-off': return nls.localize('earshot/core/problems/broken-off', 'The file did not arrive whole. Send it again.');
        case 'scope-not-allowed': return nls.localize('earshot/core/problems/scope-not-allowed', 'This permission cannot have that reach.');
        default: return undefined;
    }
}

const field = (reason: string): string | undefined => ({
    'login-taken': 'login', 'employee-number-taken': 'employeeNumber', 'team-cycle': 'parentId', 'team-name-taken': 'name', 'position-code-taken': 'code', 'role-code-taken': 'code'
})[reason];

export const coreErrorTexts: ErrorTextContribution = { conflict, problem, field };
