import { statements } from '@earshot/core/lib/node/core-migrations';
import type { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { sql } from 'kysely';
import { lossDayMigration } from './report/loss-day-migration';
import { occasionMigration } from './report/occasion-migration';
import { keepPastFigures } from './report/result-figures';
import { resultWeightMigration } from './report/result-weight-migration';
import { savedReportMigration } from './report/saved-report-migration';
import { disputeRoundMigration } from './feedback/feedback-migration';
import { phraseMigration } from './phrases/phrase-migration';
import { customerRetentionMigration, retentionMigration } from './retention/retention-migration';
import { samplingMigration } from './sampling/sampling-migration';

const first = `
create table quality.interaction (
    id uuid primary key, call_id text not null unique, started_at timestamptz(3) not null, agent_id uuid references core.person, team_id uuid references core.team,
    queue text, direction text not null check (direction in ('inbound', 'outbound', 'internal')), tags text[] not null default '{}', customer_masked text,
    recording_id uuid not null references media.recording, duration_ms integer, imported_at timestamptz(3) not null default now(), imported_by uuid references core.person, version integer not null default 1);
create index interaction_started on quality.interaction (started_at desc, id desc);
create index interaction_agent on quality.interaction (agent_id, started_at desc, id desc);
create index interaction_team on quality.interaction (team_id, started_at desc, id desc);
create index interaction_queue on quality.interaction (queue);
create index interaction_tags on quality.interaction using gin (tags);
create unique index interaction_recording on quality.interaction (recording_id);
create table quality.customer_number (
    interaction_id uuid primary key references quality.interaction on delete cascade, number text not null);
create table quality.calibration (
    id uuid primary key, title text not null, state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'settled')), form_id uuid not null references assessment.form,
    form_version_id uuid not null references assessment.form_version, expert_id uuid references core.person, tolerance real not null default 5, due_at timestamptz(3),
    created_by uuid not null references core.person, created_at timestamptz(3) not null default now(), opened_at timestamptz(3), closed_at timestamptz(3), settled_at timestamptz(3), version integer not null default 1);
create index calibration_closed on quality.calibration (closed_at);
create table quality.calibration_call (
    session_id uuid not null references quality.calibration on delete cascade, interaction_id uuid not null references quality.interaction, place integer not null, primary key (session_id, interaction_id));
create table quality.calibration_rater (
    session_id uuid not null references quality.calibration on delete cascade, person_id uuid not null references core.person, primary key (session_id, person_id));
create index calibration_rater_person on quality.calibration_rater (person_id);
create table quality.calibration_consensus (
    session_id uuid not null references quality.calibration on delete cascade, interaction_id uuid not null references quality.interaction, question_id text not null, rating double precision, primary key (session_id, interaction_id, question_id));
create table quality.evaluation (
    id uuid primary key, interaction_id uuid not null references quality.interaction, filled_form_id uuid not null references assessment.filled_form, form_id uuid not null references assessment.form,
    form_version_id uuid not null references assessment.form_version, evaluator_id uuid not null references core.person, agent_id uuid references core.person, team_id uuid references core.team,
    state text not null check (state in ('draft', 'submitted', 'revision-draft', 'revision-pending', 'superseded')), purpose text not null check (purpose in ('monitoring', 'calibration')),
    session_id uuid references quality.calibration, revision integer not null default 1, revises uuid references quality.evaluation, reason text,
    listened jsonb not null default '[]', listened_share real not null default 0, percent double precision, auto_fail boolean not null default false, critical_errors integer not null default 0,
    created_at timestamptz(3) not null default now(), changed_at timestamptz(3) not null default now(), submitted_at timestamptz(3), approved_by uuid references core.person,
    check ((purpose = 'calibration') = (session_id is not null)));
create index evaluation_changed on quality.evaluation (changed_at desc, id desc);
create index evaluation_interaction on quality.evaluation (interaction_id);
create index evaluation_evaluator on quality.evaluation (evaluator_id, changed_at desc, id desc);
create index evaluation_agent on quality.evaluation (agent_id, changed_at desc, id desc);
create index evaluation_team on quality.evaluation (team_id, changed_at desc, id desc);
create unique index evaluation_one_draft on quality.evaluation (interaction_id, form_id, evaluator_id) where state = 'draft' and purpose = 'monitoring';
create unique index evaluation_one_per_session on quality.evaluation (session_id, interaction_id, evaluator_id) where session_id is not null;
create unique index evaluation_one_revision on quality.evaluation (revises) where state in ('revision-draft', 'revision-pending');
`;

const returned = `
alter table quality.evaluation add column returned_reason text;
create index evaluation_revises on quality.evaluation (revises) where revises is not null;
`;

/** Lists, figures and quick open at a hundred thousand evaluations: what they ask for is found by an index. */
const large = `
create extension if not exists pg_trgm;
create index interaction_call_id on quality.interaction using gin (call_id gin_trgm_ops);
create index interaction_call_id_begins on quality.interaction (lower(call_id) text_pattern_ops);
create index interaction_call_id_ends on quality.interaction (reverse(lower(call_id)) text_pattern_ops);
create unique index evaluation_filled on quality.evaluation (filled_form_id);
create index evaluation_form on quality.evaluation (form_id, changed_at desc, id desc);
create index evaluation_open on quality.evaluation (changed_at desc, id desc) where state in ('draft', 'revision-draft', 'revision-pending');
create index evaluation_calibration on quality.evaluation (changed_at desc, id desc) where purpose = 'calibration';
create index evaluation_counting on quality.evaluation (submitted_at) include (percent, evaluator_id, agent_id, team_id) where state = 'submitted' and purpose = 'monitoring';
create table quality.interaction_facet (
    kind text not null check (kind in ('queue', 'tag')), value text not null, agent_id uuid, team_id uuid, calls integer not null, unique nulls not distinct (kind, value, agent_id, team_id));
insert into quality.interaction_facet
    select kind, value, agent_id, team_id, count(*) from (select 'queue' as kind, queue as value, agent_id, team_id from quality.interaction where queue is not null
        union all select 'tag', unnest(tags), agent_id, team_id from quality.interaction) each group by kind, value, agent_id, team_id;
`;

/** Always in the same order, so that two imports at once never wait for each other in a circle. */
const counting = [
    `create function quality.count_interaction_facets() returns trigger language plpgsql as $$
    begin
        insert into quality.interaction_facet as facet
            select kind, value, agent_id, team_id, sum(delta) from (
                select 'queue' as kind, queue as value, agent_id, team_id, 1 as delta from (select new.*) added where tg_op <> 'DELETE' and queue is not null
                union all select 'tag', unnest(tags), agent_id, team_id, 1 from (select new.*) added where tg_op <> 'DELETE'
                union all select 'queue', queue, agent_id, team_id, -1 from (select old.*) removed where tg_op <> 'INSERT' and queue is not null
                union all select 'tag', unnest(tags), agent_id, team_id, -1 from (select old.*) removed where tg_op <> 'INSERT') change
            group by kind, value, agent_id, team_id having sum(delta) <> 0 order by kind, value, agent_id, team_id
            on conflict (kind, value, agent_id, team_id) do update set calls = facet.calls + excluded.calls;
        return null;
    end $$`,
    `create trigger interaction_facets after insert or delete or update of queue, tags, agent_id, team_id on quality.interaction for each row execute function quality.count_interaction_facets()`
];

const feedback = `
alter table quality.evaluation add column released_at timestamptz(3);
create table quality.feedback (
    evaluation_id uuid primary key references quality.evaluation on delete cascade, state text not null check (state in ('held', 'released', 'acknowledged', 'disputed', 'answered', 'escalated', 'settled')),
    released_by uuid references core.person, due_at timestamptz(3), reminded_at timestamptz(3), acknowledged_at timestamptz(3), comment text, disputed_at timestamptz(3), settled_at timestamptz(3),
    first_answered_by uuid references core.person, version integer not null default 1);
create index feedback_waiting on quality.feedback (state, due_at) where state in ('held', 'disputed', 'answered', 'escalated');
create index feedback_unread on quality.feedback (evaluation_id) where state in ('released', 'answered');
create table quality.disputed_question (
    evaluation_id uuid not null references quality.feedback on update cascade on delete cascade, question_id text not null, place integer not null, reason text not null, evidence jsonb not null, escalation_reason text,
    primary key (evaluation_id, question_id));
create table quality.dispute_answer (
    evaluation_id uuid not null, question_id text not null, level smallint not null check (level in (1, 2)), decision text not null check (decision in ('upheld', 'overturned')), reason text not null,
    answered_by uuid not null references core.person, answered_at timestamptz(3) not null, primary key (evaluation_id, question_id, level),
    foreign key (evaluation_id, question_id) references quality.disputed_question on update cascade on delete cascade);
create table quality.feedback_policy (form_id uuid references assessment.form, policy jsonb not null, unique nulls not distinct (form_id));
create table quality.work_week (weekday smallint primary key check (weekday between 1 and 7));
insert into quality.work_week select generate_series(1, 5);
create table quality.calendar_day (day date primary key, worked boolean not null, name text not null);
update quality.evaluation set released_at = submitted_at where purpose = 'monitoring' and state in ('submitted', 'superseded');
insert into quality.feedback (evaluation_id, state) select id, 'released' from quality.evaluation where purpose = 'monitoring' and state = 'submitted';
`;

const coaching = `
create table quality.coaching_plan (
    id uuid primary key, title text not null, agent_id uuid not null references core.person, team_id uuid references core.team, coach_id uuid not null references core.person,
    evaluation_id uuid references quality.evaluation on delete set null, form_id uuid references assessment.form, state text not null check (state in ('active', 'reported', 'completed', 'stopped')),
    started_at timestamptz(3) not null default now(), due_on date not null, follow_up_wanted integer, follow_up_from date, changed_at timestamptz(3) not null default now(), closed_at timestamptz(3),
    reminded_on date, version integer not null default 1, check (agent_id <> coach_id), check ((follow_up_wanted is null) = (follow_up_from is null)));
create index coaching_plan_changed on quality.coaching_plan (changed_at desc, id desc);
create index coaching_plan_agent on quality.coaching_plan (agent_id, changed_at desc, id desc);
create index coaching_plan_team on quality.coaching_plan (team_id, changed_at desc, id desc);
create index coaching_plan_open on quality.coaching_plan (coach_id, due_on) where state in ('active', 'reported');
create index coaching_plan_evaluation on quality.coaching_plan (evaluation_id) where evaluation_id is not null;
create table quality.coaching_behaviour (
    plan_id uuid not null references quality.coaching_plan on delete cascade, place integer not null, text text not null, question_ids text[] not null default '{}', primary key (plan_id, place));
create table quality.coaching_step (
    id uuid primary key, plan_id uuid not null references quality.coaching_plan on delete cascade, place integer not null, text text not null, link text, from_ms integer, to_ms integer, due_on date,
    done_at timestamptz(3), comment text, reminded_on date, check ((from_ms is null) = (to_ms is null)));
create index coaching_step_plan on quality.coaching_step (plan_id, place);
create table quality.coaching_note (
    id uuid primary key, plan_id uuid not null references quality.coaching_plan on delete cascade, kind text not null check (kind in ('note', 'extended', 'completed', 'stopped')), text text not null,
    by_id uuid not null references core.person, at timestamptz(3) not null default now());
create index coaching_note_plan on quality.coaching_note (plan_id, at);
`;

/** `lost`: percentage points by question, in the order of the form's version; null where a question took no part. */
const resultFigures = `
create table quality.result_figures (
    evaluation_id uuid primary key references quality.evaluation on delete cascade, lost real[] not null, rated smallint not null, not_applicable smallint not null, passed boolean,
    customer_failed smallint, business_failed smallint, compliance_failed smallint);
`;

const channels = `
alter table quality.interaction alter column recording_id drop not null, add column channel text not null default 'voice' check (channel in ('voice', 'chat', 'email', 'sms', 'in-person')),
    add column occasion text not null default 'recorded' check (occasion in ('recorded', 'live', 'side-by-side', 'mystery')), add column scenario text,
    add check (recording_id is null or channel = 'voice' and occasion = 'recorded'), add check (recording_id is not null or channel <> 'voice' or occasion <> 'recorded');
alter table quality.interaction alter column duration_ms type bigint;
create index interaction_channel on quality.interaction (channel, started_at desc, id desc) where channel <> 'voice';
create index interaction_occasion on quality.interaction (occasion, started_at desc, id desc) where occasion <> 'recorded';
create table quality.message (
    interaction_id uuid not null references quality.interaction on delete cascade, at_ms bigint not null check (at_ms >= 0), author text not null check (author in ('agent', 'customer', 'system')),
    name text, text text not null, primary key (interaction_id, at_ms));
`;

export const qualityMigrations: PackageMigrations = {
    schema: 'quality',
    migrations: {
        '2026-11-21-first': statements(first),
        '2026-11-22-returned': statements(returned),
        '2026-11-22-size': {
            up: async database => {
                await statements(large).up(database);
                for (const each of counting) {
                    await sql.raw(each).execute(database);
                }
            }
        },
        '2026-11-23-feedback': statements(feedback),
        '2026-11-24-coaching': statements(coaching),
        '2026-11-24-result-figures': {
            up: async database => {
                await statements(resultFigures).up(database);
                await keepPastFigures(database);
            }
        },
        '2026-11-26-channels': statements(channels),
        '2026-11-27-sampling': statements(samplingMigration),
        '2026-11-28-phrases': statements(phraseMigration),
        '2026-11-28-retention': statements(retentionMigration),
        '2026-11-29-saved-reports': statements(savedReportMigration),
        '2026-11-30-loss-days': { up: lossDayMigration },
        '2026-11-30-customer-retention': statements(customerRetentionMigration),
        '2026-12-01-dispute-rounds': statements(disputeRoundMigration),
        '2026-12-01-occasions': { up: occasionMigration },
        '2026-12-01-result-weights': { up: resultWeightMigration }
    }
};
