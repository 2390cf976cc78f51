create schema guard;
grant usage on schema guard to "${appRole}";

create table guard.gate (
    name       text        primary key,
    mode       text        not null default 'WATCHFUL' check (mode in ('WATCHFUL', 'STRICT', 'CLOSED')),
    changed_at timestamptz
);

insert into guard.gate (name) values ('GIVE'), ('BUY');

grant select, update on guard.gate to "${appRole}";

-- Who was let through to Stripe. Sender and proof are keyed fingerprints, never addresses.
create table guard.passage (
    attempt     uuid        primary key,
    gate        text        not null references guard.gate,
    sender      bytea       not null,
    proof       bytea,
    passed_at   timestamptz not null,
    finished_at timestamptz
);

create index passage_recent on guard.passage (gate, passed_at);

grant select, insert, update, delete on guard.passage to "${appRole}";

-- How many of a piece an attempt keeps from others until it is paid or given up.
create table guard.holding (
    attempt  uuid    not null references guard.passage on delete cascade,
    piece    uuid    not null,
    quantity integer not null check (quantity > 0),
    primary key (attempt, piece)
);

grant select, insert, delete on guard.holding to "${appRole}";

create table guard.stopped (
    gate  text        not null references guard.gate,
    hour  timestamptz not null,
    times bigint      not null,
    primary key (gate, hour)
);

grant select, insert, update on guard.stopped to "${appRole}";
