import { permission, type PermissionDefinition } from './permission';

const everyone = {
    'qa-evaluator': 'all', 'qa-lead': 'all', agent: 'own', 'team-leader': 'team', 'knowledge-editor': 'own', approver: 'own',
    'process-owner': 'own', trainer: 'all', 'operations-manager': 'all', auditor: 'all'
} as const;

/** Permissions of people and access, and of what the house itself keeps. */
export const corePermissions: readonly PermissionDefinition[] = [
    // who keeps articles and processes says who answers for them, and who does what a review decided
    permission('person:read', { ...everyone, 'knowledge-editor': 'all', 'process-owner': 'all' }),
    permission('person:write', { 'operations-manager': 'all' }, ['team', 'all']),
    permission('person:access', {}, ['all']),
    permission('team:read', { ...everyone, agent: 'all', 'team-leader': 'all', 'knowledge-editor': 'all', approver: 'all', 'process-owner': 'all' }, ['all']),
    permission('team:write', { 'operations-manager': 'all' }, ['all']),
    permission('role:read', { auditor: 'all', 'operations-manager': 'all' }, ['all']),
    permission('role:write', {}, ['all']),
    permission('audit:read', { auditor: 'all' }, ['all']),
    permission('job:read', { 'qa-lead': 'own', 'operations-manager': 'all', 'qa-evaluator': 'own', auditor: 'all' }),
    permission('job:cancel', { 'qa-lead': 'own', 'qa-evaluator': 'own', 'operations-manager': 'all' }),
    permission('customer:read', { 'qa-lead': 'all', auditor: 'all' }, ['all']),
    permission('settings:write', {}, ['all'])
];

/**
 * Permissions that rule or watch over the house itself. Who holds one of these is changed or deactivated only by somebody who holds it, too;
 * what somebody may do in their work protects them from nobody who looks after people.
 */
export const housePowers: ReadonlySet<string> = new Set(['person:write', 'person:access', 'team:write', 'role:write', 'settings:write', 'audit:read']);
