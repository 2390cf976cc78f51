package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.mail.Undelivered;
import org.lfnkr.zabuton.mail.UndeliveredLetters;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
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

    @GetMapping("/{lang:en|ja}/me")
    Mono<Rendering> show(Member member) {
        return Mono.zip(
                        entries(member),
                        plans.of(member).collectList(),
                        name(member),
                        totals(member))
                .flatMap(
                        parts ->
                                undelivered(parts.getT1(), parts.getT2())
                                        .map(
                                                letters ->
                                                        Page.of("storefront/me")
                                                                .with("orders", parts.getT1())
                                                                .with("plans", parts.getT2())
                                                                .with("name", parts.getT3())
                                                                .with("totals", parts.getT4())
                                                                .with("undelivered", letters)
                                                                .rendering()));
    }

    private Mono<List<Undelivered>> undelivered(List<OrderEntry> orders, List<GiftPlanView> plans) {
        return undelivered.about(
                Stream.concat(
                                orders.stream().map(entry -> entry.order().reference()),
                                plans.stream().map(plan -> plan.plan().reference()))
                        .toList());
    }

    private Mono<List<OrderEntry>> entries(Member member) {
        return orders.of(member).concatMap(this::entry).collectList();
    }

    private Mono<OrderEntry> entry(Order order) {
        return orders.standing(order)
                .map(standing -> new OrderEntry(order, standing, orders.link(order).path()));
    }

    private Mono<MyTotals> totals(Member member) {
        return giving.charges(member)
                .collectList()
                .zipWith(
                        orders.of(member).collectList(),
                        (given, bought) -> MyTotals.of(given, bought, clock.instant()));
    }

    private Mono<String> name(Member member) {
        return supporters.recipient(member.subject()).map(Recipient::name).defaultIfEmpty("");
    }
}
