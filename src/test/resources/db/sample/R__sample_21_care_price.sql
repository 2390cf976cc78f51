insert into impact.price (id, outcome, yen, units, valid_from, evidence, evidence_on, evidence_until)
values ('5a11e000-0000-4000-8000-000000000002', 'care', 12000, 30, date '2020-01-01',
        'Sample data, not a real quotation.', date '2020-01-01', date '2099-12-31')
on conflict (id) do nothing;
