package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.lfnkr.zabuton.funds.disbursements.Foreign;
import org.lfnkr.zabuton.funds.disbursements.PayeeKind;
import org.lfnkr.zabuton.funds.disbursements.Plan;
import org.lfnkr.zabuton.funds.disbursements.Purpose;
import org.lfnkr.zabuton.funds.disbursements.RateSource;
import org.lfnkr.zabuton.funds.disbursements.Way;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedDay;
import org.lfnkr.zabuton.web.TypedNumber;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the fields of a draft, each by itself. */
record DraftReading(Map<String, String> typed) {

    private static final Money MOST = Money.yen(99_999_999_999L);
    private static final int MOST_UNITS = 1_000_000;
    private static final Money DEAREST = Money.yen(100_000);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);
    private static final String YEN = "JPY";

    Plan plan() {
        return new Plan(
                new Fund(text("fund")),
                payee().orElseThrow(),
                purpose().orElseThrow(),
                outcome().orElse(null),
                outcome().flatMap(any -> units()).map(Integer::longValue).orElse(null),
                yen().orElseThrow(),
                fee().orElseThrow(),
                way().orElseThrow(),
                payOn().orElseThrow());
    }

    Optional<Foreign> foreign() {
        return isForeign()
                ? Optional.of(
                        new Foreign(
                                currency().orElseThrow(),
                                amount().orElseThrow(),
                                rate().orElseThrow(),
                                source().orElseThrow()))
                : Optional.empty();
    }

    /** Whether anything of another currency was said. */
    boolean isForeign() {
        return Stream.of("currency", "amount", "rate", "source")
                .anyMatch(field -> !text(field).isEmpty());
    }

    Optional<PayeeKind> payee() {
        return PayeeKind.of(text("payee"));
    }

    Optional<Purpose> purpose() {
        return Purpose.of(text("purpose"));
    }

    Optional<String> outcome() {
        return Optional.of(text("outcome")).filter(code -> !code.isEmpty());
    }

    Optional<Integer> units() {
        return TypedNumber.count(text("units")).filter(count -> count > 0 && count <= MOST_UNITS);
    }

    Optional<Money> yen() {
        return TypedNumber.sum(text("yen"))
                .filter(sum -> sum.isPositive() && sum.compareTo(MOST) <= 0);
    }

    /** Nothing where nothing was typed. */
    Optional<Money> fee() {
        return text("fee").isEmpty()
                ? Optional.of(Money.ZERO)
                : TypedNumber.sum(text("fee")).filter(sum -> sum.compareTo(DEAREST) <= 0);
    }

    Optional<Way> way() {
        return Way.of(text("way"));
    }

    Optional<LocalDate> payOn() {
        return TypedDay.of(text("payOn"));
    }

    /** Of a currency that there is, and that is not ours. */
    Optional<String> currency() {
        String code = Typed.code(text("currency")).toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(known -> known.equals(code) && !known.equals(YEN))
                .findFirst();
    }

    Optional<BigDecimal> amount() {
        return TypedDecimal.of(text("amount"));
    }

    Optional<BigDecimal> rate() {
        return TypedDecimal.of(text("rate")).filter(rate -> rate.compareTo(HIGHEST) < 0);
    }

    Optional<RateSource> source() {
        return RateSource.of(text("source"));
    }

    int revision() {
        return TypedNumber.count(text("revision")).orElse(0);
    }

    String text(String field) {
        return Typed.line(typed.getOrDefault(field, ""));
    }
}
