create schema receipts;
grant usage on schema receipts to "${appRole}";

-- A receipt has its number before it is printed, so that nobody waits for a number while a document is made. What it
-- says lies in the vault until then; the first print is the document, for good.
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
    sha256     bytea       check (length(sha256) = 32),
    kept_until date        not null,
    destroyed  boolean     not null default false,
    voided_at  timestamptz,
    void_for   text        check (void_for in ('REISSUED', 'MONEY_WENT_BACK')),
    replaces   uuid        references receipts.receipt,
    check ((voided_at is null) = (void_for is null))
);

create index on receipts.receipt (supporter, issued_at);
create index receipt_to_destroy on receipts.receipt (kept_until) where not destroyed;

grant select, insert, update (voided_at, void_for, destroyed, sha256) on receipts.receipt to "${appRole}";

create function receipts.printed_once() returns trigger
    language plpgsql set search_path = pg_catalog
as $$
begin
    raise exception 'receipt % is printed already', old.number using errcode = 'check_violation';
end
$$;

create trigger printed_once before update of sha256 on receipts.receipt
    for each row when (old.sha256 is not null and new.sha256 is distinct from old.sha256)
    execute function receipts.printed_once();

-- Which payments a receipt is for. While it holds, none of them stands on another.
create table receipts.payment (
    receipt     uuid    not null references receipts.receipt,
    payment     uuid    not null,
    holds       boolean not null default true,
    -- How often what is kept of the payment had changed when the receipt was made (see giving.charge).
    corrections integer not null default 0 check (corrections >= 0),
    primary key (receipt, payment)
);

create unique index receipt_of_payment on receipts.payment (payment) where holds;

grant select, insert, update (holds) on receipts.payment to "${appRole}";

-- Numbers of a year are given out without a gap.
create table receipts.counter (
    year integer primary key,
    last integer not null
);

grant select, insert, update on receipts.counter to "${appRole}";
