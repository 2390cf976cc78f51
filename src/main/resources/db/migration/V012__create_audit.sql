create schema audit;
grant usage on schema audit to "${appRole}";

-- Append-only: nobody but the owner can change or remove what was written.
create table audit.entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    subject text        not null,
    reason  text        not null
);

create index entry_subject on audit.entry (subject, id);

grant select, insert on audit.entry to "${appRole}";
