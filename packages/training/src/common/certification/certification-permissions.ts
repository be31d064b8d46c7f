import { permission } from '@earshot/core/lib/common/access/permission';

/** Who sees, rules and signs certifications. Everybody sees their own. */
export const certificationPermissions = [
    permission('certification:read', { agent: 'own', 'team-leader': 'team', 'qa-evaluator': 'own', 'qa-lead': 'all', trainer: 'all', 'process-owner': 'all', 'operations-manager': 'all', auditor: 'all' }),
    permission('certification:administer', { trainer: 'all', 'operations-manager': 'all' }, ['all']),
    permission('certification:sign', { trainer: 'all' }, ['all'])
];
