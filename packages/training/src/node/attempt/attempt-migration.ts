import { statements } from '@earshot/core/lib/node/core-migrations';

/** Which window an answer came from: one that never heard so knows its own again. */
export const attemptMigration = statements('alter table training.attempt_answer add column client_id uuid;');
