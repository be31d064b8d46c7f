import type { ChangeLog } from '@earshot/core/lib/node/storage/database';

/** Browsers are told of an import: those of whoever it belongs to, or works at it, and of whoever may see all of them. */
export const importChanged = (log: ChangeLog, importId: string, personId: string | null): void =>
    log.event({ type: 'article-import.changed', entityId: importId }, { people: personId ? [personId] : [], permission: 'article:import', ownerId: personId });
