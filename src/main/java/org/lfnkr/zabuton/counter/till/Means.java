package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.payments.offline.CounterMoney;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a sale at a counter is paid. */
enum Means {
    CASH(CounterMoney.Place.TRAY),
    /** By a card terminal of somebody else, who pays out later. */
    TERMINAL(CounterMoney.Place.TERMINAL);

    private final CounterMoney.Place place;

    Means(CounterMoney.Place place) {
        this.place = place;
    }

    CounterMoney.Place place() {
        return place;
    }

    /** As forms and messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Means> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
