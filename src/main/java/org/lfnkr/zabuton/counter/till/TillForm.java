package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.Map;
import java.util.Optional;

/** The till's form, as it was sent. */
record TillForm(Map<String, String> typed) {

    private static final String GIVEN = "given";
    private static final Money MOST = Money.yen(99_999_999);

    TillForm {
        typed = Map.copyOf(typed);
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }

    Basket basket() {
        return Basket.of(value("sale"));
    }

    /** Empty where what the buyer gave can't be read, or is more than anybody has in hand. */
    Optional<Tap> tap() {
        Means means = Means.of(value("means")).orElse(Means.CASH);
        Money told = TypedNumber.sum(value("total")).orElse(Money.ZERO);
        boolean exact = means == Means.TERMINAL || Typed.line(value(GIVEN)).isEmpty();
        return exact
                ? Optional.of(new Tap(CounterPages.form(typed), basket(), told, means, null))
                : TypedNumber.sum(value(GIVEN))
                        .filter(given -> given.compareTo(MOST) <= 0)
                        .map(
                                given ->
                                        new Tap(
                                                CounterPages.form(typed),
                                                basket(),
                                                told,
                                                means,
                                                given));
    }

    static Problem unreadable() {
        return Problem.of(GIVEN, "counter.given.unreadable");
    }

    /** What was chosen stays: the buyer may have paid already. */
    static Problem ended() {
        return Problem.of(GIVEN, "counter.wrong.ended");
    }

    static Problem problem(Selling.Refused refused) {
        return switch (refused) {
            case Selling.Nothing nothing -> Problem.of(GIVEN, "counter.sale.nothing");
            case Selling.Changed changed -> Problem.of(GIVEN, "counter.sale.changed");
            case Selling.TooMany few -> few.pieces().problem(GIVEN);
            case Selling.TooLittle little ->
                    Problem.of(GIVEN, "counter.given.little", little.total().yen());
        };
    }
}
