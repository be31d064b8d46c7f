import { statements } from '@earshot/core/lib/node/core-migrations';
import { type Kysely, sql } from 'kysely';
import { countingLosses, type LossCondition, pastLosses } from './loss-day-migration';

/** The occasion of what is evaluated stands with the evaluation, where reports and lists tell by it without a look at the contact. It never changes. */
const column = `
alter table quality.evaluation add column occasion text not null default 'recorded' check (occasion in ('recorded', 'live', 'side-by-side', 'mystery'));
update quality.evaluation set occasion = interaction.occasion from quality.interaction where interaction.id = evaluation.interaction_id and interaction.occasion <> 'recorded';
create index evaluation_occasion on quality.evaluation (occasion, submitted_at) where occasion <> 'recorded';
`;

const taking = [
    `create function quality.take_occasion() returns trigger language plpgsql as $$
    begin
        new.occasion := coalesce((select occasion from quality.interaction where id = new.interaction_id), new.occasion);
        return new;
    end $$`,
    'create trigger take_occasion before insert on quality.evaluation for each row execute function quality.take_occasion()'
];

/** What was observed on another occasion than from its recording, or its messages, stands beside the usual results. */
const counts: LossCondition = row => `${row}.state = 'submitted' and ${row}.purpose = 'monitoring' and ${row}.occasion = 'recorded' and ${row}.submitted_at is not null`;

/** From now on the sums of a day are those of the usual results alone. */
export async function addUpRecorded(database: Kysely<unknown>): Promise<void> {
    for (const each of countingLosses(counts)) {
        await sql.raw(each).execute(database);
    }
    await statements(`delete from quality.loss_day;\n${pastLosses(counts)}`).up(database);
}

export async function occasionMigration(database: Kysely<unknown>): Promise<void> {
    await statements(column).up(database);
    for (const each of taking) {
        await sql.raw(each).execute(database);
    }
    await addUpRecorded(database);
}
