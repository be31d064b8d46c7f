import type { Migration } from 'kysely/migration';
import { gatheredMigration } from './audit/gathered-migration';
import { signInMigration } from './access/sign-in-migration';
import { scheduleMigration } from './jobs/schedule-migration';
import { notificationMigration } from './notifications/notification-migration';
import { linkedVersionMigration, reformulationMigration, searchEntryMigration, searchMigration } from './search/search-migration';

/** What the services of core keep besides the first tables, to be added to core's migrations. */
export const serviceMigrations: Readonly<Record<string, Migration>> = {
    '2026-11-22-notification-delivery': notificationMigration,
    '2026-11-22-schedule': scheduleMigration,
    '2026-11-22-search': searchMigration,
    '2026-11-22-search-entry': searchEntryMigration,
    '2026-11-22-sign-in': signInMigration,
    '2026-11-22-unrepeated-audit': gatheredMigration,
    '2026-11-23-reformulation': reformulationMigration,
    '2026-12-08-linked-versions': linkedVersionMigration
};
