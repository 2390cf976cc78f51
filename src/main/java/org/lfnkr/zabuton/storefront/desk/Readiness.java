package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.desk.RolesHeld;
import org.lfnkr.zabuton.guard.GateMode;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Parcel;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.shipping.Shipping;
import org.lfnkr.zabuton.shipping.ShippingQuote;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Looks at what a shop has and lacks before it can open. */
@Component
class Readiness {

    private static final Parcel SMALL = new Parcel(300, Money.yen(1_000));

    /** Variants; a shop with more of them is no new one, and Today is not to wait for all. */
    private static final int MANY = 200;

    private final RolesHeld staff;
    private final Catalog catalog;
    private final Stock stock;
    private final Shipping shipping;
    private final Impact impact;
    private final Guard guard;
    private final Clock clock;

    Readiness(
            RolesHeld staff,
            Catalog catalog,
            Stock stock,
            Shipping shipping,
            Impact impact,
            Guard guard,
            Clock clock) {
        this.staff = staff;
        this.catalog = catalog;
        this.stock = stock;
        this.shipping = shipping;
        this.impact = impact;
        this.guard = guard;
        this.clock = clock;
    }

    /** As the shop stands now. */
    Mono<Opening> now() {
        return offers().flatMap(this::with);
    }

    /** The same of one in which nobody can order yet; empty of any other. */
    Mono<Opening> ofShut() {
        return offers().filter(it -> it.size() <= MANY)
                .filterWhen(this::isShut)
                .flatMap(this::with);
    }

    /** Asks for no more than that takes: an open shop is asked on each Today. */
    private Mono<Boolean> isShut(Map<VariantId, Offer> offers) {
        return offers.isEmpty()
                ? Mono.just(true)
                : Mono.zip(
                        stock.available(offers.keySet()),
                        ships(),
                        (left, ships) -> Opening.isShut(offers.values(), sum(left), ships));
    }

    private Mono<Map<VariantId, Offer>> offers() {
        return catalog.allOffers(today());
    }

    private Mono<Opening> with(Map<VariantId, Offer> offers) {
        return Mono.zip(
                        staff.held(),
                        stock.available(offers.keySet()),
                        ships(),
                        impact.price("rice", today()).hasElement(),
                        impact.policy(today()).hasElement(),
                        closed())
                .map(
                        it ->
                                new Opening(
                                        it.getT1(),
                                        offers.values(),
                                        sum(it.getT2()),
                                        it.getT3(),
                                        it.getT4(),
                                        it.getT5(),
                                        it.getT6()));
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    private static long sum(Map<VariantId, Integer> available) {
        return available.values().stream().mapToLong(Integer::longValue).sum();
    }

    private Mono<Boolean> ships() {
        return shipping.quote(Destination.japan(Prefecture.TOKYO), SMALL)
                .map(ShippingQuote.Quoted.class::isInstance)
                .onErrorReturn(false);
    }

    private Mono<Integer> closed() {
        return guard.gates()
                .filter(gate -> gate.mode() == GateMode.CLOSED)
                .count()
                .map(Long::intValue);
    }
}
