-- What all statements about an outcome say together is a row, so that nobody reads them all to know what is shared by all.
-- Whoever follows several statements has locked them all before the first of them changes its row.
create table impact.told (
    outcome text   primary key references impact.outcome,
    bought  bigint not null check (bought >= 0)
);

grant select on impact.told to "${appRole}";

create function impact.sum_told() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    more bigint := new.bought_units - case tg_op when 'UPDATE' then old.bought_units else 0 end;
begin
    if more <> 0 then
        update impact.told t set bought = t.bought + more
        from impact.statement s where s.subject = new.subject and t.outcome = s.outcome;
        if not found then
            insert into impact.told (outcome, bought)
            select s.outcome, more from impact.statement s where s.subject = new.subject
            on conflict (outcome) do update set bought = told.bought + excluded.bought;
        end if;
    end if;
    return null;
end
$$;

revoke all on function impact.sum_told() from public;

create trigger sum_told after insert or update on impact.progress
    for each row execute function impact.sum_told();

-- For the latest order that was delivered.
create index progress_delivered on impact.progress (followed_at desc, subject)
    where delivered_units > 0 and delivered_units = expected_units;
