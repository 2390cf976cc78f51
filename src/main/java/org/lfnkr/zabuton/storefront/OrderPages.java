package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.MoneyTrail;
import org.lfnkr.zabuton.impact.Trail;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.UndeliveredLetters;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.orders.papers.WishWords;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.refunds.CreditNotes;
import org.lfnkr.zabuton.returns.ReturnOffers;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.web.LiveChanges;
import org.lfnkr.zabuton.web.Organisation;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Composes the page of an order from the order, its payment and its impact. */
@Component
class OrderPages {

    private final Orders orders;
    private final Timings timings;
    private final WishWords wishes;
    private final OrderPapers papers;
    private final Impact impact;
    private final MoneyTrail trail;
    private final Bookkeeping books;
    private final OrderTimeline timeline;
    private final LiveChanges live;
    private final UndeliveredLetters undelivered;
    private final Reveals reveals;
    private final CreditNotes notes;
    private final ReturnOffers returns;
    private final Organisation organisation;
    private final Clock clock;

    OrderPages(
            Orders orders,
            Timings timings,
            WishWords wishes,
            OrderPapers papers,
            Impact impact,
            MoneyTrail trail,
            Bookkeeping books,
            OrderTimeline timeline,
            LiveChanges live,
            UndeliveredLetters undelivered,
            Reveals reveals,
            CreditNotes notes,
            ReturnOffers returns,
            Organisation organisation,
            Clock clock) {
        this.live = live;
        this.undelivered = undelivered;
        this.reveals = reveals;
        this.notes = notes;
        this.returns = returns;
        this.organisation = organisation;
        this.orders = orders;
        this.timings = timings;
        this.wishes = wishes;
        this.papers = papers;
        this.impact = impact;
        this.trail = trail;
        this.books = books;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * @param cartEmptied whether this answer empties the cart, which the header then shows
     * @param unreached whether the payment page was asked for and did not answer
     */
    Mono<Rendering> of(Order order, Language language, boolean cartEmptied, boolean unreached) {
        return Mono.zip(
                        orders.story(order).map(story -> story.in(language)).zipWhen(notes::of),
                        payment(order),
                        impact(order),
                        undelivered.about(List.of(order.reference())),
                        books.held(order.payment()),
                        reveals.about(order.id().value()).collectList(),
                        timings.of(order.id()),
                        papers.goesToAnother(order))
                .map(
                        parts ->
                                render(
                                                parts.getT1().getT1(),
                                                parts.getT2(),
                                                parts.getT3(),
                                                parts.getT5(),
                                                orders.link(order),
                                                language)
                                        .with("undelivered", parts.getT4())
                                        .with("notes", parts.getT1().getT2())
                                        .with("looks", parts.getT6())
                                        .with("wish", wishes.text(parts.getT7().wish(), language))
                                        .with("lost", wishes.lost(parts.getT7(), language))
                                        .with(
                                                "offer",
                                                returns.likely(
                                                        parts.getT1().getT1(), parts.getT7()))
                                        .with("toAnother", parts.getT8())
                                        .with(
                                                "steps",
                                                timeline.of(
                                                        parts.getT1().getT1(),
                                                        day(parts.getT7(), language),
                                                        language)))
                .flatMap(
                        page ->
                                trail(order, language)
                                        .map(it -> page.with("trail", it.orElse(null))))
                .map(page -> page.with("cartCount", cartEmptied ? 0 : null))
                .map(page -> page.with("unreached", unreached))
                .map(Page::rendering);
    }

    /** Day and hours that were wished; empty where no day is still to be kept. */
    private String day(Timing timing, Language language) {
        return timing.wish().day() == null ? "" : wishes.text(timing.wish(), language);
    }

    private Mono<Optional<PaymentView>> payment(Order order) {
        return orders.payment(order).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<ImpactStory>> impact(Order order) {
        return impact.story(order.id().value()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<Trail>> trail(Order order, Language language) {
        return trail.of(order.id().value(), language)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Page render(
            OrderStory story,
            Optional<PaymentView> payment,
            Optional<ImpactStory> told,
            Money held,
            OrderLink link,
            Language language) {
        return Page.of("storefront/order")
                .with("order", story.order())
                .with("standing", story.standing())
                .with("lines", story.lines())
                .with("refunds", story.refunds())
                .with("held", held)
                .with("ordered", story)
                .with("parcels", story.parcels())
                .with("sendTo", organisation)
                .with("live", isLive(story, told))
                .with("payment", payment.orElse(null))
                .with("lapsed", payment.filter(this::isPastItsTime).isPresent())
                .with("story", told.filter(it -> story.standing().saysImpact()).orElse(null))
                .with("here", "/" + language.tag() + link.path())
                .with("version", version(story, told, held));
    }

    /** Whether it may still read differently by itself. */
    private static boolean isLive(OrderStory story, Optional<ImpactStory> told) {
        return !story.next().isEmpty()
                || told.filter(it -> story.standing().saysImpact()).isPresent();
    }

    /** A store may report a payment after the time that stands on the code. */
    private boolean isPastItsTime(PaymentView payment) {
        Instant payBy = payment.payBy();
        return payBy != null && clock.instant().isAfter(payBy);
    }

    /**
     * @param seen the version of the page that the reader has
     */
    Flux<ServerSentEvent<String>> changes(OrderLink link, String seen) {
        return live.of(seen, orders.news(link), version(link));
    }

    private Mono<String> version(OrderLink link) {
        return orders.open(link)
                .flatMap(
                        order ->
                                Mono.zip(
                                        orders.story(order),
                                        impact(order),
                                        books.held(order.payment())))
                .map(parts -> version(parts.getT1(), parts.getT2(), parts.getT3()));
    }

    /** The same on every node, as long as order, refunds, parcels and impact are the same. */
    private static String version(OrderStory story, Optional<ImpactStory> told, Money held) {
        return Integer.toHexString(
                List.of(
                                story.order(),
                                story.refunds(),
                                story.parcels(),
                                story.returns(),
                                told,
                                held)
                        .toString()
                        .hashCode());
    }
}
