package org.lfnkr.zabuton.orders.papers;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.PaperLine;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Two cushions, something to eat at the reduced rate, and a gift whose fee is covered: 3,200 + 864
 * + 600 + 480 + 20.
 */
final class PaperSamples {

    static final List<PaperLine> LINES =
            List.of(
                    new PaperLine("かのこ編み座布団（藍）", 2, Money.yen(1600), 10),
                    new PaperLine("Tea", 1, Money.yen(864), 8));

    private PaperSamples() {}

    static ReceiptModel receipt(String recipient) {
        return receipt(new ReceiptAddressee(recipient, false), Money.ZERO);
    }

    static ReceiptModel receipt(ReceiptAddressee addressee, Money refunded) {
        return new ReceiptModel(
                "7K3M9-QXT4B",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 22),
                addressee,
                LINES,
                Money.yen(600),
                List.of(
                        new RateTotal(10, Money.yen(3800), Money.yen(345)),
                        new RateTotal(8, Money.yen(864), Money.yen(64))),
                Money.yen(480),
                Money.yen(20),
                Money.yen(5164),
                refunded,
                "card");
    }

    static OrderLetterModel letter(
            String name,
            Money refunded,
            boolean soldOut,
            OrderLetterModel.@Nullable Konbini konbini) {
        return new OrderLetterModel(
                "7K3M9-QXT4B",
                Instant.parse("2026-11-22T01:00:00Z"),
                name,
                LINES,
                Money.yen(600),
                Money.yen(480),
                Money.yen(20),
                Money.yen(5164),
                refunded,
                soldOut ? OrderStanding.SOLD_OUT_REFUNDED : OrderStanding.PAID,
                List.of("This could fund 10 kg of rice.", "¥168 goes toward the next kilogram."),
                URI.create("http://localhost:8080/ja/orders/7K3M9-QXT4B/key"),
                konbini,
                2,
                4,
                OrderLetterModel.Arrival.PLAIN);
    }

    static OrderLetterModel.Konbini konbini() {
        return new OrderLetterModel.Konbini(
                URI.create("http://localhost:12111/voucher"),
                Instant.parse("2026-11-25T14:59:00Z"));
    }
}
