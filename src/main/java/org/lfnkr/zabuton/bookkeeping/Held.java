package org.lfnkr.zabuton.bookkeeping;

/**
 * What of a payment was to go back, did not reach its payer and is on suspense: it is theirs, not
 * ours. Whatever goes back next, by a refund or a dispute, is of this money first. See
 * infra/decisions/money-that-is-held.md.
 *
 * @param yen never below zero
 * @param disputed yen that disputes took of it, which is held again should they give it back
 */
record Held(long yen, long disputed) {

    static final Held NOTHING = new Held(0, 0);

    Held {
        if (yen < 0) {
            throw new IllegalArgumentException("Nobody holds less than nothing: " + yen);
        }
    }

    /**
     * What a movement puts on suspense, or below zero takes off it.
     *
     * @param lost yen that the payer has got beyond what they had paid, which come back first
     */
    long aside(Transaction transaction, long lost) {
        if (transaction.yen() < 0) {
            return -Math.min(yen, -transaction.yen());
        }
        long back = Math.max(0, transaction.yen() - lost);
        return switch (transaction.kind()) {
            case REFUND_FAILED -> back;
            case DISPUTE -> Math.min(back, Math.max(0, disputed));
            default -> 0;
        };
    }

    Held after(Transaction transaction, long aside) {
        boolean dispute = transaction.kind() == MovementKind.DISPUTE;
        return new Held(yen + aside, dispute ? disputed - aside : disputed);
    }
}
