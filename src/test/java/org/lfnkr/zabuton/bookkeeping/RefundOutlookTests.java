package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import static java.util.stream.Collectors.toMap;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.Pieces.Piece;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Unlike goods at two rates of tax, with shipping and a gift, of which some goes back. */
class RefundOutlookTests {

    private static final Instant AT = Instant.parse("2026-11-22T15:30:00Z");
    private static final PaymentId PAYMENT = new PaymentId(UUID.randomUUID());
    private static final AllocationPolicy POLICY =
            new AllocationPolicy(
                    1,
                    LocalDate.of(2026, 1, 1),
                    new Shares(
                            Map.of(
                                    Fund.FOOD,
                                    7_000,
                                    Fund.FOSTER_CHILDREN,
                                    2_000,
                                    Fund.OPERATIONS,
                                    1_000)),
                    new Shares(Map.of(Fund.FOOD, 8_500, Fund.OPERATIONS, 1_500)));

    /** Three cushions at 3,300, two crosses at 2,200, four bags of tea at 1,080. */
    private static final List<SoldLine> LINES =
            List.of(
                    SaleSamples.line(3_300, 3, 10, 3_600),
                    SaleSamples.line(2_200, 2, 10, 3_958),
                    SaleSamples.line(1_080, 4, 8, 1_200));

    private static final Map<Part, Long> PRICES =
            Map.of(Part.line(0), 3_300L, Part.line(1), 2_200L, Part.line(2), 1_080L);

    /** Nothing is spent or moved. */
    private static final PiecesOfLots PIECES = pieces();

    private static PiecesOfLots pieces() {
        Map<Lot, Pieces> pieces = new HashMap<>();
        charged().charged().all().stream()
                .filter(lot -> lot.kind().isToSpend() && !Fund.OPERATIONS.equals(lot.fund()))
                .forEach(
                        lot ->
                                pieces.put(
                                        lot.with(0),
                                        new Pieces(
                                                List.of(
                                                        new Piece(
                                                                Objects.requireNonNull(lot.fund()),
                                                                lot.yen(),
                                                                0)))));
        return new PiecesOfLots(pieces);
    }

    private static PaymentBook charged() {
        Takings takings =
                new Takings(yen(18_620), yen(700), yen(1_000), yen(1_683), yen(8_758), yen(900));
        Lots lots = Split.lots(takings, LINES, Proceeds.of(takings, yen(731)), POLICY);
        return new PaymentBook(UUID.randomUUID(), lots, Returns.NONE, 0);
    }

    private static PaymentBook refunded(PaymentBook book, Map<Part, Long> parts) {
        RefundId refund = RefundId.random();
        return book.saying(refund, parts).with(refund(refund, parts));
    }

    private static Transaction refund(RefundId refund, Map<Part, Long> parts) {
        long sum = parts.values().stream().mapToLong(yen -> yen).sum();
        return Transaction.of("txn_" + refund, PAYMENT, MovementKind.REFUND, -sum, 0, AT)
                .by(refund);
    }

    /** Pieces of lines, shipping and the gift, each in a refund of its own or several in one. */
    @Test
    void aSeriesEndsAsTheOneRefundOfItsSumInWhateverOrder() {
        IntStream.range(0, 1_000).mapToObj(Random::new).forEach(this::endsAlike);
    }

    private void endsAlike(Random random) {
        List<Map<Part, Long>> series = series(random);
        Map<Part, Long> sum = new HashMap<>();
        series.forEach(one -> one.forEach((part, yen) -> sum.merge(part, yen, Long::sum)));
        List<Lot> atOnce = refunded(charged(), sum).left();

        for (int order = 0; order < 3; order++) {
            Collections.shuffle(series, random);
            PaymentBook book = charged();
            for (Map<Part, Long> one : series) {
                book = refunded(book, one);
            }
            assertThat(book.left()).isEqualTo(atOnce);
        }
        assertThat(total(atOnce) + total(sum) - sum.getOrDefault(Part.GOODWILL, 0L))
                .isEqualTo(20_320);
    }

    private static List<Map<Part, Long>> series(Random random) {
        Map<Part, Integer> left =
                new HashMap<>(Map.of(Part.line(0), 3, Part.line(1), 2, Part.line(2), 4));
        List<Map<Part, Long>> series = new ArrayList<>();
        for (int step = random.nextInt(1, 7); step > 0; step--) {
            Map<Part, Long> one = new HashMap<>();
            left.replaceAll(
                    (part, pieces) -> {
                        int goes = random.nextInt(Math.min(2, pieces) + 1);
                        if (goes > 0) {
                            one.put(part, goes * PRICES.getOrDefault(part, 0L));
                        }
                        return pieces - goes;
                    });
            if (random.nextInt(4) == 0) {
                one.put(Part.GOODWILL, random.nextLong(1, 300));
            }
            series.add(one);
        }
        series.add(Map.of(Part.SHIPPING, random.nextLong(1, 700)));
        series.removeIf(Map::isEmpty);
        return series;
    }

    private static long total(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::yen).sum();
    }

    private static long total(Map<Part, Long> parts) {
        return parts.values().stream().mapToLong(yen -> yen).sum();
    }

    /** What is foreseen is what is booked, those on their way having moved before. */
    @Test
    void foreseesWhatIsBooked() {
        Map<Part, Long> cushion = Map.of(Part.line(0), 3_300L);
        Map<Part, Long> tea = Map.of(Part.line(2), 2_160L, Part.GOODWILL, 500L);
        RefundId first = RefundId.random();
        RefundId second = RefundId.random();
        PaymentBook book = charged().saying(first, cushion);
        RefundView onItsWay = new RefundView(first, yen(3_300), RefundStatus.REQUESTED, AT);

        RefundForecast forecast =
                RefundOutlook.of(book, PIECES, PAYMENT, List.of(onItsWay), AT)
                        .refund(second, money(tea));

        Movement booked =
                book.with(refund(first, cushion)).saying(second, tea).move(refund(second, tea));
        assertThat(forecast.changes()).isEqualTo(booked.changes());
        assertThat(forecast.tax()).isEqualTo(yen(160));
        assertThat(forecast.amount()).isEqualTo(yen(2_660));
        assertThat(forecast.goodwill()).isEqualTo(yen(500));
        assertThat(forecast.funds().values().stream().reduce(forecast.tax(), Money::plus))
                .isEqualTo(forecast.amount());
        assertThat(forecast.cover(Fund.FOOD).yen())
                .isEqualTo(
                        forecast.left().stream()
                                .filter(lot -> Fund.FOOD.equals(lot.fund()))
                                .mapToLong(Lot::yen)
                                .sum());
    }

    /** Ten yen are still there of each lot, and half of what was not spent lies elsewhere. */
    @Test
    void operationsGiveWhatIsSpentAndFundsWhatTheyHaveNow() {
        Fund clothing = new Fund("CLOTHING");
        Map<Lot, Pieces> spent = new HashMap<>();
        PIECES.all()
                .forEach(
                        (lot, pieces) ->
                                spent.put(
                                        lot,
                                        new Pieces(
                                                List.of(
                                                        new Piece(
                                                                Objects.requireNonNull(lot.fund()),
                                                                pieces.came() - 5,
                                                                pieces.came() - 10),
                                                        new Piece(clothing, 5, 0)))));
        Map<Part, Money> cushion = Map.of(Part.line(0), yen(9_900));

        RefundForecast unspent =
                RefundOutlook.of(charged(), PIECES, PAYMENT, List.of(), AT)
                        .refund(RefundId.random(), cushion);
        RefundForecast forecast =
                RefundOutlook.of(charged(), new PiecesOfLots(spent), PAYMENT, List.of(), AT)
                        .refund(RefundId.random(), cushion);

        Map<Fund, Money> given = forecast.funds();
        assertThat(given.get(Fund.FOOD)).isEqualTo(yen(5));
        assertThat(given.get(Fund.FOSTER_CHILDREN)).isEqualTo(yen(5));
        assertThat(given.get(clothing)).isEqualTo(yen(10));
        assertThat(forecast.spent())
                .isEqualTo(
                        unspent.funds()
                                .getOrDefault(Fund.FOOD, Money.ZERO)
                                .plus(
                                        unspent.funds()
                                                .getOrDefault(Fund.FOSTER_CHILDREN, Money.ZERO))
                                .minus(yen(20)));
        assertThat(given.values().stream().reduce(forecast.tax(), Money::plus))
                .isEqualTo(yen(9_900));
        assertThat(unspent.spent()).isEqualTo(Money.ZERO);
    }

    private static Map<Part, Money> money(Map<Part, Long> parts) {
        return parts.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> yen(it.getValue())));
    }

    /** A failed one is counted by what is booked of it, and what is refused never comes. */
    @Test
    void countsNoRefundThatCameToNothing() {
        RefundView refused = new RefundView(RefundId.random(), yen(500), RefundStatus.REFUSED, AT);

        assertThat(
                        RefundOutlook.of(charged(), PIECES, PAYMENT, List.of(refused), AT)
                                .left(Part.line(0)))
                .isEqualTo(yen(9_900));
    }

    @Test
    void goodwillTakesFromNoLot() {
        Map<Part, Long> goodwill = Map.of(Part.GOODWILL, 500L);
        RefundId refund = RefundId.random();
        Movement movement = charged().saying(refund, goodwill).move(refund(refund, goodwill));

        assertThat(movement.changes()).isEmpty();
        assertThat(movement.entry().postings())
                .containsExactly(
                        new Posting(Account.STRIPE_BALANCE, null, -500),
                        new Posting(Account.GOODWILL, Fund.OPERATIONS, 500));
    }

    /** It had been called goodwill, and was the price of a piece. */
    @Test
    void whatWasNoGoodwillIsPutRightByAnEntryThatMovesNothing() {
        Map<Part, Long> goodwill = Map.of(Part.GOODWILL, 2_200L);
        RefundId refund = RefundId.random();
        PaymentBook book = charged().saying(refund, goodwill).with(refund(refund, goodwill));

        JournalSum sum =
                JournalSum.of(
                        book.say(
                                Transaction.attribution(1, PAYMENT, AT),
                                refund,
                                Map.of(Part.line(1), 2_200L)));

        assertThat(sum.all()).isZero();
        assertThat(sum.goodwill()).isEqualTo(-2_200);
    }

    private record JournalSum(long all, long goodwill) {

        static JournalSum of(Movement movement) {
            List<Posting> postings = movement.entry().postings();
            return new JournalSum(
                    postings.stream().mapToLong(Posting::yen).sum(),
                    postings.stream()
                            .filter(it -> it.account().equals(Account.GOODWILL))
                            .mapToLong(Posting::yen)
                            .sum());
        }
    }

    @Test
    void noRefundIsSaidToBeMoreGoodwillThanWasPaid() {
        assertThat(charged().against(RefundId.random(), Map.of(Part.GOODWILL, 20_321L)))
                .isEqualTo(AttributionResult.Reason.MORE_THAN_THE_PART);
        assertThat(charged().against(RefundId.random(), Map.of(Part.GOODWILL, 500L))).isNull();
    }
}
