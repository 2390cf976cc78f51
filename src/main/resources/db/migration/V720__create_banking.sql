create schema banking;
grant usage on schema banking to "${appRole}";

-- An account of ours at a bank, as it is read. What it is called names no branch and no person; its number is kept as a
-- keyed fingerprint only, so that a file of another account is noticed.
create table banking.account (
    id         uuid        primary key,
    label      text        not null unique check (label = btrim(label) and length(label) between 2 and 40),
    format     text        not null check (format in ('STATEMENT', 'NOTICE', 'CSV', 'TYPED')),
    -- Of a table: lines above the first row, and what stands in which column from 1; 0 where there is none.
    skipped    integer     not null default 0 check (skipped between 0 and 50),
    day_in     integer     not null default 0 check (day_in between 0 and 100),
    out_in     integer     not null default 0 check (out_in between 0 and 100),
    in_in      integer     not null default 0 check (in_in between 0 and 100),
    balance_in integer     not null default 0 check (balance_in between 0 and 100),
    text_in    integer     not null default 0 check (text_in between 0 and 100),
    holder     bytea       check (length(holder) = 32),
    -- What the books took over as there before the first row, all entries about it together, and how many those are.
    brought    bigint      not null default 0,
    brought_no integer     not null default 0,
    opened_by  text        not null,
    opened_at  timestamptz not null,
    constraint table_has_columns check (format <> 'CSV' or (day_in > 0 and in_in > 0 and text_in > 0))
);

grant select, insert, update (holder, brought, brought_no) on banking.account to "${appRole}";

-- A file as it came. Itself and what it says of payers lie in the vault under a key of its own, which is destroyed when
-- no law wants it any more; what is here names nobody.
create table banking.file (
    id           uuid        primary key,
    account      uuid        not null references banking.account,
    digest       bytea       not null check (length(digest) = 32),
    subject      uuid        not null,
    rows         integer     not null check (rows > 0),
    fresh        integer     not null check (fresh > 0 and fresh <= rows),
    first_day    date        not null,
    last_day     date        not null,
    came         bigint      not null check (came >= 0),
    went         bigint      not null check (went >= 0),
    opening      bigint,
    closing      bigint,
    read_by      text        not null,
    read_at      timestamptz not null,
    forgotten_at timestamptz,
    unique (account, digest),
    check ((opening is null) = (closing is null))
);

create index file_by_time on banking.file (read_at, id);
create index file_of_account on banking.file (account, read_at);
create index file_kept on banking.file (last_day) where forgotten_at is null;

grant select, insert, update (forgotten_at) on banking.file to "${appRole}";

-- A row of an account, once, however many files have it: its id comes from what it says and from how many others of the
-- account say the same. Those with balances follow each other by their places, without a gap.
create table banking.row (
    id      uuid    primary key,
    account uuid    not null references banking.account,
    file    uuid    not null references banking.file,
    place   bigint  not null,
    line    integer not null,
    day     date    not null,
    yen     bigint  not null check (yen <> 0),
    balance bigint,
    sort    text    not null check (sort in ('TRANSFER', 'CASH', 'FEE', 'INTEREST', 'DIRECT_DEBIT', 'CANCELLED', 'OTHER')),
    -- Nobody has said yet what it is: it stands on suspense.
    open    boolean not null default true,
    unique (account, place)
);

create index row_by_day on banking.row (day, id);
create index row_of_account on banking.row (account, day, id);
create index row_of_file on banking.row (file, place);
create index row_open on banking.row (day, id) where open;

grant select, insert, update (open) on banking.row to "${appRole}";

-- What somebody said a row is. It can be taken back, by an entry of that day, and said again.
create table banking.match (
    row_id       uuid        not null references banking.row,
    no           integer     not null check (no > 0),
    kind         text        not null check (kind ~ '^[a-z][a-z-]{1,29}$'),
    reference    text        not null check (reference ~ '^[A-Za-z0-9._:/-]{1,160}$'),
    entry        text        not null references ledger.entry (source),
    -- The other entry that moves BANK for it; it may be written a moment later.
    elsewhere    text,
    matched_by   text        not null,
    matched_at   timestamptz not null,
    undone_by    text,
    undone_at    timestamptz,
    undone_entry text        references ledger.entry (source),
    primary key (row_id, no),
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_entry is null))
);

create unique index match_of_row on banking.match (row_id) where undone_at is null;
create unique index match_elsewhere on banking.match (elsewhere) where undone_at is null;
create unique index match_once on banking.match (kind, reference) where undone_at is null;

grant select, insert, update (undone_by, undone_at, undone_entry) on banking.match to "${appRole}";

-- What rows of a known payer are, as somebody said. The payer stands here as a keyed fingerprint of the name.
create table banking.rule (
    payer   bytea       primary key check (length(payer) = 32),
    kind    text        not null check (kind ~ '^[a-z][a-z-]{1,29}$'),
    said_by text        not null,
    said_at timestamptz not null
);

grant select, insert, update (kind, said_by, said_at) on banking.rule to "${appRole}";
