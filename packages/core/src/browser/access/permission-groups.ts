import type { Scope } from '../../common/access/permission';

export interface Permission { readonly id: string; readonly scopes: readonly Scope[] }

/** Permissions by the noun before their colon, in the order in which the nouns first appear. */
export function groupPermissions(permissions: readonly Permission[]): readonly { readonly noun: string; readonly members: readonly Permission[] }[] {
    const groups = new Map<string, Permission[]>();
    for (const permission of permissions) {
        const noun = permission.id.split(':', 1)[0]!;
        groups.set(noun, [...groups.get(noun) ?? [], permission]);
    }
    return [...groups].map(([noun, members]) => ({ noun, members }));
}
