create schema counter;
grant usage on schema counter to "${appRole}";

-- A day on which we sell at a counter. It is called by the day and a number: no place is ever stored.
create table counter.bazaar (
    id        uuid        primary key,
    held_on   date        not null,
    no        integer     not null check (no >= 1),
    change    bigint      not null check (change between 0 and 9999999),
    state     text        not null default 'SELLING' check (state in ('SELLING', 'COUNTING', 'CLOSED')),
    opened_by text        not null,
    opened_at timestamptz not null,
    closed_by text,
    closed_at timestamptz,
    unique (held_on, no),
    constraint closed_by_somebody check (
        (state = 'CLOSED') = (closed_by is not null) and (closed_by is null) = (closed_at is null))
);

create index bazaar_open on counter.bazaar (opened_at) where state <> 'CLOSED';

grant select, insert on counter.bazaar to "${appRole}";
grant update (state, closed_by, closed_at) on counter.bazaar to "${appRole}";

-- What became of the pieces in its box: none is sold, brought back or missed that was not taken along.
create table counter.box (
    bazaar  uuid    not null references counter.bazaar,
    variant uuid    not null,
    taken   integer not null check (taken > 0),
    sold    integer not null default 0 check (sold >= 0),
    brought integer not null default 0 check (brought >= 0),
    lost    integer not null default 0 check (lost >= 0),
    primary key (bazaar, variant),
    constraint no_more_than_was_taken check (sold + brought + lost <= taken)
);

grant select, insert on counter.box to "${appRole}";
grant update (taken, sold, brought, lost) on counter.box to "${appRole}";

-- Pieces that were not sold and do not come back, each with a ground from a list. The id is the form's: sent twice, it
-- is one loss.
create table counter.loss (
    id       uuid        primary key,
    bazaar   uuid        not null,
    variant  uuid        not null,
    quantity integer     not null check (quantity > 0),
    ground   text        not null check (ground in ('missing', 'stolen', 'broken', 'soiled', 'given-away')),
    noted_by text        not null,
    noted_at timestamptz not null,
    foreign key (bazaar, variant) references counter.box
);

create index loss_bazaar on counter.loss (bazaar);

grant select, insert on counter.loss to "${appRole}";

-- What was sold to whom is nobody's business. The id is the form's: tapped twice, it is one sale.
create table counter.sale (
    id            uuid        primary key,
    bazaar        uuid        not null references counter.bazaar,
    no            integer     not null check (no >= 1),
    means         text        not null check (means in ('CASH', 'TERMINAL')),
    total         bigint      not null check (total > 0),
    given         bigint,
    assumed_fee   bigint      not null check (assumed_fee >= 0),
    outcome_price uuid,
    sold_by       text        not null,
    sold_at       timestamptz not null,
    undone_by     text,
    undone_at     timestamptz,
    unique (bazaar, no),
    constraint cash_is_given check ((means = 'CASH') = (given is not null) and (given is null or given >= total)),
    constraint cash_has_no_fee check (means <> 'CASH' or assumed_fee = 0),
    constraint undone_by_somebody check ((undone_by is null) = (undone_at is null))
);

grant select, insert on counter.sale to "${appRole}";
grant update (undone_by, undone_at) on counter.sale to "${appRole}";

create table counter.line (
    sale        uuid    not null references counter.sale,
    position    integer not null check (position >= 0),
    variant     uuid    not null,
    sku         text    not null,
    name_en     text    not null,
    name_ja     text    not null,
    colour_en   text    not null,
    colour_ja   text    not null,
    unit_price  bigint  not null check (unit_price > 0),
    quantity    integer not null check (quantity > 0),
    total       bigint  not null generated always as (unit_price * quantity) stored,
    tax_percent integer not null check (tax_percent in (8, 10)),
    cost_sheet  uuid,
    costs       bigint  not null check (costs >= 0),
    primary key (sale, position)
);

grant select, insert on counter.line to "${appRole}";

create function counter.check_lines() returns trigger language plpgsql as $$
begin
    if (select total from counter.sale where id = new.sale)
       is distinct from (select sum(total) from counter.line where sale = new.sale) then
        raise exception 'The lines of sale % do not add up to it', new.sale using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger lines_add_up after insert on counter.line
    deferrable initially deferred for each row execute function counter.check_lines();

-- The tray is counted by two people, neither of whom sees what the other found. Where they differ, both count again.
create table counter.tray_count (
    bazaar    uuid        not null references counter.bazaar,
    round     integer     not null check (round >= 1),
    first     bigint      not null check (first >= 0),
    first_by  text        not null,
    first_at  timestamptz not null,
    second    bigint      check (second >= 0),
    second_by text,
    second_at timestamptz,
    primary key (bazaar, round),
    constraint second_is_another check (second_by <> first_by),
    constraint second_counts check ((second is null) = (second_by is null) and (second is null) = (second_at is null))
);

grant select, insert on counter.tray_count to "${appRole}";
grant update (second, second_by, second_at) on counter.tray_count to "${appRole}";

-- By how much both found the tray to differ from what was sold. One says why, the other agrees; then it is booked.
create table counter.difference (
    bazaar    uuid        primary key references counter.bazaar,
    yen       bigint      not null check (yen <> 0),
    ground    text        not null check (ground in ('change', 'unnoted', 'missing', 'unknown')),
    stated_by text        not null,
    stated_at timestamptz not null,
    agreed_by text,
    agreed_at timestamptz,
    constraint agreed_by_another check (agreed_by <> stated_by),
    constraint agreed_by_somebody check ((agreed_by is null) = (agreed_at is null))
);

grant select, insert on counter.difference to "${appRole}";
grant update (ground, stated_by, stated_at, agreed_by, agreed_at) on counter.difference to "${appRole}";

-- What a card terminal's provider paid out for a bazaar, once, and under which reference of the bank.
create table counter.payout (
    bazaar     uuid        primary key references counter.bazaar,
    yen        bigint      not null check (yen >= 0),
    arrived_on date        not null,
    reference  text        not null unique,
    noted_by   text        not null,
    noted_at   timestamptz not null
);

grant select, insert on counter.payout to "${appRole}";
