import { permission, type PermissionDefinition } from '../access/permission';

export const searchPermissions: readonly PermissionDefinition[] = [
    permission('search:read', { 'knowledge-editor': 'all', approver: 'all', 'operations-manager': 'all', auditor: 'all' }, ['all']),
    permission('search:curate', { 'knowledge-editor': 'all' }, ['all'])
];
