import { permission, type BuiltInRole, builtInRoles } from '@earshot/core/lib/common/access/permission';

const readers = Object.fromEntries(builtInRoles.map(each => [each, 'all'])) as Record<BuiltInRole, 'all'>;

/**
 * What an article's audience says is decided beside these, within every query. `article:read-all` sees past audiences, drafts included.
 * An approval that a category asks for in addition has a permission of its own, so that an installation can give it to those who answer for it.
 */
export const knowledgePermissions = [
    permission('article:read', readers, ['all']),
    permission('article:read-all', { auditor: 'all' }, ['all']),
    permission('article:write', { 'knowledge-editor': 'all', 'process-owner': 'own', trainer: 'own' }, ['own', 'all']),
    permission('article:approve', { approver: 'all' }, ['all']),
    permission('article:approve-legal', { 'operations-manager': 'all' }, ['all']),
    permission('article:approve-compliance', { 'operations-manager': 'all' }, ['all']),
    permission('article:evaluate', { 'knowledge-editor': 'all', approver: 'all', 'qa-lead': 'all' }, ['all']),
    permission('article:import', { 'knowledge-editor': 'own' }, ['own', 'all']),
    permission('article:export', { 'knowledge-editor': 'all', approver: 'all', 'operations-manager': 'all', auditor: 'all' }, ['all']),
    permission('knowledge:administer', { 'knowledge-editor': 'all' }, ['all'])
];
