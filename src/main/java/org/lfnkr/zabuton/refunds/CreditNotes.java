package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.BookedRefund;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.RefundParts;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundView;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What went back of an order, refund by refund, and the paper of each. */
@Service
public class CreditNotes {

    private final Orders orders;
    private final OrderPapers buyers;
    private final Bookkeeping books;
    private final Papers press;
    private final Clock clock;

    CreditNotes(Orders orders, OrderPapers buyers, Bookkeeping books, Papers press, Clock clock) {
        this.orders = orders;
        this.buyers = buyers;
        this.books = books;
        this.press = press;
        this.clock = clock;
    }

    /**
     * The oldest first. Of a refund that is not booked yet, or of which nobody has said which lines
     * it was for, there is none; nor of one that did not arrive, while its money is held.
     */
    public Mono<List<CreditNote>> of(OrderStory story) {
        return story.order().paidAt() == null || story.refunds().isEmpty()
                ? Mono.just(List.of())
                : books.held(story.order().payment())
                        .flatMapMany(held -> returned(story, held))
                        .collectList()
                        .map(refunds -> CreditNote.all(story, refunds));
    }

    private Flux<CreditNote.Returned> returned(OrderStory story, Money held) {
        return Flux.fromIterable(story.refunds())
                .filter(refund -> refund.status().isLive() || held.isZero())
                .map(RefundView::id)
                .concatMap(books::refund)
                .concatMap(
                        refund ->
                                books.parts(refund)
                                        .filter(RefundParts::said)
                                        .map(parts -> returned(story, refund, parts)));
    }

    private static CreditNote.Returned returned(
            OrderStory story, BookedRefund refund, RefundParts parts) {
        List<ReturnedPart> named =
                new TreeMap<>(parts.now())
                        .entrySet().stream()
                                .map(
                                        it ->
                                                ReturnedPart.of(
                                                        it.getKey(), it.getValue(), story.lines()))
                                .toList();
        return new CreditNote.Returned(refund.id(), refund.at(), named);
    }

    /** The paper as a PDF; empty where there is none, and once the buyer's data are erased. */
    Mono<byte[]> paper(Order order, RefundId refund, Language language) {
        return orders.story(order)
                .map(story -> story.in(language))
                .flatMap(this::of)
                .flatMapIterable(notes -> notes)
                .filter(note -> note.id().equals(refund))
                .next()
                .zipWith(buyers.addressee(order))
                .flatMap(
                        both ->
                                press.pdf(
                                        CreditNote.TEMPLATE,
                                        Map.of(
                                                "note",
                                                both.getT1(),
                                                "addressee",
                                                both.getT2(),
                                                "issuedOn",
                                                BusinessDate.of(clock.instant())),
                                        language));
    }
}
