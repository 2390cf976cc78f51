-- Where a passkey was made, as the browser said; unknown of the first ones. It can be removed, never the last.
alter table staff.passkey
    add column browser text,
    add column system  text,
    add constraint made_somewhere check ((browser is null) = (system is null));

grant delete on staff.passkey to "${appRole}";
