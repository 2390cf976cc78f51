-- Every node keeps the tariff in memory and reads it anew when it hears this.
create function shipping.announce() returns trigger language plpgsql as
$$
begin
    perform pg_notify('zabuton', 'shipping');
    return null;
end
$$;

create trigger announce after insert or update or delete or truncate on shipping.zone
    execute function shipping.announce();
create trigger announce after insert or update or delete or truncate on shipping.rate
    execute function shipping.announce();
create trigger announce after insert or update or delete or truncate on shipping.prefecture
    execute function shipping.announce();
create trigger announce after insert or update or delete or truncate on shipping.country
    execute function shipping.announce();
