import { permission } from '@earshot/core/lib/common/access/permission';

/** Who may do what in quality monitoring; the built-in roles start with these grants. */
export const qualityPermissions = [
    permission('interaction:read', { 'qa-evaluator': 'all', 'qa-lead': 'all', agent: 'own', 'team-leader': 'team', trainer: 'all', 'operations-manager': 'all', auditor: 'all' }),
    permission('interaction:import', { 'qa-lead': 'all', 'qa-evaluator': 'all' }, ['all']),
    permission('interaction:correct', { 'qa-lead': 'all' }, ['team', 'all']),
    permission('evaluation:read', { 'qa-evaluator': 'own', 'qa-lead': 'all', agent: 'own', 'team-leader': 'team', trainer: 'all', 'operations-manager': 'all', auditor: 'all' }),
    permission('evaluation:write', { 'qa-evaluator': 'own', 'qa-lead': 'own' }, ['own']),
    permission('evaluation:approve', { 'qa-lead': 'all' }, ['team', 'all']),
    permission('feedback:release', { 'qa-lead': 'all' }, ['team', 'all']),
    permission('feedback:respond', { agent: 'own' }, ['own']),
    // own: disputes about one's own ratings, where the policy lets the first scorer answer
    permission('dispute:answer', { 'qa-evaluator': 'own', 'team-leader': 'team', 'qa-lead': 'all' }),
    permission('feedback:administer', { 'qa-lead': 'all' }, ['all']),
    permission('calibration:read', { 'qa-evaluator': 'own', 'qa-lead': 'all', 'team-leader': 'own', auditor: 'all', 'operations-manager': 'all' }, ['own', 'all']),
    permission('calibration:lead', { 'qa-lead': 'all' }, ['all']),
    // own: plans in which one is coached, or coaches
    permission('coaching:read', { agent: 'own', 'team-leader': 'team', 'qa-lead': 'all', trainer: 'all', 'operations-manager': 'all', auditor: 'all' }),
    permission('coaching:write', { 'team-leader': 'team', 'qa-lead': 'all' }, ['team', 'all']),
    permission('coaching:respond', { agent: 'own' }, ['own']),
    // own: evaluations that one has made oneself
    permission('report:read', { 'qa-lead': 'all', 'operations-manager': 'all', trainer: 'all', auditor: 'all', 'team-leader': 'team', 'qa-evaluator': 'own' }),
    permission('retention:read', { 'qa-lead': 'all', auditor: 'all', 'operations-manager': 'all' }, ['all']),
    permission('retention:manage', { 'operations-manager': 'all' }, ['all']),
    permission('retention:hold', { 'qa-lead': 'all', 'operations-manager': 'all' }, ['all']),
    permission('retention:erase', { 'operations-manager': 'all' }, ['all']),
    permission('sampling:read', { 'qa-lead': 'all', auditor: 'all', 'operations-manager': 'all' }, ['all']),
    permission('sampling:manage', { 'qa-lead': 'all' }, ['all'])
];
