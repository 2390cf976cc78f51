-- Who wants no mails about what was bought with their money and what arrived. Under the person's key in the vault alone.
create table funds.quiet (
    subject uuid        primary key references vault.subject,
    since   timestamptz not null
);

grant select, insert, delete on funds.quiet to "${appRole}";
