package org.lfnkr.zabuton.orders.papers;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.PaperLine;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.cart.ConsumptionTax;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes out the receipt of an order. */
@Component
public class OrderReceipts {

    private final OrderStore store;
    private final OrderPapers papers;
    private final Payments payments;
    private final Papers press;
    private final Clock clock;

    OrderReceipts(
            OrderStore store, OrderPapers papers, Payments payments, Papers press, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.payments = payments;
        this.press = press;
        this.clock = clock;
    }

    /** The receipt as a PDF; empty while nothing is paid, and once the buyer's data are erased. */
    public Mono<byte[]> pdf(Order order, Language language) {
        return Mono.justOrEmpty(Optional.ofNullable(order.paidAt()))
                .flatMap(paidAt -> receiptModel(order, paidAt, language))
                .flatMap(model -> press.pdf(ReceiptModel.TEMPLATE, model.asModel(), language));
    }

    private Mono<ReceiptModel> receiptModel(Order order, Instant paidAt, Language language) {
        return Mono.zip(
                        papers.addressee(order),
                        store.lines(order.id()).map(line -> line.in(language)).collectList(),
                        payments.view(order.payment()))
                .map(
                        parts ->
                                receipt(
                                        order,
                                        paidAt,
                                        parts.getT1(),
                                        parts.getT2(),
                                        parts.getT3().method()));
    }

    private ReceiptModel receipt(
            Order order,
            Instant paidAt,
            ReceiptAddressee addressee,
            List<SoldLine> lines,
            @Nullable String method) {
        return new ReceiptModel(
                order.reference(),
                BusinessDate.of(clock.instant()),
                BusinessDate.of(paidAt),
                addressee,
                PaperLine.of(lines),
                order.takings().shippingCharged(),
                rates(order, lines),
                order.takings().gift(),
                order.takings().cover(),
                order.total(),
                order.refunded(),
                method);
    }

    private static List<RateTotal> rates(Order order, List<SoldLine> lines) {
        ConsumptionTax tax = ConsumptionTax.of(lines.stream(), order.takings().shippingCharged());
        return tax.totals().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .map(rate -> new RateTotal(rate.getKey(), rate.getValue(), tax.at(rate.getKey())))
                .toList();
    }
}
