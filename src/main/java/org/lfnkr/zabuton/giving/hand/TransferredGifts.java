package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Candidate;
import org.lfnkr.zabuton.banking.Candidate.Ground;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.Payer;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.pledges.Givers;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;

/**
 * Rows that bring a gift which was wished for here and not paid: its number stands in the bank's
 * text, or the giver's name and the sum are exactly those. From there on it is a gift like others.
 */
@Component
class TransferredGifts implements Counterpart {

    /** For how long before a row somebody may have wished for the gift, if no number says it. */
    private static final Duration WAITS = Duration.ofDays(90);

    private final TransferStore store;
    private final PledgeStore pledges;
    private final Givers givers;
    private final Giving giving;
    private final GiftTransfers transfers;
    private final Messages messages;

    TransferredGifts(
            TransferStore store,
            PledgeStore pledges,
            Givers givers,
            Giving giving,
            GiftTransfers transfers,
            Messages messages) {
        this.store = store;
        this.pledges = pledges;
        this.givers = givers;
        this.giving = giving;
        this.transfers = transfers;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "gift";
    }

    @Override
    public Flux<Candidate> candidates(BankRow row) {
        return row.came()
                ? Flux.concat(called(row), named(row)).distinct(Candidate::reference)
                : Flux.empty();
    }

    private Flux<Candidate> called(BankRow row) {
        return store.called(row.references())
                .concatMap(pledges::find)
                .map(pledge -> candidate(pledge, Ground.REFERENCE));
    }

    private Flux<Candidate> named(BankRow row) {
        return Mono.justOrEmpty(row.payer())
                .flatMapMany(
                        payer ->
                                store.of(row.yen(), since(row))
                                        .concatMap(pledges::find)
                                        .filterWhen(pledge -> isOf(pledge, payer)))
                .map(pledge -> candidate(pledge, Ground.NAME_AND_SUM));
    }

    private static Instant since(BankRow row) {
        return row.day().atStartOfDay(BusinessDate.TOKYO).toInstant().minus(WAITS);
    }

    private Mono<Boolean> isOf(Pledge pledge, Payer payer) {
        return givers.of(pledge).map(giver -> payer.is(giver.name()));
    }

    private Candidate candidate(Pledge pledge, Ground ground) {
        return new Candidate(
                pledge.id().value().toString(),
                new Bilingual(title(pledge, Language.EN), title(pledge, Language.JA)),
                "/desk/gifts/" + pledge.payment(),
                pledge.parts().total(),
                BusinessDate.of(pledge.madeAt()),
                ground);
    }

    private String title(Pledge pledge, Language language) {
        return messages.text("banking.gift", language, pledge.reference());
    }

    /** Its page at Stripe: who went to the bank shall not pay there as well. */
    @Override
    public Mono<Void> makeReady(BankRow row, String reference) {
        return pledges.find(new PledgeId(Slice.id(reference)))
                .filter(it -> it.status() == PledgeStatus.AWAITING_PAYMENT)
                .filter(it -> it.parts().total().equals(row.yen()))
                .flatMap(giving::cancel)
                .then();
    }

    @Override
    public Mono<Settled> settle(BankRow row, String reference, String by, Instant at) {
        return transfers.settle(row, new PledgeId(Slice.id(reference)), by);
    }

    /** Not once any of it was given back. */
    @Override
    public Mono<Settled.Refused> undo(BankRow row, Matched matched) {
        return transfers.undo(row, matched);
    }
}
