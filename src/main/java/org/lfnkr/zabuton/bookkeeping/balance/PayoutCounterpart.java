package org.lfnkr.zabuton.bookkeeping.balance;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Candidate;
import org.lfnkr.zabuton.banking.Candidate.Ground;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.bookkeeping.balance.BankPayouts.OnItsWay;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Rows that are payouts of Stripe, what Stripe took from the bank, and what the bank gave back to
 * Stripe. Where two of one sum were to arrive on one day, only a person can tell which is which.
 */
@Component
class PayoutCounterpart implements Counterpart {

    /** What is on its way between Stripe and the bank. */
    private static final Account CLEARING = new Account("CLEARING", Account.Nature.ASSET);

    /** Weekends and holidays lie between. */
    private static final int DAYS_NEAR = 5;

    private final BankPayouts payouts;
    private final Messages messages;

    PayoutCounterpart(BankPayouts payouts, Messages messages) {
        this.payouts = payouts;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "payout";
    }

    @Override
    public Flux<Candidate> candidates(BankRow row) {
        return payouts.like(row)
                .collectList()
                .flatMapIterable(
                        all ->
                                all.stream()
                                        .map(it -> candidate(row, it, ground(row, it, all)))
                                        .toList());
    }

    private static Ground ground(BankRow row, OnItsWay it, List<OnItsWay> all) {
        long sameDay = all.stream().filter(other -> other.day().equals(row.day())).count();
        if (it.day().equals(row.day())) {
            return sameDay == 1 ? Ground.SUM_AND_DAY : Ground.SUM;
        }
        return all.size() == 1 && isNear(row, it) ? Ground.SUM_AND_DAY : Ground.SUM;
    }

    private static boolean isNear(BankRow row, OnItsWay it) {
        return Math.abs(ChronoUnit.DAYS.between(it.day(), row.day())) <= DAYS_NEAR;
    }

    private Candidate candidate(BankRow row, OnItsWay it, Ground ground) {
        Bilingual title = new Bilingual(title(it, Language.EN), title(it, Language.JA));
        return new Candidate(it.reference(), title, path(it), row.yen(), it.day(), ground);
    }

    private String title(OnItsWay it, Language language) {
        return messages.text("banking." + it.what(), language, it.name());
    }

    private static String path(OnItsWay it) {
        return it.what().startsWith("payout")
                ? PayoutController.PATH + "/" + it.name()
                : BalanceController.PATH + "?show=all&kind=TOP_UP";
    }

    @Override
    public Mono<Settled> settle(BankRow row, String reference, String by, Instant at) {
        return payouts.like(row)
                .filter(it -> it.reference().equals(reference))
                .next()
                .<Settled>map(it -> new Settled.Booked(List.of(arrived(row))))
                .defaultIfEmpty(new Settled.Refused("banking.refused.gone"));
    }

    private static Posting arrived(BankRow row) {
        return new Posting(CLEARING, null, -row.yen().yen());
    }
}
