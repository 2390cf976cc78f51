package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.lfnkr.zabuton.supporters.Supporters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is kept of whoever waits, for their own page. */
@Component
@Order(40)
class WaitRecords implements PersonalRecords {

    private final Waits waits;
    private final Supporters supporters;
    private final Catalog catalog;
    private final Clock clock;

    WaitRecords(Waits waits, Supporters supporters, Catalog catalog, Clock clock) {
        this.waits = waits;
        this.supporters = supporters;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "awaited";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return waits(member).concatMap(this::record);
    }

    private Flux<Wait> waits(Member member) {
        return Flux.fromIterable(member.selves())
                .concatMap(self -> supporters.own(self.subject()))
                .concatMap(own -> waits.of(own.email()));
    }

    private Mono<PersonalRecord> record(Wait wait) {
        return catalog.offers(List.of(wait.variant()), BusinessDate.of(clock.instant()))
                .map(offers -> Optional.ofNullable(offers.get(wait.variant())))
                .map(
                        offer ->
                                PersonalRecord.with(
                                                "piece",
                                                offer.map(it -> it.variant().sku()).orElse(""))
                                        .and("askedAt", wait.askedAt())
                                        .build());
    }

    @Override
    public Flux<UUID> matters(Member member) {
        return waits(member).map(Wait::id);
    }

    @Override
    public Mono<Void> erase(Member member) {
        return Flux.fromIterable(member.selves())
                .concatMap(self -> supporters.own(self.subject()))
                .concatMap(own -> waits.end(own.email(), every -> true))
                .then();
    }
}
