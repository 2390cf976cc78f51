package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.RefundOutlook;
import org.lfnkr.zabuton.bookkeeping.spending.ProgressForecast;
import org.lfnkr.zabuton.bookkeeping.spending.ProgressForecasts;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Progress;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Balance;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.Optional;

/** Gathers what is to be known of an order before money goes back of it. */
@Component
class RefundCases {

    private final Payments payments;
    private final Bookkeeping books;
    private final Stock stock;
    private final Ledger ledger;
    private final Impact impact;
    private final ProgressForecasts forecasts;
    private final DecisionStore store;
    private final ReturnedPieces returns;

    RefundCases(
            Payments payments,
            Bookkeeping books,
            Stock stock,
            Ledger ledger,
            Impact impact,
            ProgressForecasts forecasts,
            DecisionStore store,
            ReturnedPieces returns) {
        this.payments = payments;
        this.books = books;
        this.stock = stock;
        this.ledger = ledger;
        this.impact = impact;
        this.forecasts = forecasts;
        this.store = store;
        this.returns = returns;
    }

    /** Empty where nothing was paid, or the books have yet to hear of it. */
    Mono<RefundCase> of(OrderStory story) {
        Order order = story.order();
        return Mono.zip(
                        payments.view(order.payment())
                                .filter(it -> it.status() == PaymentStatus.SETTLED),
                        outlook(story),
                        stock.available(story.lines().stream().map(SoldLine::variant).toList()),
                        ledger.funds().collectMap(Balance::code, Balance::name),
                        said(order),
                        store.decided(order.id()),
                        returns.waiting(order.id()))
                .map(
                        parts ->
                                known(
                                        story,
                                        parts.getT1(),
                                        parts.getT2(),
                                        parts.getT3(),
                                        parts.getT4(),
                                        parts.getT5(),
                                        parts.getT6(),
                                        parts.getT7()));
    }

    private static RefundCase known(
            OrderStory story,
            PaymentView payment,
            RefundOutlook outlook,
            Map<VariantId, Integer> shelf,
            Map<String, Bilingual> funds,
            Said said,
            Money alone,
            CameBack back) {
        return new RefundCase(
                story,
                payment,
                outlook,
                shelf,
                funds,
                said.impact().orElse(null),
                said.progress(),
                alone,
                back);
    }

    private Mono<RefundOutlook> outlook(OrderStory story) {
        return books.outlook(story.order().payment(), story.refunds());
    }

    private Mono<Said> said(Order order) {
        return Mono.zip(
                impact.story(order.id().value()).map(Optional::of).defaultIfEmpty(Optional.empty()),
                forecasts.of(order.id().value()).defaultIfEmpty(refund -> Progress.NONE),
                Said::new);
    }

    /** What its page says now, and how it will find out what to say. */
    private record Said(Optional<ImpactStory> impact, ProgressForecast progress) {}
}
