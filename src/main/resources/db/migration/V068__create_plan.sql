-- Numbers the questions about plans, and the moments at which their answers are recorded.
create sequence payments.inquiry;

create table payments.plan (
    id              uuid primary key,
    purpose         text        not null unique,
    payer           uuid        not null,
    language        text        not null check (language in ('EN', 'JA')),
    product         text        not null,
    label           text        not null,
    status          text        not null check (status in
        ('REQUESTED', 'OPEN', 'INCOMPLETE', 'ACTIVE', 'PAST_DUE', 'ENDED', 'EXPIRED', 'HELD')),
    attempt         integer     not null default 1,
    requested_at    timestamptz not null,
    expires_at      timestamptz not null,
    -- When Stripe was first asked to open a session: from then on it may know of this plan.
    tried_at        timestamptz,
    cancel_asked_at timestamptz,
    -- When the sweep asks Stripe about it; null once it is over.
    check_at        timestamptz,
    session         text unique,
    subscription    text unique,
    customer        text,
    item            text,
    -- What Stripe charges next.
    terms           uuid        not null,
    -- From which day the charges are counted, when the present period ends, and when the calendar
    -- has the next charge, whether or not it is made.
    anchor          timestamptz,
    period_end      timestamptz,
    charge_at       timestamptz,
    paused          boolean     not null default false,
    paused_until    timestamptz,
    stops_at        timestamptz,
    method          text,
    card_expires    date,
    -- The card of which it was told that it expires.
    card_told       text,
    started_at      timestamptz,
    ended_at        timestamptz,
    end_reason      text,
    held_for        text,
    -- The number of the question whose answer was recorded last, and the one drawn when it was: an
    -- answer to a question with a lower number than that may be older, and is not recorded.
    asked           bigint      not null default 0,
    recorded        bigint      not null default 0,
    constraint held_for_a_reason check ((status = 'HELD') = (held_for is not null)),
    constraint ended_for_a_reason check ((status in ('ENDED', 'EXPIRED')) = (end_reason is not null)),
    constraint runs_when_paid check (status not in ('ACTIVE', 'PAST_DUE', 'ENDED') or started_at is not null)
);

create index plan_to_check on payments.plan (check_at) where check_at is not null;

-- What a plan charges, one version after the other. Nothing is edited.
create table payments.plan_terms (
    id       uuid primary key,
    number   bigint generated always as identity,
    plan     uuid   not null references payments.plan,
    purpose  text   not null unique,
    amount   bigint not null check (amount between 50 and 99999999),
    rhythm   text   not null check (rhythm in ('MONTHLY', 'YEARLY')),
    -- Stripe's price, once it is known: invoices name it.
    price    text
);

create index plan_terms_plan on payments.plan_terms (plan);

alter table payments.plan add constraint plan_has_terms
    foreign key (terms) references payments.plan_terms deferrable initially deferred;

grant usage on sequence payments.inquiry to ${appRole};
grant select, insert, update on payments.plan to ${appRole};
grant select, insert, update (price) on payments.plan_terms to ${appRole};
