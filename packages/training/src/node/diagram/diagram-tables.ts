import { statements } from '@earshot/core/lib/node/core-migrations';
import type { Moment } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';

const tables = statements(`
create table training.diagram (
    document_id uuid not null references training.document on delete cascade, hash text not null check (hash ~ '^[0-9a-f]{64}$'), xml text not null, words text not null, added_by uuid references core.person, added_at timestamptz(3) not null,
    primary key (document_id, hash));
`);

/** A version that was approved names its diagrams by their hashes: what a hash stands for must not change. */
export const diagramMigration = {
    up: async (database: Kysely<unknown>): Promise<void> => {
        await tables.up(database);
        await sql.raw(`create function training.keep_diagram() returns trigger language plpgsql as $$
            begin
                raise exception 'The file of a diagram stays as it was kept.' using errcode = 'restrict_violation';
            end $$`).execute(database);
        await sql.raw('create trigger diagram_kept before update on training.diagram for each row execute function training.keep_diagram()').execute(database);
    }
};

/** The BPMN 2.0 file of a diagram, once for each document that shows it; `words` is what search finds it by. */
export interface DiagramTable { document_id: string; /** SHA-256 of the file in UTF-8, hexadecimal. */ hash: string; xml: string; words: string; added_by: string | null; added_at: Moment }
export interface DiagramTables { 'training.diagram': DiagramTable }
