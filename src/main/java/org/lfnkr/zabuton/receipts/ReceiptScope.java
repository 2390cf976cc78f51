package org.lfnkr.zabuton.receipts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Giver;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.PaymentId;

import java.util.List;

/** What a receipt shall be for. Gifts of different givers never stand on one. */
public sealed interface ReceiptScope {

    /**
     * @param gifts oldest first
     */
    List<MemberGift> of(List<MemberGift> gifts);

    record Single(PaymentId payment) implements ReceiptScope {

        @Override
        public List<MemberGift> of(List<MemberGift> gifts) {
            return gifts.stream().filter(it -> it.charge().payment().equals(payment)).toList();
        }
    }

    /**
     * What arrived in a calendar year, by the Tokyo calendar, from one giver.
     *
     * @param like a gift of the giver who is meant; null for the giver of the year's first
     */
    record Year(int year, @Nullable PaymentId like) implements ReceiptScope {

        @Override
        public List<MemberGift> of(List<MemberGift> gifts) {
            List<MemberGift> covered = gifts.stream().filter(this::covers).toList();
            return covered.stream()
                    .filter(it -> like == null || it.charge().payment().equals(like))
                    .findFirst()
                    .map(MemberGift::giver)
                    .map(giver -> by(giver, covered))
                    .orElse(List.of());
        }

        private static List<MemberGift> by(Giver giver, List<MemberGift> gifts) {
            return gifts.stream().filter(it -> it.giver().equals(giver)).toList();
        }

        boolean covers(MemberGift gift) {
            return BusinessDate.of(gift.charge().chargedAt()).getYear() == year;
        }
    }
}
