import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import type { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';

function audit(action: string): string | undefined {
    switch (action) {
        case 'script-run.begun': return nls.localize('earshot/training/script-audit/begun', 'Call script begun');
        case 'script-run.saved': return nls.localize('earshot/training/script-audit/saved', 'Way through a call script kept');
        case 'script-run.linked': return nls.localize('earshot/training/script-audit/linked', 'Call of a way through a call script named');
        default: return undefined;
    }
}

function permission(id: string): string | undefined {
    switch (id) {
        case 'script-run:write': return nls.localize('earshot/training/permission/script-run-write', 'Go through call scripts, with the way kept');
        case 'script-run:read': return nls.localize('earshot/training/permission/script-run-read', 'See which way was gone through call scripts');
        default: return undefined;
    }
}

export const scriptHouseTexts: HouseTextContribution & EntityKindContribution = {
    audit, permission,
    permissionGroup: noun => noun === 'script-run' ? nls.localize('earshot/training/permission-group/script-run', 'Call scripts') : undefined,
    kinds: [{ kind: 'script-run', icon: 'list-tree', label: () => nls.localize('earshot/training/script/kind', 'Call scripts gone through') }]
};

function conflict(reason: string): string | undefined {
    switch (reason) {
        case 'script-not-in-effect': return nls.localize('earshot/training/script-conflict/not-in-effect', 'This version of the script is not in effect. Open the document again.');
        case 'path-differs': return nls.localize('earshot/training/script-conflict/path-differs', 'What was kept already cannot be changed. Begin the script anew.');
        default: return undefined;
    }
}

const problem = (code: string): string | undefined => code === 'step-unknown' || code === 'way-unknown' || code === 'path-too-long'
    ? nls.localize('earshot/training/script-conflict/path', 'This way does not exist in the script. Begin the script anew.') : undefined;

export const scriptErrorTexts: ErrorTextContribution = { conflict, problem };
