package org.lfnkr.zabuton.bookkeeping;

import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the books say of a payment, and what staff can tell them. */
@Service
public class Bookkeeping {

    private final BookkeepingStore store;
    private final DeskBooksStore books;
    private final BookedEntryStore entries;
    private final PieceStore pieces;
    private final Booking booking;
    private final Clock clock;

    Bookkeeping(
            BookkeepingStore store,
            DeskBooksStore books,
            BookedEntryStore entries,
            PieceStore pieces,
            Booking booking,
            Clock clock) {
        this.store = store;
        this.books = books;
        this.entries = entries;
        this.pieces = pieces;
        this.booking = booking;
        this.clock = clock;
    }

    /**
     * What is still there of each part of a payment; together the payment less what went back.
     * Empty before the payment is booked and after it has gone back whole.
     */
    public Mono<List<Lot>> lots(PaymentId payment) {
        return store.lots(payment);
    }

    /** What of a payment was to go back, did not arrive, and is held for its payer. */
    public Mono<Money> held(PaymentId payment) {
        return books.held(payment);
    }

    /**
     * Payments of which something is held since a refund failed, those that wait longest first, one
     * page and one more.
     *
     * @param after the last of the page before; any other id begins
     */
    public Flux<Unreturned> unreturned(UUID after) {
        return books.unreturned(after);
    }

    /**
     * Refunds that Stripe told as a sum, of payments for several things, of which something is
     * left: somebody has to say which parts went back. Oldest first, a page of them.
     *
     * @param after the last of the page before; any other id begins
     */
    public Mono<Slice<BookedRefund>> unsaid(UUID after) {
        return books.unsaid(after).collectList().map(Slice::of);
    }

    /** How many of them there are. */
    public Mono<Tally> unsaid() {
        return books.unsaid();
    }

    /** A refund that is booked; empty for any other. */
    public Mono<BookedRefund> refund(RefundId id) {
        return books.refund(id);
    }

    /** Of which parts it is, as the books have it now. */
    public Mono<RefundParts> parts(BookedRefund refund) {
        return store.book(refund.payment()).map(book -> RefundParts.of(book, refund.id()));
    }

    /** The entries of the journal that a payment made, oldest first. */
    public Flux<BookedEntry> entries(PaymentId payment) {
        return entries.of(payment);
    }

    /**
     * Entries of the journal by what is behind them, oldest first.
     *
     * @param sources as the journal knows them, such as {@code decision:disbursement-…}; those that
     *     have no entry are left out
     */
    public Flux<BookedEntry> entries(Collection<String> sources) {
        return entries.of(sources);
    }

    /**
     * What the books will say of a payment when its refunds have moved, and what one more would do.
     * Empty before the payment is booked.
     *
     * @param refunds all of the payment's
     */
    public Mono<RefundOutlook> outlook(PaymentId payment, List<RefundView> refunds) {
        return store.book(payment)
                .zipWith(
                        pieces.pieces(payment),
                        (book, where) ->
                                RefundOutlook.of(book, where, payment, refunds, clock.instant()));
    }

    /**
     * Keeps from which parts of a payment a refund is: Stripe tells a sum only. What nobody says is
     * taken from goods first and from the gift last. It may be said before the refund is booked, or
     * later, then the books are put right by an entry of that day; and again if it was wrong.
     *
     * @param parts yen that went back of each part, together at most the refund; what is missing
     *     stays unsaid
     * @param by the account of who says so
     */
    @Transactional
    public Mono<AttributionResult> attribute(
            PaymentId payment, RefundId refund, Map<Part, Money> parts, String by) {
        Map<Part, Long> yen =
                parts.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, part -> part.getValue().yen()));
        return booking.say(payment, refund, yen, by, clock.instant());
    }
}
