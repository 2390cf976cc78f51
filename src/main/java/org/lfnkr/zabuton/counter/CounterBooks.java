package org.lfnkr.zabuton.counter;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.JournalEntry;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.ledger.Source;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a bazaar does to the books beside its sales: change, differences and what is handed over.
 */
@Component
@NamedInterface("inside")
public class CounterBooks {

    private final Ledger ledger;
    private final Clock clock;

    CounterBooks(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Change from the cash box is laid into the tray. */
    public Mono<Void> layIn(Bazaar bazaar) {
        return book(
                source(bazaar, "change"),
                "CHANGE_LAID_IN",
                today(),
                new Line(Account.TRAY, null, bazaar.change().yen()),
                new Line(Account.CASH, null, -bazaar.change().yen()));
    }

    /** What two people found too much, or too little, is of Operations. */
    public Mono<Void> differ(Bazaar bazaar, Money off) {
        return book(
                source(bazaar, "difference"),
                "CASH_DIFFERENCE",
                today(),
                new Line(Account.TRAY, null, off.yen()),
                new Line(Account.CASH_DIFFERENCES, Fund.OPERATIONS, -off.yen()));
    }

    /** What was counted goes into the cash box. */
    public Mono<Void> handOver(Bazaar bazaar, Money counted) {
        return book(
                source(bazaar, "tray"),
                "TRAY_HANDED_OVER",
                today(),
                new Line(Account.CASH, null, counted.yen()),
                new Line(Account.TRAY, null, -counted.yen()));
    }

    /**
     * The terminal's provider paid out; what it kept more or less than assumed is of Operations.
     */
    public Mono<Void> payOut(TerminalPayout payout, Money due) {
        return book(
                new Source(Source.Kind.BANK, payout.reference()),
                "TERMINAL_PAID_OUT",
                payout.arrivedOn(),
                new Line(Account.BANK, null, payout.amount().yen()),
                new Line(Account.CARD_TERMINAL, null, -due.yen()),
                new Line(Account.PAYMENT_FEES, Fund.OPERATIONS, due.minus(payout.amount()).yen()));
    }

    private Mono<Void> book(Source source, String kind, LocalDate day, Line... lines) {
        List<Posting> some =
                Stream.of(lines).filter(it -> it.yen() != 0).map(Line::posting).toList();
        return some.isEmpty()
                ? Mono.empty()
                : ledger.book(new JournalEntry(source, day, kind, some))
                        .filter(isNew -> isNew)
                        .switchIfEmpty(
                                Mono.error(() -> new IllegalStateException(source + " is booked")))
                        .then();
    }

    private static Source source(Bazaar bazaar, String what) {
        return Source.decision("bazaar-" + bazaar.id() + ":" + what);
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /** A posting that may turn out to be of nothing. */
    private record Line(Account account, @Nullable Fund fund, long yen) {

        Posting posting() {
            return new Posting(account, fund, yen);
        }
    }
}
