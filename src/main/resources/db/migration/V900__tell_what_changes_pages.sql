-- Every node keeps pages that are the same for everybody, and makes them anew when it hears this.
create schema pages;

create function pages.tell() returns trigger language plpgsql as
$$
begin
    perform pg_notify('zabuton', tg_argv[0]);
    return null;
end
$$;

-- Pages say how many pieces are left from five down (storefront.Availability): no other change of
-- the stock changes a page.
create trigger tell_pages after insert or delete on stock.item
    for each row execute function pages.tell('pages.stock');
create trigger tell_changed_pages after update on stock.item
    for each row when (least(old.on_hand - old.reserved, 6) <> least(new.on_hand - new.reserved, 6))
    execute function pages.tell('pages.stock');

create trigger tell_pages after insert or update or delete or truncate on impact.price
    execute function pages.tell('pages.impact');
create trigger tell_pages after insert or update or delete or truncate on impact.outcome
    execute function pages.tell('pages.impact');
create trigger tell_pages after insert or update or delete or truncate on impact.allocation_policy
    execute function pages.tell('pages.impact');
create trigger tell_pages after insert or update or delete or truncate on impact.allocation_share
    execute function pages.tell('pages.impact');

create trigger tell_pages after insert or update or delete or truncate on impact.fund_target
    execute function pages.tell('pages.funds');

-- What a fund has received is shown only where it has a target.
create function pages.tell_received() returns trigger language plpgsql as
$$
begin
    if exists (select from impact.fund_target where fund = new.fund) then
        perform pg_notify('zabuton', 'pages.funds');
    end if;
    return null;
end
$$;

create trigger tell_pages after insert on ledger.posting
    for each row when (new.fund is not null) execute function pages.tell_received();
