package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.mail.Undelivered;
import org.lfnkr.zabuton.mail.UndeliveredLetters;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A member's own page: what is theirs, and where to look after it. */
@Controller
class MyPageController {

    private final Orders orders;
    private final Supporters supporters;
    private final GiftPlans plans;
    private final Giving giving;
    private final UndeliveredLetters undelivered;
    private final Clock clock;

    MyPageController(
            Orders orders,
            Supporters supporters,
            GiftPlans plans,
            Giving giving,
            UndeliveredLetters undelivered,
            Clock clock) {
        this.undelivered = undelivered;
        this.orders = orders;
        this.supporters = supporters;
        this.plans = plans;
        this.giving = giving;
        this.clock = clock;
    }

    /** An order, where it stands, and where its page is behind the language. */
    record OrderEntry(Order order, OrderStanding standing, String path) {}

    /**
     * @param before the reference of the last order on the page before; empty for the latest
     */
    @GetMapping("/{lang:en|ja}/me")
    Mono<Rendering> show(Member member, @RequestParam(defaultValue = "") String before) {
        return Mono.zip(
                        entries(member, before),
                        plans.of(member).collectList(),
                        name(member),
                        totals(member),
                        orders.references(member).collectList(),
                        giving.references(member).collectList())
                .flatMap(
                        parts ->
                                undelivered(parts.getT5(), parts.getT6())
                                        .map(
                                                letters ->
                                                        Page.of("storefront/me")
                                                                .with("orders", parts.getT1())
                                                                .with("latest", before.isEmpty())
                                                                .with("plans", parts.getT2())
                                                                .with("name", parts.getT3())
                                                                .with("totals", parts.getT4())
                                                                .with("undelivered", letters)
                                                                .rendering()));
    }

    /** Also about those that are not on this page. */
    private Mono<List<Undelivered>> undelivered(List<String> orders, List<String> gifts) {
        return undelivered.about(Stream.concat(orders.stream(), gifts.stream()).toList());
    }

    private Mono<Slice<OrderEntry>> entries(Member member, String before) {
        return orders.of(member, before)
                .flatMap(
                        slice ->
                                orders.standings(slice.items())
                                        .map(known -> slice.with(entries(slice.items(), known))));
    }

    private List<OrderEntry> entries(List<Order> listed, Map<OrderId, OrderStanding> known) {
        return listed.stream().map(it -> entry(it, known)).toList();
    }

    private OrderEntry entry(Order order, Map<OrderId, OrderStanding> known) {
        OrderStanding standing = Objects.requireNonNull(known.get(order.id()));
        return new OrderEntry(order, standing, orders.link(order).path());
    }

    private Mono<MyTotals> totals(Member member) {
        return giving.charges(member)
                .collectList()
                .zipWith(
                        orders.spent(member),
                        (given, spent) -> MyTotals.of(given, spent, clock.instant()));
    }

    private Mono<String> name(Member member) {
        return supporters.recipient(member.subject()).map(Recipient::name).defaultIfEmpty("");
    }
}
