-- A module follows a stream with a handler for each kind of event, named "module.step". What has
-- happened first must reach the module first, whichever of its handlers it is for.
alter table outbox.delivery
    add column module text not null generated always as (split_part(handler, '.', 1)) stored;

drop index outbox.delivery_order;
create index delivery_order on outbox.delivery (module, stream, event_id, handler) where done_at is null;
