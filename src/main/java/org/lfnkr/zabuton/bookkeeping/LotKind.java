package org.lfnkr.zabuton.bookkeeping;

import static org.lfnkr.zabuton.ledger.Fund.OPERATIONS;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;

/** What a part of a charge is for. The order of the constants breaks ties. */
public enum LotKind {
    SALE_FEE(Account.SALES, OPERATIONS),
    GIFT_FEE(Account.DONATIONS, OPERATIONS),
    TAX(Account.CONSUMPTION_TAX, null),
    SHIPPING(Account.SALES, OPERATIONS),
    COSTS(Account.SALES, OPERATIONS),
    /** Goes to the funds that the allocation policy names. */
    PROFIT(Account.SALES, null),
    /** Goes to the funds that the allocation policy names. */
    GIFT(Account.DONATIONS, null);

    private final Account account;
    private final @Nullable Fund fund;

    LotKind(Account account, @Nullable Fund fund) {
        this.account = account;
        this.fund = fund;
    }

    Account account() {
        return account;
    }

    /** Whether it is there to be spent on what its fund is for, and not set aside for a cost. */
    boolean isToSpend() {
        return this == PROFIT || this == GIFT;
    }

    /** The fund of every lot of this kind; null where there is none or the policy decides. */
    @Nullable Fund fund() {
        return fund;
    }
}
