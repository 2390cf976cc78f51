-- Numbers the questions about plans, and the moments at which their answers are recorded.
create sequence payments.inquiry;

grant usage on sequence payments.inquiry to "${appRole}";

-- What Stripe charges again and again: a subscription.
create table payments.plan (
    id               uuid        primary key,
    purpose          text        not null unique,
    payer            uuid        not null,
    language         text        not null check (language in ('EN', 'JA')),
    product          text        not null,
    label            text        not null,
    status           text        not null check (status in
        ('REQUESTED', 'OPEN', 'INCOMPLETE', 'ACTIVE', 'PAST_DUE', 'ENDED', 'EXPIRED', 'HELD')),
    attempt          integer     not null default 1,
    requested_at     timestamptz not null,
    expires_at       timestamptz not null,
    -- When Stripe was first asked to open a session: from then on it may know of this plan.
    tried_at         timestamptz,
    cancel_asked_at  timestamptz,
    -- Stripe does not take the giver's mail address; its page asks for another.
    address_refused  boolean     not null default false,
    session          text        unique,
    subscription     text        unique,
    customer         text,
    item             text,
    -- What Stripe charges next.
    terms            uuid        not null,
    -- From which day the charges are counted, in Stripe's UTC and as the day in Japan that they are to be counted from;
    -- when the present period ends; and when the calendar has the next charge, whether or not it is made.
    anchor           timestamptz,
    counted_from     date,
    period_end       timestamptz,
    charge_at        timestamptz,
    -- What the charge takes that lies as a draft for an hour, in yen: terms that change meanwhile don't change it.
    drafted          bigint,
    paused           boolean     not null default false,
    paused_until     timestamptz,
    stops_at         timestamptz,
    -- Whether Stripe knows the end of a plan as a time rather than as a flag: each is taken back in its own way.
    stops_by_time    boolean     not null default false,
    method           text,
    -- What the customer has chosen last at Stripe, older or newer than what is charged.
    customers_method text,
    card_expires     date,
    -- The card of which it was told that it expires.
    card_told        text,
    started_at       timestamptz,
    ended_at         timestamptz,
    end_reason       text,
    held_for         text,
    -- Of a payer who was erased Stripe is told once.
    forgotten_at     timestamptz,
    -- The number of the question whose answer was recorded last, and the one drawn when it was: an
    -- answer to a question with a lower number than that may be older, and is not recorded.
    asked            bigint      not null default 0,
    recorded         bigint      not null default 0,
    constraint held_for_a_reason check ((status = 'HELD') = (held_for is not null)),
    constraint ended_for_a_reason check ((status in ('ENDED', 'EXPIRED')) = (end_reason is not null)),
    constraint runs_when_paid check (status not in ('ACTIVE', 'PAST_DUE', 'ENDED') or started_at is not null)
);

create index plan_past_due on payments.plan (id) where status = 'PAST_DUE';
-- What is looked for every hour is found without reading all plans.
create index plan_card_expires on payments.plan (card_expires)
    where status in ('ACTIVE', 'PAST_DUE') and stops_at is null;

grant select, insert, update on payments.plan to "${appRole}";

-- Whose invoice made the payment.
alter table payments.payment add foreign key (plan) references payments.plan;

-- What a plan charges, one version after the other. Nothing is edited.
create table payments.plan_terms (
    id      uuid   primary key,
    number  bigint generated always as identity,
    plan    uuid   not null references payments.plan,
    purpose text   not null unique,
    amount  bigint not null check (amount between 50 and 99999999),
    rhythm  text   not null check (rhythm in ('MONTHLY', 'YEARLY')),
    -- Stripe's price, once it is known: invoices name it.
    price   text
);

create index plan_terms_plan on payments.plan_terms (plan);

alter table payments.plan add constraint plan_has_terms
    foreign key (terms) references payments.plan_terms deferrable initially deferred;

grant select, insert, update (price) on payments.plan_terms to "${appRole}";

-- Changes of plans that were asked for, with exactly what Stripe will be told. RETRY: who leaves another card is not to
-- wait for the next try that Stripe has planned. ALIGN: charges are counted from the day in Japan. GIVE_UP: a plan
-- whose charge is not tried any more is ended by us where Stripe leaves it as it is.
create table payments.wish (
    id           uuid        primary key,
    number       bigint      generated always as identity,
    plan         uuid        not null references payments.plan,
    kind         text        not null check (kind in
        ('TERMS', 'DAY', 'PAUSE', 'RESUME', 'STOP', 'UNDO_STOP', 'STOP_NOW', 'CARD', 'RETRY', 'ALIGN',
         'GIVE_UP')),
    terms        uuid        references payments.plan_terms,
    parameters   jsonb       not null,
    status       text        not null check (status in ('REQUESTED', 'DONE', 'REFUSED')),
    requested_at timestamptz not null,
    constraint names_its_terms check ((kind = 'TERMS') = (terms is not null))
);

create index wish_to_send on payments.wish (plan, number) where status = 'REQUESTED';
create index on payments.wish (plan);

grant select, insert, update on payments.wish to "${appRole}";

-- Invoices that were tried in vain and are not given up. Paid or dropped, they are gone from here.
create table payments.overdue (
    invoice         text        primary key,
    plan            uuid        not null references payments.plan,
    amount          bigint      not null,
    attempts        integer     not null,
    needs_action    boolean     not null,
    -- Whether the bank has refused for good, so that only another card is tried.
    needs_card      boolean     not null default false,
    next_attempt_at timestamptz,
    billed_at       timestamptz not null
);

create index overdue_plan on payments.overdue (plan);
create index overdue_untried on payments.overdue (billed_at) where next_attempt_at is null;

grant select, insert, update, delete on payments.overdue to "${appRole}";
