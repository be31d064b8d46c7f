import { permission } from '@earshot/core/lib/common/access/permission';

const everybody = {
    'qa-evaluator': 'own', 'qa-lead': 'own', agent: 'own', 'team-leader': 'own', 'knowledge-editor': 'own', approver: 'own', 'process-owner': 'own', trainer: 'own', 'operations-manager': 'own', auditor: 'own'
} as const;

/** Who writes, approves, assigns, sits and marks exams. */
export const examPermissions = [
    permission('exam:read', { trainer: 'all', approver: 'all', 'process-owner': 'all', 'operations-manager': 'all', 'qa-lead': 'all', auditor: 'all' }, ['all']),
    permission('exam:write', { trainer: 'all' }, ['all']),
    permission('exam:approve', { approver: 'all', trainer: 'all' }, ['all']),
    permission('exam:assign', { trainer: 'all', 'operations-manager': 'all' }, ['all']),
    // only what one was given to sit
    permission('exam:take', everybody, ['own']),
    permission('exam:mark', { trainer: 'all' }, ['all']),
    // figures of questions with their keys, by people whose results may be seen
    permission('exam-analysis:read', { trainer: 'all', 'process-owner': 'all', auditor: 'all' }, ['team', 'all']),
    permission('exam-result:read', { 'team-leader': 'team', trainer: 'all', 'operations-manager': 'all', auditor: 'all' }, ['team', 'all'])
];
