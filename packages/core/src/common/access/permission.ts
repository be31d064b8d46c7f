/** How far a permission reaches: one's own, the subtree of one's team, or everything. */
export const scopes = ['own', 'team', 'all'] as const;
export type Scope = typeof scopes[number];

/** The roles that every installation starts with. Their grants are data and can be changed by an administrator. */
export const builtInRoles = [
    'administrator', 'qa-evaluator', 'qa-lead', 'agent', 'team-leader', 'knowledge-editor',
    'approver', 'process-owner', 'trainer', 'operations-manager', 'auditor'
] as const;
export type BuiltInRole = typeof builtInRoles[number];

/** A permission as its package declares it. */
export interface PermissionDefinition {
    readonly id: string;
    /** Scopes that make sense for it; `['all']` for what has no owner. */
    readonly scopes: readonly Scope[];
    /** What the built-in roles are granted when the permission is first seen. */
    readonly grants: Partial<Readonly<Record<BuiltInRole, Scope>>>;
}

/** Contribution point: the permissions of a package. */
export const PermissionContribution = Symbol('PermissionContribution');
export interface PermissionContribution {
    readonly permissions: readonly PermissionDefinition[];
}

/** Shorthand: `permission('person:read', { auditor: 'all', agent: 'own' })`; the administrator always has `all`. */
export const permission = (id: string, grants: PermissionDefinition['grants'], allowed: readonly Scope[] = scopes): PermissionDefinition =>
    ({ id, scopes: allowed, grants: { administrator: 'all', ...grants } });

const breadth: Record<Scope, number> = { own: 0, team: 1, all: 2 };
/** Whether a scope goes at least as far as another. */
export const reaches = (scope: Scope | undefined, other: Scope): boolean => scope !== undefined && breadth[scope] >= breadth[other];
/** The wider of two scopes. */
export const widest = (one: Scope | undefined, other: Scope): Scope => one && breadth[one] >= breadth[other] ? one : other;
