-- Somebody may say from which parts a refund took: before it is booked or later, and again when that was wrong. What
-- was said last counts. Until then goods go first and the gift last.
create table bookkeeping.attribution (
    id      bigint      generated always as identity primary key,
    payment uuid        not null,
    refund  uuid        not null,
    said_by text        not null check (said_by <> ''),
    said_at timestamptz not null
);

create index attribution_payment on bookkeeping.attribution (payment);

create table bookkeeping.attribution_part (
    attribution bigint  not null references bookkeeping.attribution,
    part        text    not null check (part in ('LINE', 'SHIPPING', 'GIFT')),
    line        integer not null check (line >= 0),
    yen         bigint  not null check (yen > 0),
    primary key (attribution, part, line),
    constraint only_lines_have_positions check (line = 0 or part = 'LINE')
);

grant select, insert on bookkeeping.attribution, bookkeeping.attribution_part to "${appRole}";

create view bookkeeping.said as
select a.payment, a.refund, p.part, p.line, p.yen
from bookkeeping.attribution a join bookkeeping.attribution_part p on p.attribution = a.id
where not exists (
    select from bookkeeping.attribution later
    where later.payment = a.payment and later.refund = a.refund and later.id > a.id);

grant select on bookkeeping.said to "${appRole}";
