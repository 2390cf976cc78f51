package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.offline.OfflinePayments;
import org.lfnkr.zabuton.payments.offline.Slip;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes gifts that came by bank, cash or post office. From there on each is a gift like others: it
 * is thanked for, booked and confirmed by the same handlers.
 */
@Component
public class PledgesByHand {

    /** Nobody agreed to terms on a page; the fund was named on the slip, or by us. */
    private static final String TERMS = "by-hand";

    private final PledgeStore store;
    private final HappeningStore happenings;
    private final GiftEstimates estimates;
    private final Supporters supporters;
    private final Givers givers;
    private final Vault vault;
    private final OfflinePayments payments;
    private final Impact impact;
    private final Clock clock;

    PledgesByHand(
            PledgeStore store,
            HappeningStore happenings,
            GiftEstimates estimates,
            Supporters supporters,
            Givers givers,
            Vault vault,
            OfflinePayments payments,
            Impact impact,
            Clock clock) {
        this.store = store;
        this.happenings = happenings;
        this.estimates = estimates;
        this.supporters = supporters;
        this.givers = givers;
        this.vault = vault;
        this.payments = payments;
        this.impact = impact;
        this.clock = clock;
    }

    /** Who gave, where that is known. */
    public record Known(String name, EmailAddress email) {
        @Override
        public String toString() {
            return "Known[…]";
        }
    }

    /**
     * A gift as staff noted it.
     *
     * @param id of the note: it is written once
     * @param giver null where they want to be, or are, unknown
     */
    public record Noted(
            UUID id, Cause cause, Money gift, Language language, @Nullable Known giver) {}

    /**
     * Makes it a gift, in the caller's transaction.
     *
     * @param slip under which no other money is in the books
     */
    @Transactional
    public Mono<Pledge> write(Noted noted, Slip slip) {
        PledgeId id = PledgeId.random();
        return giver(noted)
                .zipWith(price(noted.cause()))
                .flatMap(
                        both ->
                                payments.take(
                                                id.purpose(),
                                                both.getT1().subject(),
                                                noted.gift(),
                                                slip)
                                        .delayUntil(it -> promise(noted, it, both.getT2()))
                                        .map(
                                                it ->
                                                        pledge(
                                                                id,
                                                                noted,
                                                                both.getT1(),
                                                                it,
                                                                both.getT2())))
                .delayUntil(pledge -> add(pledge, noted.giver()));
    }

    /** Somebody unknown has a key of their own that opens nothing, as who was erased. */
    private Mono<Supporter> giver(Noted noted) {
        Known known = noted.giver();
        return known == null
                ? vault.open()
                        .map(subject -> new Supporter(new SupporterId(UUID.randomUUID()), subject))
                : supporters.recognise(known.email(), known.name(), noted.language());
    }

    private Mono<Optional<OutcomePrice>> price(Cause cause) {
        return estimates.price(cause).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** No fee is taken of it. */
    private Mono<Void> promise(Noted noted, PaymentId payment, Optional<OutcomePrice> price) {
        return Mono.justOrEmpty(price)
                .flatMap(
                        it ->
                                impact.promise(
                                        payment.value(),
                                        it,
                                        ImpactStory.couldFund(it, noted.gift()).money()));
    }

    private Pledge pledge(
            PledgeId id,
            Noted noted,
            Supporter giver,
            PaymentId payment,
            Optional<OutcomePrice> price) {
        return new Pledge(
                id,
                Reference.random(),
                noted.id(),
                noted.language(),
                giver.id(),
                giver.subject(),
                Frequency.ONCE,
                noted.cause().fund(),
                null,
                new GiftParts(noted.gift(), Money.ZERO),
                TERMS,
                price.map(OutcomePrice::id).orElse(null),
                false,
                PledgeStatus.AWAITING_PAYMENT,
                payment,
                null,
                false,
                false,
                clock.instant());
    }

    private Mono<Void> add(Pledge pledge, @Nullable Known giver) {
        Happening pledged =
                new Happening(Happening.Kind.PLEDGED, pledge.parts().total(), pledge.madeAt());
        return store.add(pledge, TERMS)
                .then(happenings.note(pledge.story(), pledged))
                .then(Mono.justOrEmpty(giver).flatMap(it -> givers.keep(pledge, it.name())));
    }
}
