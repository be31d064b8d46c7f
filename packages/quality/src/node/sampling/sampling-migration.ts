/** Plans, draws and what was drawn. Whoever has scored on a form before is qualified on it. */
export const samplingMigration = `
alter table quality.evaluation drop constraint evaluation_purpose_check;
alter table quality.evaluation add constraint evaluation_purpose_check check (purpose in ('monitoring', 'calibration', 'agreement'));
create unique index evaluation_one_second_scoring on quality.evaluation (interaction_id, form_id, evaluator_id) where state = 'draft' and purpose = 'agreement';
create table quality.evaluator_form (
    person_id uuid not null references core.person, form_id uuid not null references assessment.form, primary key (person_id, form_id));
create index evaluator_form_form on quality.evaluator_form (form_id);
insert into quality.evaluator_form select distinct evaluator_id, form_id from quality.evaluation where state in ('submitted', 'superseded');
create table quality.sampling_plan (
    id uuid primary key, title text not null, definition jsonb not null, active boolean not null, created_by uuid not null references core.person,
    created_at timestamptz(3) not null default now(), active_since timestamptz(3) not null, version integer not null default 1);
create table quality.sampling_draw (
    id uuid primary key, plan_id uuid not null references quality.sampling_plan, form_id uuid not null references assessment.form, first_day date not null, last_day date not null,
    drawn_at timestamptz(3) not null default now(), drawn_by uuid references core.person, due_at timestamptz(3) not null, seed bigint not null, method smallint not null,
    population integer not null, population_hash text not null, input jsonb not null, cells jsonb not null, unique (plan_id, first_day));
create table quality.sampling_item (
    id uuid primary key, draw_id uuid not null references quality.sampling_draw, place integer not null, kind text not null check (kind in ('random', 'rule', 'shadow', 'intra')),
    interaction_id uuid not null references quality.interaction, cell text, probability double precision check (probability > 0 and probability <= 1), duration_ms integer not null,
    evaluator_id uuid references core.person, evaluation_id uuid references quality.evaluation on delete set null, earlier_id uuid references quality.evaluation on delete set null, scored_at timestamptz(3),
    replaced_by uuid references quality.sampling_item, replaced_at timestamptz(3), reason text, reason_text text,
    unique (draw_id, place), check ((replaced_by is null) = (replaced_at is null) and (replaced_by is null) = (reason is null)));
create index sampling_item_open on quality.sampling_item (evaluator_id, draw_id, place) where scored_at is null and replaced_by is null;
create index sampling_item_interaction on quality.sampling_item (interaction_id);
create index sampling_item_evaluation on quality.sampling_item (evaluation_id);
`;
