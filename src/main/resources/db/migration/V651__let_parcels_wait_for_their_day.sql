-- What leaves us later, or earlier, than two working days after its payment: it is made to order, or wished for a day.
alter table fulfilment.dispatch
    add column due       date,
    add column wish_day  date,
    add column wish_slot text check (wish_slot in ('MORNING', 'FROM_14', 'FROM_16', 'FROM_18', 'FROM_19'));
comment on column fulfilment.dispatch.due is 'The last day on which it should leave us; null: the second working day after its payment';

grant insert (due, wish_day, wish_slot) on fulfilment.dispatch to "${appRole}";
