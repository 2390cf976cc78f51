-- What the check of the books found in each night. One node takes it; where that one died, another does an hour later.
create table bookkeeping.nightly_check (
    night       date        primary key,
    started_at  timestamptz not null,
    finished_at timestamptz,
    violations  text[]      not null default '{}',
    constraint finds_at_its_end check (finished_at is not null or violations = '{}')
);

grant select, insert, update on bookkeeping.nightly_check to "${appRole}";
