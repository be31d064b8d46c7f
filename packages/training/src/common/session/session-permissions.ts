import { permission } from '@earshot/core/lib/common/access/permission';

/** Who plans what is taught, holds it, and comes. Whoever is a session's trainer sees and holds that session with `own`. */
export const sessionPermissions = [
    permission('training-plan:read', {
        trainer: 'all', 'operations-manager': 'all', 'qa-lead': 'all', 'process-owner': 'all', auditor: 'all', 'team-leader': 'team', 'qa-evaluator': 'own', 'knowledge-editor': 'own', approver: 'own'
    }),
    permission('training-plan:write', { trainer: 'all', 'operations-manager': 'all' }, ['all']),
    permission('training-session:hold', { trainer: 'all', 'operations-manager': 'own', 'qa-lead': 'own', 'process-owner': 'own', 'team-leader': 'own', 'qa-evaluator': 'own', 'knowledge-editor': 'own', approver: 'own' }, ['own', 'all']),
    // only what one is invited to
    permission('training-session:attend', {
        'qa-evaluator': 'own', 'qa-lead': 'own', agent: 'own', 'team-leader': 'own', 'knowledge-editor': 'own', approver: 'own', 'process-owner': 'own', trainer: 'own', 'operations-manager': 'own', auditor: 'own'
    }, ['own'])
];
