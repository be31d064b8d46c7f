import type { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { documentMigration } from './document/document-migration';

export const trainingMigrations: PackageMigrations = {
    schema: 'training', migrations: {
        '2026-11-24-documents': documentMigration
    }
};
