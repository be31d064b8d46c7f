import { nls } from '@theia/core/lib/common/nls';
import type { Role } from '../../common/access/access-contract';
import type { Scope } from '../../common/access/permission';

/** How a role is called: the built-in ones in the person's language, unless they were renamed. */
export function roleName({ code, name }: Pick<Role, 'code'> & { readonly name?: string | null }): string {
    if (name) {
        return name;
    }
    switch (code) {
        case 'administrator': return nls.localize('earshot/core/role-names/administrator', 'Administrator');
        case 'qa-evaluator': return nls.localize('earshot/core/role-names/qa-evaluator', 'QA evaluator');
        case 'qa-lead': return nls.localize('earshot/core/role-names/qa-lead', 'QA lead');
        case 'agent': return nls.localize('earshot/core/role-names/agent', 'Agent');
        case 'team-leader': return nls.localize('earshot/core/role-names/team-leader', 'Team leader');
        case 'knowledge-editor': return nls.localize('earshot/core/role-names/knowledge-editor', 'Knowledge editor');
        case 'approver': return nls.localize('earshot/core/role-names/approver', 'Approver');
        case 'process-owner': return nls.localize('earshot/core/role-names/process-owner', 'Process owner');
        case 'trainer': return nls.localize('earshot/core/role-names/trainer', 'Trainer');
        case 'operations-manager': return nls.localize('earshot/core/role-names/operations-manager', 'Operations manager');
        case 'auditor': return nls.localize('earshot/core/role-names/auditor', 'Auditor');
        default: return code;
    }
}

export function scopeName(scope: Scope): string {
    switch (scope) {
        case 'own': return nls.localize('earshot/core/scopes/own', 'own');
        case 'team': return nls.localize('earshot/core/scopes/team', 'team');
        case 'all': return nls.localize('earshot/core/scopes/all', 'all');
    }
}
