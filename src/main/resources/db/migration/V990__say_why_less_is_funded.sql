-- That less money is there for it has a reason as well: it went back, or was moved to another fund. What was kept
-- before stays as it was said.
alter table impact.correction
    drop constraint correction_cause_check,
    add constraint correction_cause_check check (cause in (
        'STEP', 'MONEY', 'PAID_BACK', 'TRANSFERRED', 'RETURN', 'NOT_SUPPLIED', 'SPOILED', 'LOST', 'INSTEAD'));
