-- What leaves us: parcels of orders, and how much of each order is still to be sent. Nobody's name or address stands here.
create schema fulfilment;
grant usage on schema fulfilment to ${appRole};

create table fulfilment.carrier (
    code     text primary key check (code ~ '^[a-z]{1,20}$'),
    name_en  text not null,
    name_ja  text not null,
    position int  not null unique
);

insert into fulfilment.carrier (code, name_en, name_ja, position) values
    ('post', 'Post', '郵便', 1),
    ('courier', 'Parcel service', '宅配便', 2);

-- An order that is paid. It is stopped while nothing of it may be sent, whatever is left.
create table fulfilment.dispatch (
    order_id  uuid        primary key,
    reference text        not null unique,
    paid_at   timestamptz not null,
    stopped   boolean     not null,
    -- The sum of its lines; nobody but the trigger below changes it.
    remaining int         not null default 0 check (remaining >= 0)
);
create index dispatch_waiting on fulfilment.dispatch (paid_at, order_id) where remaining > 0 and not stopped;

create table fulfilment.line (
    order_id   uuid not null references fulfilment.dispatch,
    variant    uuid not null,
    sku        text not null,
    ordered    int  not null check (ordered > 0),
    -- What is out: in parcels that have not come back. Nobody but the triggers below changes it.
    sent       int  not null default 0 check (sent >= 0),
    called_off int  not null default 0 check (called_off >= 0),
    remaining  int  generated always as (ordered - sent - called_off) stored,
    primary key (order_id, variant),
    constraint never_more_than_ordered check (sent + called_off <= ordered)
);

-- The id is the form's, so that a form that is sent twice is one parcel.
create table fulfilment.parcel (
    id           uuid        primary key,
    order_id     uuid        not null references fulfilment.dispatch,
    carrier      text        not null references fulfilment.carrier,
    tracking     text        check (tracking ~ '^[0-9A-Z]{6,30}$'),
    sent_at      timestamptz not null,
    came_back_at timestamptz check (came_back_at >= sent_at)
);
create index on fulfilment.parcel (order_id);
create index on fulfilment.parcel (sent_at, id);

create table fulfilment.parcel_line (
    parcel_id uuid not null references fulfilment.parcel,
    variant   uuid not null,
    quantity  int  not null check (quantity > 0),
    primary key (parcel_id, variant)
);

-- What is to be sent is what was sold, whoever writes it down.
create function fulfilment.check_ordered() returns trigger
    language plpgsql security definer set search_path = fulfilment, pg_temp as
$$
begin
    if (select sum(quantity) from orders.line where order_id = new.order_id and variant = new.variant)
       is distinct from new.ordered then
        raise exception 'Order % was not sold with % of %', new.order_id, new.ordered, new.variant
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger check_ordered before insert on fulfilment.line
    for each row execute function fulfilment.check_ordered();

create function fulfilment.count_remaining() returns trigger
    language plpgsql security definer set search_path = fulfilment, pg_temp as
$$
begin
    update dispatch
    set remaining = dispatch.remaining + new.remaining
        - case tg_op when 'UPDATE' then old.remaining else 0 end
    where order_id = new.order_id;
    return null;
end
$$;

create trigger count_remaining after insert or update on fulfilment.line
    for each row execute function fulfilment.count_remaining();

create function fulfilment.count_sent() returns trigger
    language plpgsql security definer set search_path = fulfilment, pg_temp as
$$
begin
    update line set sent = line.sent + new.quantity
    from parcel
    where parcel.id = new.parcel_id and line.order_id = parcel.order_id and line.variant = new.variant;
    if not found then
        raise exception 'Parcel % holds what its order does not', new.parcel_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create trigger count_sent after insert on fulfilment.parcel_line
    for each row execute function fulfilment.count_sent();

create function fulfilment.count_back() returns trigger
    language plpgsql security definer set search_path = fulfilment, pg_temp as
$$
begin
    if old.came_back_at is not null then
        raise exception 'Parcel % has come back before', new.id using errcode = 'check_violation';
    end if;
    update line set sent = line.sent - held.quantity
    from parcel_line held
    where held.parcel_id = new.id and line.order_id = new.order_id and line.variant = held.variant;
    return null;
end
$$;

create trigger count_back after update of came_back_at on fulfilment.parcel
    for each row execute function fulfilment.count_back();

grant select on fulfilment.carrier to ${appRole};
grant select, insert (order_id, reference, paid_at, stopped), update (stopped) on fulfilment.dispatch to ${appRole};
grant select, insert (order_id, variant, sku, ordered), update (called_off) on fulfilment.line to ${appRole};
grant select, insert, update (tracking, came_back_at) on fulfilment.parcel to ${appRole};
grant select, insert on fulfilment.parcel_line to ${appRole};
