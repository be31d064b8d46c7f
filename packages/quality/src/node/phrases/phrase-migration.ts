/** What evaluators made of what phrases suggested. `value` and `places`: the suggestion as it was then. */
export const phraseMigration = `
create table quality.phrase_decision (
    evaluation_id uuid not null references quality.evaluation on delete cascade, question_id text not null, value jsonb not null, kept boolean not null, places jsonb not null, accepted boolean not null,
    decided_at timestamptz(3) not null, primary key (evaluation_id, question_id));
`;
