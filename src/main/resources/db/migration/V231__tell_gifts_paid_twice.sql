-- Another gift was paid in its place: this money goes back.
alter table giving.pledge drop constraint pledge_status_check;
alter table giving.pledge add constraint pledge_status_check
    check (status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI', 'GIVEN', 'PAID_TWICE', 'ENDED', 'HELD', 'OF_PLAN'));
