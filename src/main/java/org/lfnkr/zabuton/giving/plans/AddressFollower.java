package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.lfnkr.zabuton.supporters.AddressReplaced;
import org.lfnkr.zabuton.supporters.Supporters;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Stripe reaches the giver of a plan by the address that we reach them by. */
@Component
class AddressFollower implements OutboxHandler<AddressReplaced> {

    private final GiftPlanStore store;
    private final Supporters supporters;
    private final Plans plans;

    AddressFollower(GiftPlanStore store, Supporters supporters, Plans plans) {
        this.store = store;
        this.supporters = supporters;
        this.plans = plans;
    }

    @Override
    public String name() {
        return "giving.address";
    }

    @Override
    public Class<AddressReplaced> event() {
        return AddressReplaced.class;
    }

    @Override
    public Mono<Void> handle(AddressReplaced event) {
        return supporters
                .recipient(event.supporter())
                .flatMapMany(
                        giver ->
                                store.of(event.supporter())
                                        .concatMap(
                                                plan ->
                                                        plans.reach(
                                                                plan.payments(), giver.email())))
                .then();
    }
}
