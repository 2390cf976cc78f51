-- What is given again and again. Payments knows how it stands; here is whose it is, and when something is due to be told.
create table giving.plan (
    id             uuid        primary key,
    payments_plan  uuid        not null unique,
    reference      text        not null unique,
    supporter      uuid        not null,
    subject        uuid        not null,
    language       text        not null check (language in ('en', 'ja')),
    begun_at       timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    -- As payments last said, for what is told ahead.
    next_charge_at timestamptz,
    paused_until   timestamptz,
    check (ended_at is null or next_charge_at is null)
);
create index on giving.plan (supporter);
create index on giving.plan (next_charge_at) where ended_at is null;

alter table giving.pledge add foreign key (plan) references giving.plan;

-- Why somebody stopped, where they said so; never a reason to ask again.
create table giving.farewell (
    plan   uuid        not null references giving.plan,
    reason text        not null check (reason in ('money', 'once', 'trust', 'other')),
    at     timestamptz not null
);

grant select, insert on giving.plan, giving.farewell to ${appRole};
grant update (started_at, ended_at, next_charge_at, paused_until) on giving.plan to ${appRole};
