/**
 * A result that is released anew can be disputed anew: each time is a round, and what was said in earlier ones stays. Whose dispute it is stands with
 * it, since the agent of a call can be corrected. `since`: when the present state began.
 */
export const disputeRoundMigration = `
alter table quality.feedback add column round smallint not null default 1, add column since timestamptz(3);
alter table quality.disputed_question add column round smallint not null default 1, add column agent_id uuid references core.person;
update quality.disputed_question disputed set agent_id = evaluation.agent_id from quality.evaluation evaluation where evaluation.id = disputed.evaluation_id;
alter table quality.dispute_answer add column round smallint not null default 1;
alter table quality.dispute_answer drop constraint dispute_answer_evaluation_id_question_id_fkey, drop constraint dispute_answer_pkey;
alter table quality.disputed_question drop constraint disputed_question_pkey, add primary key (evaluation_id, round, question_id);
alter table quality.dispute_answer add primary key (evaluation_id, round, question_id, level),
    add foreign key (evaluation_id, round, question_id) references quality.disputed_question on update cascade on delete cascade;
`;
