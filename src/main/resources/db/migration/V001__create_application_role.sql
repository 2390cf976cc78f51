-- The application signs in with a role of its own, which owns nothing: what it may do is granted table by table.
do $$
begin
    if not exists (select from pg_roles where rolname = '${appRole}') then
        execute format('create role %I login password %L', '${appRole}', '${appPassword}');
    end if;
end
$$;
