-- How often something was tried by somebody in a stretch of time. Who it was stands here as a keyed fingerprint only,
-- and the key changes each day.
create table supporters.tries (
    kind text not null,
    who bytea not null check (length(who) = 32),
    ends_at timestamptz not null,
    count integer not null check (count > 0),
    primary key (kind, who, ends_at)
);
create index tries_by_end on supporters.tries (ends_at);

grant select, insert, delete on supporters.tries to "${appRole}";
grant update (count) on supporters.tries to "${appRole}";
