-- Every node keeps the shelf in memory and reads it anew when it hears this.
create function catalog.announce() returns trigger language plpgsql as
$$
begin
    perform pg_notify('zabuton', 'catalog');
    return null;
end
$$;

create trigger announce after insert or update or delete or truncate on catalog.product
    execute function catalog.announce();
create trigger announce after insert or update or delete or truncate on catalog.variant
    execute function catalog.announce();
create trigger announce after insert or update or delete or truncate on catalog.cost_sheet
    execute function catalog.announce();
