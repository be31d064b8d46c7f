import { nls } from '@theia/core/lib/common/nls';
import type { HouseTextContribution } from './application/house-texts';
import type { EntityKind } from './quick-input/entity-kinds';

function permission(id: string): string | undefined {
    switch (id) {
        case 'person:read': return nls.localize('earshot/core/permissions/person-read', 'See people');
        case 'person:write': return nls.localize('earshot/core/permissions/person-write', 'Add, change, move and deactivate people');
        case 'person:access': return nls.localize('earshot/core/permissions/person-access', 'Give roles and reset passwords');
        case 'team:read': return nls.localize('earshot/core/permissions/team-read', 'See teams and positions');
        case 'team:write': return nls.localize('earshot/core/permissions/team-write', 'Change teams and positions');
        case 'role:read': return nls.localize('earshot/core/permissions/role-read', 'See what roles grant');
        case 'role:write': return nls.localize('earshot/core/permissions/role-write', 'Change what roles grant');
        case 'audit:read': return nls.localize('earshot/core/permissions/audit-read', 'Read the audit log');
        case 'job:read': return nls.localize('earshot/core/permissions/job-read', 'See jobs');
        case 'job:cancel': return nls.localize('earshot/core/permissions/job-cancel', 'Cancel jobs');
        case 'customer:read': return nls.localize('earshot/core/permissions/customer-read', 'See data of customers in full');
        case 'settings:write': return nls.localize('earshot/core/permissions/settings-write', 'Change settings of the installation');
        default: return undefined;
    }
}

function permissionGroup(noun: string): string | undefined {
    switch (noun) {
        case 'person': return nls.localize('earshot/core/permission-groups/person', 'People');
        case 'team': return nls.localize('earshot/core/permission-groups/team', 'Teams and positions');
        case 'role': return nls.localize('earshot/core/permission-groups/role', 'Roles');
        case 'audit': return nls.localize('earshot/core/permission-groups/audit', 'Audit log');
        case 'job': return nls.localize('earshot/core/permission-groups/job', 'Jobs');
        case 'customer': return nls.localize('earshot/core/permission-groups/customer', 'Customer data');
        case 'settings': return nls.localize('earshot/core/permission-groups/settings', 'Settings');
        default: return undefined;
    }
}

function audit(action: string): string | undefined {
    switch (action) {
        case 'person.added': return nls.localize('earshot/core/audit-actions/person-added', 'Person added');
        case 'person.changed': return nls.localize('earshot/core/audit-actions/person-changed', 'Person changed');
        case 'person.deactivated': return nls.localize('earshot/core/audit-actions/person-deactivated', 'Person deactivated');
        case 'person.reactivated': return nls.localize('earshot/core/audit-actions/person-reactivated', 'Person reactivated');
        case 'person.roles-changed': return nls.localize('earshot/core/audit-actions/person-roles-changed', 'Roles of a person changed');
        case 'password.changed': return nls.localize('earshot/core/audit-actions/password-changed', 'Password changed');
        case 'password.reset': return nls.localize('earshot/core/audit-actions/password-reset', 'Password reset');
        case 'invitation.accepted': return nls.localize('earshot/core/audit-actions/invitation-accepted', 'Password set with a one-time link');
        case 'administrator.invited': return nls.localize('earshot/core/audit-actions/administrator-invited', 'First administrator invited');
        case 'session.began': return nls.localize('earshot/core/audit-actions/session-began', 'Signed in');
        case 'session.ended': return nls.localize('earshot/core/audit-actions/session-ended', 'Signed out');
        case 'session.refused': return nls.localize('earshot/core/audit-actions/session-refused', 'Sign-in refused');
        case 'token.created': return nls.localize('earshot/core/audit-actions/token-created', 'API token made');
        case 'token.revoked': return nls.localize('earshot/core/audit-actions/token-revoked', 'API token revoked');
        case 'notification.chosen': return nls.localize('earshot/core/audit-actions/notification-chosen', 'Notifications chosen');
        case 'team.added': return nls.localize('earshot/core/audit-actions/team-added', 'Team added');
        case 'team.changed': return nls.localize('earshot/core/audit-actions/team-changed', 'Team changed');
        case 'team.removed': return nls.localize('earshot/core/audit-actions/team-removed', 'Team removed');
        case 'position.added': return nls.localize('earshot/core/audit-actions/position-added', 'Position added');
        case 'position.changed': return nls.localize('earshot/core/audit-actions/position-changed', 'Position changed');
        case 'position.removed': return nls.localize('earshot/core/audit-actions/position-removed', 'Position removed');
        case 'role.added': return nls.localize('earshot/core/audit-actions/role-added', 'Role added');
        case 'role.changed': return nls.localize('earshot/core/audit-actions/role-changed', 'Role changed');
        case 'sample.added': return nls.localize('earshot/core/audit-actions/sample-added', 'Came with the sample centre');
        case 'sample.dated': return nls.localize('earshot/core/audit-actions/sample-dated', 'Sample dated back');
        case 'role.removed': return nls.localize('earshot/core/audit-actions/role-removed', 'Role removed');
        case 'roles.seeded': return nls.localize('earshot/core/audit-actions/roles-seeded', 'New permissions given to roles');
        case 'job.started': return nls.localize('earshot/core/audit-actions/job-started', 'Job started');
        case 'job.done': return nls.localize('earshot/core/audit-actions/job-done', 'Job done');
        case 'job.failed': return nls.localize('earshot/core/audit-actions/job-failed', 'Job failed');
        case 'job.cancelled': return nls.localize('earshot/core/audit-actions/job-cancelled', 'Job cancelled');
        case 'job.given-back': return nls.localize('earshot/core/audit-actions/job-given-back', 'Job put back into the queue');
        default: return undefined;
    }
}

const kinds: readonly EntityKind[] = [
    { kind: 'person', icon: 'person', label: () => nls.localize('earshot/core/kinds/person', 'People') },
    { kind: 'team', icon: 'organization', label: () => nls.localize('earshot/core/kinds/team', 'Teams') },
    { kind: 'position', icon: 'briefcase', label: () => nls.localize('earshot/core/kinds/position', 'Positions') },
    { kind: 'role', icon: 'shield', label: () => nls.localize('earshot/core/kinds/role', 'Roles') },
    { kind: 'job', icon: 'server-process', label: () => nls.localize('earshot/core/kinds/job', 'Jobs') }
];

/** The words of the core package for what the server names by kind. */
export const coreHouseTexts: HouseTextContribution & { readonly kinds: readonly EntityKind[] } = {
    permission, permissionGroup, audit, kinds,
    notificationKind: kind => {
        switch (kind) {
            case 'job.done': return nls.localize('earshot/core/notification-kinds/job-done', 'Something that you started is done');
            case 'job.failed': return nls.localize('earshot/core/notification-kinds/job-failed', 'Something that you started did not work');
            default: return undefined;
        }
    },
    notification: ({ kind, detail }) => {
        switch (kind) {
            case 'job.done': return nls.localize('earshot/core/notifications/job-done', 'Done: {0}', String(detail.title));
            case 'job.failed': return nls.localize('earshot/core/notifications/job-failed', 'It did not work: {0}. Open it to see why.', String(detail.title));
            default: return undefined;
        }
    },
    handOver: kind => kind === 'team-leadership' ? nls.localize('earshot/core/hand-over/team-leadership', 'Teams that they lead') : undefined,
    icon: kind => ({ 'job.done': 'pass', 'job.failed': 'error' })[kind]
};
