package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.reveals.Masked;
import org.lfnkr.zabuton.reveals.Matter;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.util.UUID;

/**
 * An order: everything about it that is not personal. Sums are fixed at the sale.
 *
 * @param reference what people read out, such as {@code 7K3M9-QXT4B}
 * @param subject in the vault, whose name and address this order's delivery is kept under
 * @param takings what it brings and costs, in yen
 * @param assumedFee the payment fee that was reckoned with at the sale; null before we kept it
 * @param outcomePrice version of the price book that the buyer saw; null where nothing was claimed
 * @param refunded what went back so far, in yen
 */
public record Order(
        OrderId id,
        String reference,
        UUID attempt,
        Language language,
        OrderStatus status,
        SubjectId subject,
        PaymentId payment,
        String country,
        Takings takings,
        @Nullable Money assumedFee,
        UUID shippingRate,
        Bilingual zone,
        int minDays,
        int maxDays,
        @Nullable UUID outcomePrice,
        @Nullable String giftTerms,
        Money refunded,
        boolean disputed,
        boolean superseded,
        Instant placedAt,
        @Nullable Instant paidAt) {

    /** As what {@link Masked#kind()} knows orders. */
    public static final String KIND = "order";

    /** The record of which staff open a part with a reason. */
    public Matter matter() {
        return new Matter(KIND, id.value());
    }

    public Money total() {
        return takings.total();
    }

    /** Where the vault keeps who its receipt is made out to, where the buyer named somebody. */
    public String addresseePlace() {
        return "orders.addressee/" + id.value();
    }

    /** Where the vault keeps to whom and where this order goes. */
    public String deliveryPlace() {
        return "orders.delivery/" + id.value();
    }
}
