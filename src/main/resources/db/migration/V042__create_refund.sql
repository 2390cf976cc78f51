create table payments.refund (
    id           uuid primary key,
    payment      uuid        not null references payments.payment,
    stripe_id    text unique,
    amount       bigint      not null check (amount > 0),
    status       text        not null check (status in ('REQUESTED', 'PENDING', 'SUCCEEDED', 'FAILED', 'REFUSED')),
    requested_at timestamptz not null,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    constraint known_to_stripe check (status in ('REQUESTED', 'REFUSED') or stripe_id is not null)
);

create index refund_payment on payments.refund (payment);
create index refund_to_send on payments.refund (due_at) where status = 'REQUESTED';

-- A refund that we ask for must fit into what is left. One that Stripe has made is a fact and counts
-- against other facts only: it may cross a request of ours, which Stripe then refuses.
create function payments.refunds_fit() returns trigger language plpgsql as $$
declare
    received bigint;
    given    bigint;
begin
    select captured into received from payments.payment where id = new.payment for update;
    select coalesce(sum(amount), 0) into given from payments.refund
    where payment = new.payment and status not in ('FAILED', 'REFUSED')
      and (new.stripe_id is null or stripe_id is not null);
    if given > coalesce(received, 0) then
        raise exception 'refunds of % exceed what was received', new.payment using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create trigger refunds_fit after insert or update on payments.refund
    for each row execute function payments.refunds_fit();

grant select, insert, update on payments.refund to ${appRole};
