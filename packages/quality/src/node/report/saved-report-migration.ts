/** `search`: the choice as it stands in the address. `delivered_for`: the first day of the last period that people were told of. */
export const savedReportMigration = `
create table quality.saved_report (
    id uuid primary key, name text not null, search text not null, owner_id uuid not null references core.person, shared_with uuid references core.role on delete set null,
    delivery text not null check (delivery in ('never', 'week', 'month')), created_at timestamptz(3) not null default now(), changed_at timestamptz(3) not null default now(), delivered_for date, version integer not null default 1);
create index saved_report_owner on quality.saved_report (owner_id);
create index saved_report_role on quality.saved_report (shared_with) where shared_with is not null;
`;
