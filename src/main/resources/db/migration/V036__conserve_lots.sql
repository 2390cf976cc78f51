-- The changes of the lots add up to the money that moved, to the yen, and no lot is overdrawn or grows beyond what came in.
create function bookkeeping.check_movement() returns trigger language plpgsql as
$$
declare
    moved   bookkeeping.movement;
    changed numeric;
begin
    select * into moved from bookkeeping.movement where source = new.source;
    select coalesce(sum(yen), 0) into changed from bookkeeping.lot_change where source = new.source;
    if changed + moved.excess <> moved.yen then
        raise exception 'Lots of % change by % yen, not by %', new.source, changed, moved.yen - moved.excess
            using errcode = 'check_violation';
    end if;
    if exists (
        select from bookkeeping.lot_change c join bookkeeping.movement m on m.source = c.source
        where m.payment = moved.payment
        group by c.kind, c.fund
        having sum(c.yen) < 0 or sum(c.yen) > coalesce(sum(c.yen) filter (where m.kind = 'CHARGE'), 0)
    ) then
        raise exception 'A lot of payment % leaves its bounds', moved.payment using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger movement_is_conserved after insert on bookkeeping.movement
    deferrable initially deferred for each row execute function bookkeeping.check_movement();
create constraint trigger lots_are_conserved after insert on bookkeeping.lot_change
    deferrable initially deferred for each row execute function bookkeeping.check_movement();
