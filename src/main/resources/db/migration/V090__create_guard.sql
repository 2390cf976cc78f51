create schema guard;

create table guard.gate (
    name       text primary key,
    mode       text not null default 'WATCHFUL' check (mode in ('WATCHFUL', 'STRICT', 'CLOSED')),
    changed_at timestamptz
);

insert into guard.gate (name) values ('GIVE');

-- Who was let through to Stripe. Sender and proof are keyed fingerprints, never addresses.
create table guard.passage (
    attempt     uuid primary key,
    gate        text        not null references guard.gate,
    sender      bytea       not null,
    proof       bytea,
    passed_at   timestamptz not null,
    finished_at timestamptz
);

create index passage_recent on guard.passage (gate, passed_at);

create table guard.stopped (
    gate  text        not null references guard.gate,
    hour  timestamptz not null,
    times bigint      not null,
    primary key (gate, hour)
);

grant usage on schema guard to ${appRole};
grant select, update on guard.gate to ${appRole};
grant select, insert, update, delete on guard.passage to ${appRole};
grant select, insert, update on guard.stopped to ${appRole};
