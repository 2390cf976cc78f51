package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.giving.MemberGift;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.PaymentId;

/** What a receipt shall be for. */
public sealed interface ReceiptScope {

    boolean covers(MemberGift gift);

    record Single(PaymentId payment) implements ReceiptScope {

        @Override
        public boolean covers(MemberGift gift) {
            return gift.charge().payment().equals(payment);
        }
    }

    /** What arrived in a calendar year, by the Tokyo calendar. */
    record Year(int year) implements ReceiptScope {

        @Override
        public boolean covers(MemberGift gift) {
            return BusinessDate.of(gift.charge().chargedAt()).getYear() == year;
        }
    }
}
