import { permission } from '@earshot/core/lib/common/access/permission';

export const scriptPermissions = [
    permission('script-run:write', { agent: 'own', 'team-leader': 'own', trainer: 'own', 'qa-evaluator': 'own', 'qa-lead': 'own', 'process-owner': 'own', 'knowledge-editor': 'own' }, ['own']),
    permission('script-run:read', { agent: 'own', 'team-leader': 'team', 'qa-evaluator': 'all', 'qa-lead': 'all', trainer: 'all', 'process-owner': 'own', 'knowledge-editor': 'own', 'operations-manager': 'all', auditor: 'all' })
];
