-- A piece that is broken, faulty or wrong may be exchanged for the same piece instead of its money. The pieces are held
-- for the return from the moment it is asked for, and leave the shelf when somebody has looked at what came.
alter table returns.request
    add column exchange boolean not null default false,
    drop constraint request_state_check,
    add constraint request_state_check check (state in ('ASKED', 'ACCEPTED', 'ARRIVED', 'CHECKED',
                                                        'REFUNDED', 'EXCHANGED', 'REFUSED', 'WITHDRAWN')),
    add constraint exchanged_where_asked check (not exchange or state not in ('CHECKED', 'REFUNDED')),
    add constraint only_an_exchange_is_exchanged check (state <> 'EXCHANGED' or exchange),
    add constraint a_change_of_mind_is_refunded check (not exchange or cause <> 'CHANGED_MIND');

drop index returns.request_ended;
create index request_ended on returns.request (moved_at, id)
    where state in ('REFUNDED', 'EXCHANGED', 'REFUSED', 'WITHDRAWN');

create or replace function returns.keep_course() returns trigger language plpgsql as
$$
begin
    if (old.state, new.state) not in (
        ('ASKED', 'ACCEPTED'), ('ASKED', 'REFUSED'), ('ASKED', 'WITHDRAWN'),
        ('ACCEPTED', 'ARRIVED'), ('ACCEPTED', 'REFUSED'),
        ('ARRIVED', 'CHECKED'), ('ARRIVED', 'EXCHANGED'), ('ARRIVED', 'REFUSED'),
        ('CHECKED', 'REFUNDED'), ('CHECKED', 'REFUSED')) then
        raise exception 'Return % does not go from % to %', old.id, old.state, new.state
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;

-- What is sent in the place of pieces that came back.
alter table fulfilment.line
    add column replacing int not null default 0 check (replacing >= 0),
    drop constraint never_more_than_ordered,
    add constraint never_more_than_ordered check (sent + called_off <= ordered + replacing);
alter table fulfilment.line alter column remaining set expression as (ordered + replacing - sent - called_off);
grant update (replacing) on fulfilment.line to "${appRole}";
grant update (due) on fulfilment.dispatch to "${appRole}";

alter table orders.orders
    drop constraint orders_sent_check,
    add constraint orders_sent_check check (sent in ('NONE', 'PART', 'ALL', 'REPLACING', 'BACK', 'OFF'));

-- In the place of such a piece its buyer got another, which may come back as well.
alter table orders.fate add column replaced boolean not null default false;

create or replace function orders.check_fates() returns trigger language plpgsql as
$$
begin
    if (select sum(quantity) from orders.fate
        where order_id = new.order_id and variant = new.variant and not replaced)
       > (select coalesce(sum(quantity), 0) from orders.line where order_id = new.order_id and variant = new.variant) then
        raise exception 'Order % was not sold with so many of %', new.order_id, new.variant
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;

alter table stock.movement
    drop constraint sign_follows_reason,
    add constraint sign_follows_reason check (
        case reason
            when 'made' then on_hand > 0 and reserved = 0
            when 'received' then on_hand > 0 and reserved = 0
            when 'reserved' then on_hand = 0 and reserved > 0
            when 'released' then on_hand = 0 and reserved < 0
            when 'sold' then on_hand < 0 and reserved = on_hand
            when 'replaced' then on_hand < 0 and reserved = 0
            when 'returned' then on_hand > 0 and reserved = 0
            when 'damaged' then on_hand < 0 and reserved = 0
            when 'lost' then on_hand < 0 and reserved = 0
            when 'counted' then on_hand <> 0 and reserved = 0
            when 'taken' then on_hand < 0 and reserved = 0
            when 'brought' then on_hand > 0 and reserved = 0
            else false
        end),
    drop constraint holder_where_it_is_for_one,
    add constraint holder_where_it_is_for_one check (
        (holder is not null)
        = (reason in ('reserved', 'released', 'sold', 'replaced', 'returned', 'taken', 'brought'))),
    drop constraint somebody_takes_pieces_away,
    add constraint somebody_takes_pieces_away check (
        actor is not null or reason not in ('damaged', 'lost', 'counted', 'replaced', 'taken', 'brought'));
