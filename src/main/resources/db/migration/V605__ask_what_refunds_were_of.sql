-- Refunds of which nobody has said of what they are, where that is a question: of payments for several things of which
-- something is left. Kept as a list, so that nobody looks through all refunds for it.
create table bookkeeping.unsaid (
    refund   uuid        primary key,
    payment  uuid        not null,
    yen      bigint      not null,
    moved_at timestamptz not null,
    -- Not while nothing of the payment is left: then it was of everything.
    asked    boolean     not null
);

create index unsaid_asked on bookkeeping.unsaid (moved_at, refund) where asked;
create index unsaid_payment on bookkeeping.unsaid (payment);

grant select on bookkeeping.unsaid to "${appRole}";

-- What follows for the list from lots that have changed.
create function bookkeeping.ask_of_refunds() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    moved record;
    said  bigint;
    parts bigint;
begin
    for moved in
        select m.payment, m.kind, m.refund, m.yen, m.moved_at
        from (select distinct source from added) line join bookkeeping.movement m on m.source = line.source
    loop
        if moved.kind = 'REFUND' and moved.refund is not null then
            select count(*) into said from bookkeeping.attribution a
            where a.payment = moved.payment and a.refund = moved.refund;
            select count(distinct (l.part, l.line)) into parts from bookkeeping.lot l where l.payment = moved.payment;
        end if;
        if moved.kind = 'REFUND' and moved.refund is not null and said = 0 and parts > 1 then
            insert into bookkeeping.unsaid (refund, payment, yen, moved_at, asked)
            values (moved.refund, moved.payment, -moved.yen, moved.moved_at, true) on conflict do nothing;
        end if;
        if moved.kind <> 'CHARGE' then
            update bookkeeping.unsaid set asked = (
                select coalesce(sum(l.yen), 0) > 0 from bookkeeping.lot_left l where l.payment = moved.payment)
            where payment = moved.payment;
        end if;
    end loop;
    return null;
end
$$;

create trigger refunds_are_asked_of after insert on bookkeeping.lot_change
    referencing new table as added for each statement execute function bookkeeping.ask_of_refunds();

create function bookkeeping.ask_no_more() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    delete from bookkeeping.unsaid where refund = new.refund;
    return null;
end
$$;

create trigger refund_is_said after insert on bookkeeping.attribution
    for each row execute function bookkeeping.ask_no_more();

insert into bookkeeping.unsaid (refund, payment, yen, moved_at, asked)
select m.refund, m.payment, -m.yen, m.moved_at, lots.left_over
from bookkeeping.movement m
    cross join lateral (
        select count(distinct (l.part, l.line)) > 1 as several, coalesce(sum(l.yen), 0) > 0 as left_over
        from bookkeeping.lot_left l where l.payment = m.payment) lots
where m.kind = 'REFUND' and m.refund is not null and lots.several
  and not exists (select from bookkeeping.attribution a where a.payment = m.payment and a.refund = m.refund)
on conflict do nothing;
