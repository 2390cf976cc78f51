create schema receipts;
grant usage on schema receipts to ${appRole};

-- Numbers of a year are given out without a gap.
create table receipts.counter (
    year integer primary key,
    last integer not null
);

create table receipts.receipt (
    id         uuid        primary key,
    number     text        not null unique,
    supporter  uuid        not null,
    -- The calendar year in Tokyo that a yearly one is for; null for one of a single gift.
    year       integer,
    gift       bigint      not null check (gift > 0),
    cover      bigint      not null check (cover >= 0),
    language   text        not null check (language in ('en', 'ja')),
    issued_at  timestamptz not null,
    -- The document as it was issued lies in the vault under a key of its own, until the day that
    -- the law sets for lists of givers has passed.
    subject    uuid        not null unique,
    sha256     bytea       not null check (length(sha256) = 32),
    kept_until date        not null,
    destroyed  boolean     not null default false,
    voided_at  timestamptz,
    void_for   text        check (void_for in ('REISSUED', 'MONEY_WENT_BACK')),
    replaces   uuid        references receipts.receipt,
    check ((voided_at is null) = (void_for is null))
);
create index on receipts.receipt (supporter, issued_at);

-- Which payments a receipt is for. While it holds, none of them stands on another.
create table receipts.payment (
    receipt uuid    not null references receipts.receipt,
    payment uuid    not null,
    holds   boolean not null default true,
    primary key (receipt, payment)
);
create unique index receipt_of_payment on receipts.payment (payment) where holds;

grant select, insert, update on receipts.counter to ${appRole};
grant select, insert on receipts.receipt, receipts.payment to ${appRole};
grant update (voided_at, void_for, destroyed) on receipts.receipt to ${appRole};
grant update (holds) on receipts.payment to ${appRole};
