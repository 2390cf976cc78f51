package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
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
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Leads through what a new shop lacks, in its order, and says what it can't promise until then. */
@Controller
@Needs(Right.SEE_PRODUCTS)
@RequestMapping("/{lang:en|ja}/desk/opening")
class OpeningController {

    private static final Parcel SMALL = new Parcel(300, Money.yen(1_000));

    private final Catalog catalog;
    private final Stock stock;
    private final Shipping shipping;
    private final Impact impact;
    private final Guard guard;
    private final Clock clock;

    OpeningController(
            Catalog catalog,
            Stock stock,
            Shipping shipping,
            Impact impact,
            Guard guard,
            Clock clock) {
        this.catalog = catalog;
        this.stock = stock;
        this.shipping = shipping;
        this.impact = impact;
        this.guard = guard;
        this.clock = clock;
    }

    @InMenu(value = DeskEntry.SHOP, title = "storefront.opening.title", place = 90)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return opening()
                .map(Opening::steps)
                .map(
                        steps ->
                                Page.of("storefront/desk/opening")
                                        .with("steps", steps)
                                        .with("open", steps.stream().allMatch(Step::isDone))
                                        .rendering());
    }

    private Mono<Opening> opening() {
        LocalDate today = BusinessDate.of(clock.instant());
        return catalog.allOffers(today)
                .flatMap(
                        offers ->
                                Mono.zip(
                                                stock.available(offers.keySet()),
                                                ships(),
                                                impact.price("rice", today).hasElement(),
                                                impact.policy(today).hasElement(),
                                                closed())
                                        .map(
                                                it ->
                                                        new Opening(
                                                                offers.values(),
                                                                sum(it.getT1()),
                                                                it.getT2(),
                                                                it.getT3(),
                                                                it.getT4(),
                                                                it.getT5())));
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
