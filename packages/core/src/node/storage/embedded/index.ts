export { openEmbeddedPostgres, EmbeddedPostgresOptions, EmbeddedServer } from './embedded-postgres';
export { DataFolderInUseError } from './ownership';
export { DatabaseExplanation, DatabaseStartError, DatabaseTrouble, explainDatabaseError } from './database-errors';
