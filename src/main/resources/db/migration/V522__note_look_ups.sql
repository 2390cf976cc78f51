-- Who of the staff asked for somebody by something that the person told us. What was asked stands nowhere; whom it found
-- stands here by their id. Append-only, as what was opened.
create table reveals.look_up (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null,
    account_id uuid        not null,
    role       text        not null check (role in ('SHOP', 'FULFILMENT', 'FINANCE')),
    kind       text        not null check (kind in ('MAIL', 'RECEIPT')),
    -- Null where nobody was found.
    supporter_id uuid
);
create index look_up_by_account on reveals.look_up (account_id, at);
create index look_up_by_supporter on reveals.look_up (supporter_id, at) where supporter_id is not null;
create index look_up_by_time on reveals.look_up (at);

grant select, insert on reveals.look_up to "${appRole}";
