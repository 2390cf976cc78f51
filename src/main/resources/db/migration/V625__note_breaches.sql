-- That something of people may have come to where it should not (個人情報保護法26条): who is affected is a number for
-- everybody who may see it, and a list for one who was allowed it by a second person.
create table reveals.breach (
    id          uuid        primary key,
    scope       text        not null check (scope in ('EVERYBODY', 'ACCOUNT')),
    -- What this account opened in these days, Tokyo's.
    account_id  uuid,
    from_day    date,
    until_day   date        check (until_day >= from_day),
    noted_by    uuid        not null,
    noted_at    timestamptz not null,
    approved_at timestamptz,
    check ((scope = 'ACCOUNT') = (account_id is not null)),
    check ((scope = 'ACCOUNT') = (from_day is not null)),
    check ((scope = 'ACCOUNT') = (until_day is not null))
);

create index breach_by_time on reveals.breach (noted_at, id);

grant select, insert, update (approved_at) on reveals.breach to "${appRole}";
