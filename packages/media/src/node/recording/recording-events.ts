import type { ChangeLog } from '@earshot/core/lib/node/storage/database';

/** Tells the browsers of those who may listen to a recording that something about it is different. */
export const announce = (log: ChangeLog, { id, owner_id, team_id }: { readonly id: string; readonly owner_id: string | null; readonly team_id: string | null }): void =>
    log.event({ type: 'recording.changed', entityId: id }, { permission: 'recording:listen', ownerId: owner_id, teamId: team_id });
