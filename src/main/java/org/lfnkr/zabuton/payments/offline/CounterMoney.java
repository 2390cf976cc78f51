package org.lfnkr.zabuton.payments.offline;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundMoved;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * The door for money that is there the moment it is told: at a counter, from nobody we know, so
 * that nothing was asked for before and nothing is kept here of who paid. The same events tell of
 * it, and the books follow them.
 */
@Service
public class CounterMoney {

    private final Outbox outbox;

    CounterMoney(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Where it lies. */
    public enum Place {
        /** Cash, in the counter's tray. */
        TRAY("cash"),
        /** At whoever runs the card terminal, until they pay it out. */
        TERMINAL("terminal");

        private final String method;

        Place(String method) {
            this.method = method;
        }

        private String line(UUID sale) {
            return name().toLowerCase(Locale.ROOT) + ":" + sale;
        }
    }

    /**
     * What was paid.
     *
     * @param sale which is paid for, once
     * @param purpose by which the sale is known to whoever books it
     * @param fee yen that will be kept of it, as far as is known
     */
    public record Taken(
            UUID sale, String purpose, Place place, Money amount, Money fee, Instant at) {}

    /** Joins the caller's transaction. */
    public Mono<Void> take(Taken taken) {
        return outbox.append(
                new PaymentSettled(
                        new PaymentId(taken.sale()),
                        taken.purpose(),
                        taken.amount().yen(),
                        taken.fee().yen(),
                        taken.place().line(taken.sale()),
                        taken.place().method,
                        taken.at()));
    }

    /**
     * Gives it back whole, with the fee. Joins the caller's transaction.
     *
     * @param at when it went back
     */
    public Mono<Void> giveBack(Taken taken, Instant at) {
        return outbox.append(
                new RefundMoved(
                        new PaymentId(taken.sale()),
                        taken.purpose(),
                        new RefundId(taken.sale()),
                        -taken.amount().yen(),
                        -taken.fee().yen(),
                        taken.place().line(taken.sale()) + ":undone",
                        at));
    }
}
