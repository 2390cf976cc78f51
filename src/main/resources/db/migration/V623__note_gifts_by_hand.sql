-- Gifts that came by bank, cash or post office, as somebody types them from a statement or a paying-in slip. How many
-- there are and what they come to is said first, from the paper, and must be reached before they count.
create table giving.hand_batch (
    id        uuid        primary key,
    -- Of the statement or the slip.
    day       date        not null,
    gifts     integer     not null check (gifts between 1 and 500),
    total     bigint      not null check (total between 1 and 99999999999),
    -- Above 1 where somebody said that it is another of the same day, number and sum.
    copy      integer     not null default 1 check (copy > 0),
    status    text        not null default 'OPEN' check (status in ('OPEN', 'POSTED', 'DISCARDED')),
    opened_at timestamptz not null,
    closed_at timestamptz,
    check ((status = 'OPEN') = (closed_at is null))
);

create unique index hand_batch_once on giving.hand_batch (day, gifts, total, copy) where status <> 'DISCARDED';
create index hand_batch_by_time on giving.hand_batch (opened_at, id);
create index hand_batch_open on giving.hand_batch (opened_at) where status = 'OPEN';

grant select, insert, update (status, closed_at) on giving.hand_batch to "${appRole}";

-- One of them. Who gave it lies in the vault under a key of its own until it is posted, and under the giver's own key
-- from then on; without a key its giver is unknown.
create table giving.hand_gift (
    id          uuid        primary key,
    batch       uuid        not null references giving.hand_batch,
    received_on date        not null,
    amount      bigint      not null check (amount between 50 and 99999999),
    means       text        not null check (means in ('BANK', 'CASH', 'POSTAL')),
    -- Of the line of the statement or of the slip; no name.
    reference   text        not null check (reference ~ '^[A-Za-z0-9._/-]{1,60}$'),
    fund        text        not null references ledger.fund,
    language    text        not null check (language in ('en', 'ja')),
    subject     uuid,
    noted_at    timestamptz not null,
    payment     uuid        unique,
    -- The refund that takes it out of the books again, where it was noted wrongly.
    correction  uuid        unique,
    unique (means, reference),
    check (correction is null or payment is not null)
);

create index hand_gift_batch on giving.hand_gift (batch, noted_at);

grant select, insert, delete, update (subject, payment, correction) on giving.hand_gift to "${appRole}";

-- What is posted stays as it is: it is corrected by an entry of another day, and never changed.
create function giving.hand_gift_of_open_batch() returns trigger
    language plpgsql set search_path = pg_catalog
as $$
declare
    known text;
begin
    select status into known from giving.hand_batch where id = coalesce(new.batch, old.batch) for share;
    if known <> 'OPEN' then
        raise exception 'batch % is closed', coalesce(new.batch, old.batch) using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end
$$;

create trigger of_open_batch before insert or delete on giving.hand_gift
    for each row execute function giving.hand_gift_of_open_batch();

create function giving.hand_batch_reached() returns trigger
    language plpgsql set search_path = pg_catalog
as $$
declare
    noted bigint;
    yen   numeric;
    there bigint;
begin
    if old.status <> 'OPEN' then
        raise exception 'batch % is closed', new.id using errcode = 'check_violation';
    end if;
    select count(*), coalesce(sum(g.amount), 0), count(g.payment)
      into noted, yen, there
      from giving.hand_gift g where g.batch = new.id;
    if new.status = 'POSTED' and (noted <> new.gifts or yen <> new.total or there <> noted) then
        raise exception 'batch % has % of % gifts and % of % yen, % in the books',
            new.id, noted, new.gifts, yen, new.total, there using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger reached before update of status on giving.hand_batch
    for each row execute function giving.hand_batch_reached();
