-- What gifts for the foster children pay for, all of them together: no row stands for a child.
insert into impact.outcome (code, name_en, name_ja, unit_key, fund)
values ('care', 'meals and schooling', '食事と学び', 'day', 'FOSTER_CHILDREN');
