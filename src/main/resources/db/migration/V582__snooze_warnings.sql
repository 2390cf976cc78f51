-- A warning of Today that somebody has put off, with the reason. It comes back when the time is over, or when there is
-- more of it than was put off. One row for each warning; what was before stands in the audit trail.
create table staff.snooze (
    concern    text        primary key check (concern <> ''),
    count      bigint      not null check (count >= 0),
    reason     text        not null check (btrim(reason) <> '' and length(reason) <= 200),
    until      timestamptz not null check (until > made_at),
    account_id uuid        not null references staff.account,
    made_at    timestamptz not null
);

grant select, insert, update, delete on staff.snooze to "${appRole}";
