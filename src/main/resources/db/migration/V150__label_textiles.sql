-- What is sold as a textile shows what its label must (家庭用品品質表示法): the fibres with their
-- shares, the care, and who is responsible in Japan.
alter table catalog.product
    add column textile boolean not null default false,
    add constraint textile_says_its_fibres check (
        not textile or (material_en ~ '[0-9] ?%' and material_ja ~ '[0-9] ?%'));
