-- Who noted that pieces came, broke or were lost, and which form said so: sent twice, it is one movement.
alter table stock.movement
    add column actor text,
    add column ground text,
    add column form uuid unique,
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
            else false
        end),
    add constraint ground_follows_reason check (
        case reason
            when 'damaged' then coalesce(ground in ('flawed', 'soiled', 'broken'), false)
            when 'lost' then coalesce(ground in ('missing', 'stolen', 'given-away'), false)
            else ground is null
        end),
    add constraint somebody_takes_pieces_away check (
        actor is not null or reason not in ('damaged', 'lost', 'counted'));

-- A piece's history, the latest first.
create index movement_of_piece on stock.movement (variant_id, id);
drop index stock.movement_variant_id_idx;

-- At so many that can be promised, or fewer, there are few; null where nobody has said.
alter table stock.item add column low_at integer check (low_at > 0);
grant update (low_at) on stock.item to "${appRole}";
