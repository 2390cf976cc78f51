-- Refunds are few among movements: those of which nobody has said which lines they were for, and one by its id.
create index movement_refund on bookkeeping.movement (refund) where kind = 'REFUND';
