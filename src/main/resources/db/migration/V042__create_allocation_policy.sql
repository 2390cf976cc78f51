-- In force is the latest version whose first day has come; a version for a day to come waits.
create table impact.allocation_policy (
    version        integer primary key check (version > 0),
    effective_from date    not null unique
);

create table impact.allocation_share (
    version integer not null references impact.allocation_policy,
    stream  text    not null check (stream in ('PROFIT', 'GIFT')),
    fund    text    not null references ledger.fund,
    parts   integer not null check (parts between 1 and 10000),
    primary key (version, stream, fund)
);

create function impact.check_allocation() returns trigger language plpgsql as
$$
begin
    if exists (
        select from unnest(array['PROFIT', 'GIFT']) as s (stream)
        where 10000 is distinct from (
            select sum(parts) from impact.allocation_share a where a.version = new.version and a.stream = s.stream)
    ) then
        raise exception 'Allocation policy % does not share out 10,000 parts', new.version
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger policy_is_whole after insert on impact.allocation_policy
    deferrable initially deferred for each row execute function impact.check_allocation();
create constraint trigger shares_are_whole after insert or update on impact.allocation_share
    deferrable initially deferred for each row execute function impact.check_allocation();

insert into impact.allocation_policy (version, effective_from) values (1, date '2000-01-01');
insert into impact.allocation_share (version, stream, fund, parts)
values (1, 'PROFIT', 'FOOD', 10000), (1, 'GIFT', 'FOOD', 10000);

grant select on impact.allocation_policy, impact.allocation_share to "${appRole}";
