-- A rule for a known payer can end, and begin again. Every word about it is kept; the row beside it is the one that
-- somebody had before them, so that whoever may can look up of whom it is.
alter table banking.rule
    add column id       uuid        not null default gen_random_uuid() unique,
    add column row_id   uuid        references banking.row,
    add column ended_by text,
    add column ended_at timestamptz,
    add constraint ended_by_somebody check ((ended_at is null) = (ended_by is null));

grant update (row_id, ended_by, ended_at) on banking.rule to "${appRole}";

create table banking.rule_version (
    id      uuid        primary key,
    rule    uuid        not null references banking.rule (id),
    -- None where it ended.
    kind    text        check (kind ~ '^[a-z][a-z-]{1,29}$'),
    row_id  uuid        references banking.row,
    said_by text        not null,
    said_at timestamptz not null
);

create index rule_version_by_time on banking.rule_version (said_at, id);

grant select, insert on banking.rule_version to "${appRole}";

insert into banking.rule_version (id, rule, kind, said_by, said_at)
select gen_random_uuid(), id, kind, said_by, said_at from banking.rule;
