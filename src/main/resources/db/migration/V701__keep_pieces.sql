-- A piece is the money of a lot in one fund. The first lies where the lot came to; each transfer makes another, at the
-- end, which keeps where it came from. Pieces are there for money with a purpose only: what has none may be overdrawn and
-- is spent without them. What is unspent follows from the rest, by the rule in bookkeeping.settle, and is kept because an
-- index over it finds the oldest unspent money without reading what was spent in all the years before.
create table bookkeeping.piece (
    lot      bigint  not null references bookkeeping.lot,
    no       integer not null check (no >= 0),
    fund     text    not null references ledger.fund,
    -- Less what was moved on.
    came     bigint  not null check (came >= 0),
    consumed bigint  not null default 0,
    unspent  bigint  not null,
    -- Of the charge, and how that was paid: some money may have to be given back for a while.
    came_on  date    not null,
    means    text    not null check (means <> ''),
    primary key (lot, no),
    constraint consumes_what_came check (consumed between 0 and came),
    constraint keeps_no_more_than_came check (unspent between 0 and came - consumed)
);

create index piece_unspent on bookkeeping.piece (fund, lot, no) where unspent > 0;

-- Yen that a transfer moved from one piece of a lot to a new one.
create table bookkeeping.piece_move (
    source     text    not null references ledger.entry (source) deferrable initially deferred,
    lot        bigint  not null,
    taken_from integer not null,
    no         integer not null check (no > taken_from),
    yen        bigint  not null check (yen > 0),
    primary key (lot, no),
    foreign key (lot, taken_from) references bookkeeping.piece (lot, no),
    foreign key (lot, no) references bookkeeping.piece (lot, no)
);

create index piece_move_source on bookkeeping.piece_move (source);

-- What a disbursement took from its fund, and what came back of it.
create table bookkeeping.spending (
    disbursement uuid        primary key,
    source       text        not null unique references ledger.entry (source),
    fund         text        not null references ledger.fund,
    yen          bigint      not null check (yen > 0),
    spent_at     timestamptz not null
);

create table bookkeeping.spending_back (
    source       text        primary key references ledger.entry (source),
    disbursement uuid        not null references bookkeeping.spending,
    no           integer     not null check (no > 0),
    yen          bigint      not null check (yen > 0),
    came_back_at timestamptz not null,
    unique (disbursement, no)
);

-- Of which pieces it took; below zero what came back to them.
create table bookkeeping.consumption (
    source       text    not null references ledger.entry (source),
    disbursement uuid    not null references bookkeeping.spending,
    lot          bigint  not null,
    no           integer not null,
    yen          bigint  not null check (yen <> 0),
    primary key (source, lot, no),
    foreign key (lot, no) references bookkeeping.piece (lot, no)
);

create index consumption_disbursement on bookkeeping.consumption (disbursement);
create index consumption_lot on bookkeeping.consumption (lot);

-- Spent money whose payment went back is borne by Operations: what was added, and below zero what came to it again.
create table bookkeeping.loss (
    source text   not null references ledger.entry (source) deferrable initially deferred,
    lot    bigint not null references bookkeeping.lot,
    yen    bigint not null check (yen <> 0),
    primary key (lot, source)
);

create index loss_source on bookkeeping.loss (source);

-- How many days money of a means of payment waits before it is spent, because it may be disputed; none without a row.
create table bookkeeping.ripening (
    means text    primary key check (means <> ''),
    days  integer not null check (days between 0 and 366)
);

-- How a payment was made of which no provider says it.
create function bookkeeping.means(source_kind text) returns text
    language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case source_kind when 'tray' then 'cash' else source_kind end
$$;

grant select on bookkeeping.piece, bookkeeping.piece_move, bookkeeping.spending, bookkeeping.spending_back,
    bookkeeping.consumption, bookkeeping.loss, bookkeeping.ripening to "${appRole}";

insert into bookkeeping.piece (lot, no, fund, came, unspent, came_on, means)
select l.id, 0, l.fund, came.yen, (select sum(c.yen) from bookkeeping.lot_change c where c.lot = l.id), e.occurred_on,
       coalesce((select nullif(p.method, '') from payments.payment p where p.id = l.payment),
                bookkeeping.means(split_part(m.source, ':', 1)))
from bookkeeping.lot l
    join ledger.fund f on f.code = l.fund and not f.overdraws
    join bookkeeping.movement m on m.payment = l.payment and m.kind = 'CHARGE'
    join ledger.entry e on e.source = m.source
    join bookkeeping.lot_change came on came.lot = l.id and came.source = m.source
where l.kind in ('PROFIT', 'GIFT');
