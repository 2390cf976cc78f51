package org.lfnkr.zabuton.counter.till;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.counter.BazaarCode;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.payments.offline.CounterMoney;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was sold at a counter, to whom nobody knows.
 *
 * @param no within its bazaar, from 1
 * @param given yen in the buyer's hand; null where they paid by card
 * @param assumedFee yen that the terminal will keep, as far as is known
 * @param outcomePrice the version of the price book that was claimed by; null where nothing was
 * @param undoneAt null where it holds
 * @param undoneBy the account that undid it; null where it holds
 */
record CounterSale(
        UUID id,
        UUID bazaar,
        int no,
        Means means,
        @Nullable Money given,
        Money assumedFee,
        @Nullable UUID outcomePrice,
        Instant soldAt,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        Goods goods) {

    private static final Pattern PURPOSE = Pattern.compile("counter:([0-9a-f-]{36})");

    static CounterSale of(Readable row, List<CounterLine> lines) {
        Long given = row.get("given", Long.class);
        return new CounterSale(
                Row.uuid(row, "id"),
                Row.uuid(row, "bazaar"),
                Row.number(row, "no"),
                Means.valueOf(Row.text(row, "means")),
                given == null ? null : Money.yen(given),
                Row.money(row, "assumed_fee"),
                row.get("outcome_price", UUID.class),
                Row.instant(row, "sold_at"),
                row.get("undone_at", Instant.class),
                row.get("undone_by", String.class),
                new Goods(lines));
    }

    /** The sale that a payment's purpose names; empty for any other. */
    static Optional<UUID> ofPurpose(String purpose) {
        Matcher sale = PURPOSE.matcher(purpose);
        return sale.matches() ? Optional.of(UUID.fromString(sale.group(1))) : Optional.empty();
    }

    private String purpose() {
        return "counter:" + id;
    }

    public Money total() {
        return goods.total();
    }

    /** What the buyer gets back. */
    public Money change() {
        return given == null ? Money.ZERO : given.minus(total());
    }

    boolean isUndoneBy(String account) {
        return account.equals(undoneBy);
    }

    public boolean isUndone() {
        return undoneAt != null;
    }

    /** On the day on which it was made, by the Tokyo calendar. */
    boolean canBeUndone(Instant now) {
        return !isUndone() && BusinessDate.of(soldAt).equals(BusinessDate.of(now));
    }

    CounterMoney.Taken taken() {
        return new CounterMoney.Taken(id, purpose(), means.place(), total(), assumedFee, soldAt);
    }

    /** As the books need it. */
    Sale sale(BazaarCode bazaarCode) {
        return new Sale(
                id,
                bazaarCode + "/" + no,
                goods.takings(),
                goods.lines().stream().map(CounterLine::sold).toList(),
                assumedFee,
                outcomePrice);
    }
}
