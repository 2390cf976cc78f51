create schema giving;
grant usage on schema giving to ${appRole};

-- What somebody has agreed to give, once or at each charge of a plan. Other terms are another pledge.
create table giving.pledge (
    id            uuid        primary key,
    reference     text        not null unique,
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
    status        text        not null check (status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI', 'GIVEN', 'ENDED',
                                                         'HELD', 'OF_PLAN')),
    payment       uuid        unique,
    plan          uuid,
    superseded    boolean     not null default false,
    -- After a single gift the page asks once whether it shall be every month.
    asked         boolean     not null default false,
    made_at       timestamptz not null,
    unique (attempt, fingerprint),
    check ((frequency = 'ONCE') = (payment is not null)),
    check ((frequency = 'ONCE') = (plan is null)),
    check ((status = 'OF_PLAN') = (plan is not null))
);
create index on giving.pledge (attempt);
create index on giving.pledge (supporter);
create index on giving.pledge (plan);

-- A payment that arrived: the fact that counts. Refunds shrink gift and cover alike (see giving.GiftParts).
create table giving.charge (
    payment    uuid        primary key,
    pledge     uuid        not null references giving.pledge,
    gift       bigint      not null check (gift > 0),
    cover      bigint      not null check (cover >= 0),
    fee        bigint      not null check (fee >= 0),
    method     text        not null,
    refunded   bigint      not null default 0 check (refunded between 0 and gift + cover),
    disputed   boolean     not null default false,
    lost       boolean     not null default false,
    charged_at timestamptz not null
);
create index on giving.charge (pledge, charged_at);

-- What happened to a pledge or a plan; never changed or taken back.
create table giving.happening (
    id     bigint generated always as identity primary key,
    about  uuid        not null,
    kind   text        not null,
    amount bigint,
    at     timestamptz not null
);
create index on giving.happening (about, id);

grant select, insert on giving.pledge, giving.charge, giving.happening to ${appRole};
grant update (status, superseded, asked) on giving.pledge to ${appRole};
grant update (refunded, disputed, lost) on giving.charge to ${appRole};
