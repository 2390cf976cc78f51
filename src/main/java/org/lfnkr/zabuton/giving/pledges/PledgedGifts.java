package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Gift;
import org.lfnkr.zabuton.giving.GiftReferences;
import org.lfnkr.zabuton.giving.Gifts;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.Map;

/** Tells the books and the receipts what a payment was given for. */
@Component
class PledgedGifts implements Gifts, GiftReferences {

    private final PledgeStore store;
    private final Destinations destinations;

    PledgedGifts(PledgeStore store, Destinations destinations) {
        this.store = store;
        this.destinations = destinations;
    }

    @Override
    public Mono<Gift> gift(String purpose) {
        return Mono.justOrEmpty(PledgeId.ofPurpose(purpose))
                .flatMap(store::find)
                .map(it -> gift(it, it.fund()));
    }

    @Override
    public Mono<Gift> gift(String purpose, PaymentId payment) {
        return Mono.justOrEmpty(PledgeId.ofPurpose(purpose))
                .flatMap(store::find)
                .flatMap(
                        pledge -> destinations.of(pledge, payment).map(fund -> gift(pledge, fund)));
    }

    @Override
    public Mono<Map<String, String>> references(Collection<String> purposes) {
        return store.find(purposes.stream().flatMap(it -> PledgeId.ofPurpose(it).stream()).toList())
                .collectMap(pledge -> pledge.id().purpose(), Pledge::reference);
    }

    private static Gift gift(Pledge pledge, Fund fund) {
        return new Gift(
                pledge.id().value(),
                pledge.reference(),
                pledge.parts().gift(),
                pledge.parts().cover(),
                fund,
                pledge.frequency().isRegular(),
                pledge.outcomePrice());
    }
}
