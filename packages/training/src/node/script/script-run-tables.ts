import type { Json, Moment } from '@earshot/core/lib/node/storage/core-tables';
import { statements } from '@earshot/core/lib/node/core-migrations';
import type { Gone } from '../../common/script/run-script';

export interface ScriptRunTable {
    id: string; version_id: string; person_id: string; /** `earshot:` link of the call. */ interaction: string | null;
    path: Json<readonly Gone[]>; outcome: string | null; begun_at: Moment; changed_at: Moment;
}
export interface ScriptTables { 'training.script_run': ScriptRunTable }

export const scriptMigration = statements(`
create table training.script_run (
    id uuid primary key, version_id uuid not null references training.document_version, person_id uuid not null references core.person, interaction text, path jsonb not null, outcome text,
    begun_at timestamptz(3) not null, changed_at timestamptz(3) not null);
create index script_run_person on training.script_run (person_id, begun_at desc);
create index script_run_version on training.script_run (version_id);
create index script_run_interaction on training.script_run (interaction) where interaction is not null;
`);
