-- Pieces that are taken along to a counter leave the shelf, and what was not sold comes back to it. The holder is the
-- counter's day.
alter table stock.movement
    drop constraint sign_follows_reason,
    add constraint sign_follows_reason check (
        case reason
            when 'made' then on_hand > 0 and reserved = 0
            when 'received' then on_hand > 0 and reserved = 0
            when 'reserved' then on_hand = 0 and reserved > 0
            when 'released' then on_hand = 0 and reserved < 0
            when 'sold' then on_hand < 0 and reserved = on_hand
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
        (holder is not null) = (reason in ('reserved', 'released', 'sold', 'returned', 'taken', 'brought'))),
    drop constraint somebody_takes_pieces_away,
    add constraint somebody_takes_pieces_away check (
        actor is not null or reason not in ('damaged', 'lost', 'counted', 'taken', 'brought'));
