import { builtInRoles, type BuiltInRole, permission } from '@earshot/core/lib/common/access/permission';

const readers = Object.fromEntries(builtInRoles.map(each => [each, 'all'])) as Record<BuiltInRole, 'all'>;

/** Whom a document is restricted to is decided beside these, within every query. */
export const documentPermissions = [
    permission('document:read', readers, ['all']),
    permission('document:read-all', { auditor: 'all', 'operations-manager': 'all' }, ['all']),
    // own: documents that one answers for, or has begun
    permission('document:write', { 'process-owner': 'own' }, ['own', 'all']),
    permission('document:approve', { approver: 'all', 'operations-manager': 'all' }, ['all']),
    // own: of the documents that one answers for
    permission('acknowledgement:read', { 'process-owner': 'own', 'team-leader': 'team', trainer: 'all', 'operations-manager': 'all', auditor: 'all' })
];
