-- Every line of Stripe's balance, whoever made it: of payments of ours and of other tools on the same account, fees of
-- the account, adjustments, payouts and those that came back. What a line says never changes but that its money becomes
-- available. Stripe's words about it are not kept: they may name people.
create table payments.balance_line (
    id           text        primary key,
    kind         text        not null check (kind in ('CHARGE', 'REFUND', 'DISPUTE', 'FEE', 'ADJUSTMENT', 'PAYOUT',
                                                      'PAYOUT_BACK', 'TOP_UP', 'RESERVE', 'FOREIGN', 'UNKNOWN')),
    -- As Stripe calls it.
    category     text        not null,
    currency     text        not null,
    gross        bigint      not null,
    fee          bigint      not null,
    net          bigint      not null,
    -- The object at Stripe that made it.
    source       text,
    -- The payout that carried it to the bank.
    payout       text,
    created_at   timestamptz not null,
    available_on timestamptz not null,
    available    boolean     not null,
    seen_at      timestamptz not null,
    -- When the books were found to say of it what Stripe says.
    explained_at timestamptz
);

create index balance_line_created on payments.balance_line (created_at, id);
create index balance_line_kind on payments.balance_line (kind, created_at, id);
create index balance_line_open on payments.balance_line (created_at, id) where explained_at is null;
create index balance_line_pending on payments.balance_line (available_on) where not available;
create index balance_line_payout on payments.balance_line (payout) where payout is not null;
create index balance_line_of_payout on payments.balance_line (source)
    where kind in ('PAYOUT', 'PAYOUT_BACK');

-- How far the list was read, and what all its lines in yen come to. A reading that breaks off goes on after the last line that is kept.
create table payments.balance_cursor (
    only_one   boolean     primary key default true check (only_one),
    read_until timestamptz not null,
    pass_until timestamptz,
    pass_after text,
    listed     bigint      not null default 0,
    constraint goes_on_within_a_pass check (pass_after is null or pass_until is not null)
);

insert into payments.balance_cursor (read_until) values ('epoch');

-- What Stripe stated as its balance, available and pending together, and what the lines came to that were known when
-- none was missing.
create table payments.balance_stated (
    only_one  boolean     primary key default true check (only_one),
    stated    bigint      not null,
    listed    bigint      not null,
    stated_at timestamptz not null
);

grant select, insert, update on payments.balance_line, payments.balance_cursor, payments.balance_stated to "${appRole}";
