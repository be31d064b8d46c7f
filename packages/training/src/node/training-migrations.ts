import type { PackageMigrations } from '@earshot/core/lib/node/storage/migration';

export const trainingMigrations: PackageMigrations = { schema: 'training', migrations: {} };
