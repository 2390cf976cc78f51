-- A return goes forward only, and is looked at once: so nothing of it is put on the shelf twice, whoever writes.
create function returns.keep_course() returns trigger language plpgsql as
$$
begin
    if (old.state, new.state) not in (
        ('ASKED', 'ACCEPTED'), ('ASKED', 'REFUSED'), ('ASKED', 'WITHDRAWN'),
        ('ACCEPTED', 'ARRIVED'), ('ACCEPTED', 'REFUSED'),
        ('ARRIVED', 'CHECKED'), ('ARRIVED', 'REFUSED'),
        ('CHECKED', 'REFUNDED'), ('CHECKED', 'REFUSED')) then
        raise exception 'Return % does not go from % to %', old.id, old.state, new.state
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger keep_course before update on returns.request for each row execute function returns.keep_course();

create function returns.look_once() returns trigger language plpgsql as
$$
begin
    if old.as_new + old.damaged > 0 and (new.as_new, new.damaged) <> (old.as_new, old.damaged) then
        raise exception 'What came of % was said before', old.request using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger look_once before update on returns.line for each row execute function returns.look_once();
