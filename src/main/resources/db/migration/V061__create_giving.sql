create schema giving;
grant usage on schema giving to "${appRole}";

-- What somebody has agreed to give, once or at each charge of a plan. Other terms are another pledge.
create table giving.pledge (
    id            uuid        primary key,
    -- A plan has one reference, that of its first pledge: its other terms have none of their own.
    reference     text        unique,
    attempt       uuid        not null,
    -- Of what was wished, keyed: the same attempt with the same content is the same pledge.
    fingerprint   text        not null,
    language      text        not null check (language in ('en', 'ja')),
    supporter     uuid        not null,
    subject       uuid        not null,
    frequency     text        not null check (frequency in ('ONCE', 'MONTHLY', 'YEARLY')),
    fund          text        not null references ledger.fund,
    gift          bigint      not null check (gift > 0),
    -- What the giver adds for the payment fee; no part of the gift in any total.
    cover         bigint      not null check (cover >= 0),
    -- The version of the agreement to the fund's purpose.
    terms         text        not null,
    outcome_price uuid,
    -- Whether the vault keeps words that belong to it: in whose honour, for which group, a public name.
    with_words    boolean     not null,
    -- PAID_TWICE: another gift was paid in its place, and this money goes back.
    status        text        not null check (status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI', 'GIVEN', 'PAID_TWICE',
                                                         'ENDED', 'HELD', 'OF_PLAN')),
    payment       uuid        unique,
    plan          uuid,
    superseded    boolean     not null default false,
    -- After a single gift the page asks once whether it shall be every month.
    asked         boolean     not null default false,
    made_at       timestamptz not null,
    unique (attempt, fingerprint),
    check ((frequency = 'ONCE') = (payment is not null)),
    check ((frequency = 'ONCE') = (plan is null)),
    check ((status = 'OF_PLAN') = (plan is not null)),
    check (reference is not null or plan is not null)
);

create index on giving.pledge (attempt);
create index on giving.pledge (supporter);
create index on giving.pledge (plan);

grant select, insert, update (status, superseded, asked) on giving.pledge to "${appRole}";

-- A payment that arrived: the fact that counts. Refunds shrink gift and cover alike (see giving.GiftParts).
create table giving.charge (
    payment     uuid        primary key,
    pledge      uuid        not null references giving.pledge,
    gift        bigint      not null check (gift > 0),
    cover       bigint      not null check (cover >= 0),
    fee         bigint      not null check (fee >= 0),
    method      text        not null,
    refunded    bigint      not null default 0 check (refunded between 0 and gift + cover),
    disputed    boolean     not null default false,
    lost        boolean     not null default false,
    -- How often what is kept of it has changed. A receipt notes the count that it was made at, so that a correction
    -- voids what was made before it, and never what was made after it.
    corrections integer     not null default 0 check (corrections >= 0),
    charged_at  timestamptz not null
);

create index on giving.charge (pledge, charged_at);

grant select, insert, update (refunded, disputed, lost, corrections) on giving.charge to "${appRole}";

-- What is given again and again. Payments knows how it stands; here is whose it is, and when something is due to be
-- told.
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
    -- When money is next taken, an hour after it is due, as payments last said; for what is told ahead.
    next_charge_at timestamptz,
    -- Stripe takes up collecting long before the next charge, which is what the giver has to be told of ahead.
    after_pause    boolean     not null default false,
    check (ended_at is null or next_charge_at is null)
);

create index on giving.plan (supporter);
create index on giving.plan (next_charge_at) where ended_at is null;

grant select, insert, update (started_at, ended_at, next_charge_at, after_pause) on giving.plan to "${appRole}";

-- Whose terms the pledge is.
alter table giving.pledge add foreign key (plan) references giving.plan;

-- What happened to a pledge or a plan; never changed or taken back. After a change of a plan it says how the plan
-- stands; how it stood before is what the change before it says. Only the day of the next charge moves without a
-- change, so what it was is kept as well.
create table giving.happening (
    id              bigint      generated always as identity primary key,
    about           uuid        not null,
    kind            text        not null,
    amount          bigint,
    frequency       text        check (frequency in ('MONTHLY', 'YEARLY')),
    gift            bigint      check (gift > 0),
    cover           bigint      check (cover >= 0),
    next_charge     date,
    next_charge_was date,
    at              timestamptz not null,
    check ((frequency is null) = (gift is null) and (gift is null) = (cover is null))
);

create index on giving.happening (about, id);

grant select, insert on giving.happening to "${appRole}";

-- Why somebody stopped, where they said so; never a reason to ask again.
create table giving.farewell (
    plan   uuid        not null references giving.plan,
    reason text        not null check (reason in ('money', 'once', 'trust', 'other')),
    at     timestamptz not null
);

create index on giving.farewell (plan);

grant select, insert on giving.farewell to "${appRole}";
