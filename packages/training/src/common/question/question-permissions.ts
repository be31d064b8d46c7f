import { permission } from '@earshot/core/lib/common/access/permission';

/** Questions hold their keys: whoever may read them is not examined with them. Nobody approves what they have written. */
export const questionPermissions = [
    permission('question:read', { trainer: 'all', 'process-owner': 'all', approver: 'all', auditor: 'all' }, ['all']),
    permission('question:write', { trainer: 'all', 'process-owner': 'all' }, ['all']),
    permission('question:approve', { trainer: 'all', approver: 'all' }, ['all'])
];
